"""Houvast: in every phase of a case it is clear who leads."""
