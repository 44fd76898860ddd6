"""Every read of reporting codes."""
