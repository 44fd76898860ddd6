"""What is read of accountability."""
