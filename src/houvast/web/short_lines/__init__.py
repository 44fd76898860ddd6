"""Short lines on the web."""
