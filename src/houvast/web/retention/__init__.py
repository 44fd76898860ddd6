"""Keeping and destroying, for the privacy officer and the archivist."""
