"""Consultation: the tables at which organisations meet, what stands on the agenda, and what was decided.

Words: a *table* is a standing group (MDO, OOV, OGGZ, TVO); a *meeting* is one gathering of it; an *item* of its agenda
is about a case, or about an address, a group or a theme that is nobody's case; a *resolution* is what the meeting
decided, with an owner and a day; *minutes* are what stays of a meeting once it is closed.

Invariants, kept by the database (`database.py`):
- a meeting goes from planned to open to closed and never back;
- what was said and resolved is only added, while the meeting is open; corrections only come after closing;
- a resolution about a case has its task in the plan of that case from the moment that it exists;
- an item about a case is sealed under the key of the case, any other under a key of its own.
"""
