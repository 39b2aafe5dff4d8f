"""Makes the tree that is laid over an existing Jekyll site in the Minimal Mistakes theme."""
