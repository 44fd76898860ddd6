"""Pages to read: the words, the AVE model of one's municipality, and help."""
