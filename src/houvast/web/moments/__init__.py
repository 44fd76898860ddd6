"""Crucial moments on the screen: those of a case, planning one, and one with its list."""
