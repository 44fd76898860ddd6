"""Requests of residents about their own data: what came in, what was gathered, and what they get."""
