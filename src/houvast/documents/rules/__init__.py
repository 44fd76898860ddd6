"""What follows from a file and its name: pure functions."""
