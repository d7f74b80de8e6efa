"""Table models over the library's lists."""
