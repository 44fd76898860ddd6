"""Mijn werk: what waits for who is signed in."""
