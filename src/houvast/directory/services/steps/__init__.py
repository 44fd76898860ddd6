"""What the verbs of the directory share."""
