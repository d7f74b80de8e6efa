"""The panes of the window, one a file."""
