"""Every read of grounds, covenants and what was shared."""
