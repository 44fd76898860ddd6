"""What verbs of plans share."""
