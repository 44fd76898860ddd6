"""Managing the people of one's own organisation."""
