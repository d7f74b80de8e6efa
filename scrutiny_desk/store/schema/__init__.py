"""The library's tables, one frozen migration a file; none imports the domain or the rest of the store."""
