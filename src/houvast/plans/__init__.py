"""Plans: what a household and those around it agreed, in the words of the resident.

Words: a *plan* belongs to one case; a *version* is the whole plan at one moment (goals per life area, what the
resident and the network think of it, and what to do when it goes wrong); a *task* is one agreement, with somebody who
does it and a day; a *step* of a task says how it stands since then: open, done, not done, waiting for a provision that
is not there, or withdrawn. A *link* lets a partner without an account answer one task, after a *code* that was sent to
a number known before. A *limit* is a measure that limits somebody: a ban, an order, compulsory care.

Invariants, kept by the database (`database.py`):
- a plan has exactly one current version from the moment that it exists: the newest one; versions never change;
- what was agreed in a task never changes; its steps are a history, and the newest one counts;
- a task has one owner;
- a link is for a contact of the organisation that does the task; it ends once, and nobody answers by it without a code;
- a limit never changes: that it ended early, or that the resident was told later, stands beside it.
"""
