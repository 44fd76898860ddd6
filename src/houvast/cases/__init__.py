"""Cases: who leads, in which phase, since when, until when, and who may see what of it.

Words: a *case* is about a household or one person, under one municipality's adopted model; a *phase period* is a
stretch in one AVE phase (or closed); a *seat* is a stretch in which one of the four responsibilities has one state (not
required, held by resident or network, held, held temporarily, vacant); a *hand-over* asks somebody to take a seat; a
*scaling proposal* and its *decisions* move the case up or down; a *receiver* is who takes it over there by name, and
*aftercare* is what is still done, with a day on which somebody takes its *pulse*; *access* is a reason to see a part of
a case; a *stay elsewhere* lets another municipality look along for a time, and a *move offer* asks it to take the case
over.

Invariants, kept by the database (`database.py`):
- phase periods and seats are histories: number n follows n-1, not earlier; the end of one row is the start of the next;
- a case has a phase and four seats from the moment that it exists, and points at the newest row of each;
- vacant is a row, not an absence; a passed temporary date is overdue, never silently vacant;
- in a closed case no seat is required; one person is in two open cases only when these are linked with a reason.
"""
