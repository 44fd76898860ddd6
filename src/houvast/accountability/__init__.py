"""Accountability: how long what is kept, what was destroyed, and what residents ask about their own data.

Words: a *retention period* is data of the municipality, with its source; a *clock* runs for records of one kind, on one
ground, of one organisation; something is *due* when all its clocks ran out; a *destruction* is proposed by one person,
approved by another and carried out by a command, and leaves a *certificate* without personal data; a *hold* keeps it
from being destroyed until somebody looks again; the *ledger* says outside the database what was destroyed.
A *request* is somebody asking about their own data; what is held is *gathered* for it, *item* by item, and a person
*chooses* what of each item is given (ADR 0028).
A *sample* of the log is drawn by lot: *openings* (a member, a case, a day), and each gets a *finding*.

Invariants: nobody approves what they proposed; the content of a case is destroyed only with a certificate, and that
is in the ledger before anything is destroyed; what was destroyed stays so, also when a backup comes back
(ADR 0029). Nothing is gathered before it is sure who asks, and nothing is given of which nobody chose.
"""
