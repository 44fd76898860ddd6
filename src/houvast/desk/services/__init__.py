"""Verbs that touch several features: they call the rooms in order, in one transaction."""
