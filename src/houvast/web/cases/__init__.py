"""Pages of cases: the list, the case page, and each act that changes a case."""
