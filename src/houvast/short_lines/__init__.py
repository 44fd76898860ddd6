"""Short lines: whom a team calls at a partner, and asking a colleague there something that is about nobody.

Words: a *line* goes from a team of a municipality to a partner, which may be one that Houvast does not know; its
*contact* is a member, a named person without an account, or nobody yet; a *check* says that a line is still right.
A *question* goes along a line to a colleague with an account. It is about nobody, belongs to no case and becomes none.

Invariants, kept by the database (`database.py`):
- contacts are a history: the start of the next is the end of the one before, and nobody yet is a row too;
- a line has a contact row from its birth, belongs to a team of a municipality, and is never removed;
- what a municipality sets is a new version;
- a question is passed on once and answered once, and its words do not change.
A contact who left, or whose last day is over, is nobody (`rules/standing.py`): the line stays and asks for somebody.
"""
