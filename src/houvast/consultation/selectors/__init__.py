"""Every read of tables and meetings."""
