"""Tests of the pages of documents."""
