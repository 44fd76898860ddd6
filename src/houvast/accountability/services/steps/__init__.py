"""What verbs of accountability share."""
