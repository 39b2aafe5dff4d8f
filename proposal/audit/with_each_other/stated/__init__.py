"""What documents that somebody made by hand state, as far as others can contradict it."""
