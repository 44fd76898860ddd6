"""What verbs of this room share; nobody else calls it."""
