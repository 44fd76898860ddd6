"""Signalen: entering a concern, triage, reading police lists, and what was passed on to a team."""
