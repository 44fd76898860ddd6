"""The plan of a case and its tasks: reading, making the next version, agreeing and reporting."""
