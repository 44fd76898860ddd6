"""Every read of intake: each takes the viewer, goes through a scope and gives frozen dataclasses."""
