"""What the data may say: one class a noun, each key documented in its schema."""
