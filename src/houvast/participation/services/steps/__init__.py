"""What verbs of this room share."""
