"""What follows from facts: pure."""
