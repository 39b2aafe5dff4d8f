"""An optional background process that keeps the program loaded between two commands."""
