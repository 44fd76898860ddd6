"""The verbs of intake, one a file."""
