"""The verbs of consultation."""
