"""Every read of documents."""
