"""Pages over several features: one function gives one dataclass."""
