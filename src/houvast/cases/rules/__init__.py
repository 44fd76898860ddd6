"""What follows from what in a case: pure functions over frozen facts. No tables, no clock, no request."""
