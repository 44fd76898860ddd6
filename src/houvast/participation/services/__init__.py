"""The verbs of taking part."""
