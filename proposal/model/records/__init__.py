"""What a file in `data/` or a part of it says: one class for each kind of record."""
