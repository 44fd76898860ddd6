"""Whether this installation can do its work, for a monitor; and what search engines may read, which is nothing."""
