"""Signing in with a password and a code, signing out, and mending a lost second factor."""
