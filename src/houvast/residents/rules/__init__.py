"""How people are named and what of them may be shown: pure functions."""
