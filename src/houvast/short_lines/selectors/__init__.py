"""Reads of short lines."""
