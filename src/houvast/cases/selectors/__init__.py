"""Every read of cases: each takes the viewer, goes through a scope and gives frozen dataclasses."""
