"""What every room may use: actor, verdict, clock, ids, errors. Pure Python, no Django."""
