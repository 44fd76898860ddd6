"""Intake: what people and organisations are worried about, and what is decided about it.

Words: a *concern* is what somebody reported, about one person in one incident; a *reporting point* is where it came in;
a *triage decision* says what happens with it; *passing on* needs the receiver's yes, or the concern comes back; a
*repair row* is a row of a list that could not be used and waits until a person corrects or dismisses it.

Invariants: a concern is its own record, several can belong to one case; the same incident and person makes one concern;
nothing is passed on into nothing; after "straight out" only the fact, the date and the receiver remain.
"""
