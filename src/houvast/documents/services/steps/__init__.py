"""What verbs of documents share."""
