"""The verbs of reporting codes."""
