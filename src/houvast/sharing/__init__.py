"""Sharing what is in a case, on a ground, with an account of it.

Words: a *ground* is an entry of the municipality's own table: for whom, for which purpose, by which law, and which
parts of a case it covers; a *covenant* is an agreement on which it may rely. *Wanted* is what
somebody wants to share; the rule `judge_disclosure` says yes, a second person first, not yet, or no, and what is
missing.

Invariants, kept by the database (`database.py`): versions of the table are only added, n follows n-1.
"""
