"""Numbers without names, for who carries responsibility; and what waits in the cases that one leads oneself."""
