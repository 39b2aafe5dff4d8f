"""One small module for each command, which is loaded when the command is typed."""
