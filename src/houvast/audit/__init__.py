"""The audit log: what happened, who did it, on which ground, in rows that prove their own order.

Words: an *entry* is one row; a *chain* is the order of entries about one subject (a case, a municipality, the system);
an *event* is the kind of thing that happened; an *act* is a write together with its entry in one transaction.

Invariants: entries are only added; each carries the hash of the one before it, made with a key that is not in the
database; an entry holds ids, codes and field names, never free text, a resident's name or a BSN (ADR 0007).
"""
