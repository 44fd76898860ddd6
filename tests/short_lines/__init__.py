"""Tests of short lines."""
