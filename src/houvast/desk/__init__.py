"""Across features: Mijn werk, the case page, the timeline, and verbs that touch several features."""
