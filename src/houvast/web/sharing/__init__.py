"""Sharing on the screen: may I share this, what was shared with whom, consents, and the grounds of a municipality."""
