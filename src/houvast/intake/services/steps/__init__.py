"""What the verbs of intake share."""
