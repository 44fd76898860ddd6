"""A case and another municipality: somebody moves there, or stays there for a time."""
