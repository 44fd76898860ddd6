"""Accountability: how long what is kept, and what was destroyed, by whom and on which ground.

Words: a *retention period* is data of the municipality, with its source; a *clock* runs for records of one kind, on one
ground, of one organisation; something is *due* when all its clocks ran out; a *destruction* is proposed by one person,
approved by another and carried out by a command, and leaves a *certificate* without personal data; a *hold* keeps it
from being destroyed until somebody looks again; the *ledger* says outside the database what was destroyed.

Invariants: nobody approves what they proposed; the content of a case is destroyed only with a certificate, and that
is in the ledger before anything is destroyed; what was destroyed stays so, also when a backup comes back
(ADR 0029).
"""
