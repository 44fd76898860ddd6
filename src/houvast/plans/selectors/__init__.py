"""Every read of plans and tasks."""
