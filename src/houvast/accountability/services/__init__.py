"""The verbs of accountability."""
