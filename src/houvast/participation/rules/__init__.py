"""What is derived about taking part: pure functions."""
