"""What a plan is made of, and how a task may go on: pure functions and frozen data."""
