"""What verbs of consultation share."""
