"""Tests of the practice region."""
