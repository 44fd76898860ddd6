"""The verbs of cases: one file a verb, one transaction a verb."""
