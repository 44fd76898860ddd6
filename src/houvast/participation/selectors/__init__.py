"""Every read of who takes part."""
