"""What a letter says, where it may go and what is filled in: pure functions and frozen data."""
