"""What verbs of the register share; nobody else calls it."""
