"""A case and another municipality: somebody stays there for a time."""
