"""The verbs of plans: one a file, one transaction a verb."""
