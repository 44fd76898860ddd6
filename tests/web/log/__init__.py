"""Tests of the log page."""
