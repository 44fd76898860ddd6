"""The log, for who looks after privacy."""
