"""The static website: pages, pictures, colours, and what machines read on it."""
