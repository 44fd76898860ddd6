"""Documents: files of a case, sealed, in versions that are never overwritten.

Words: a *document* belongs to one part of a case (general, care, or police and justice), as a note does; a *version* is
a file as it came in, and the newest one is the current; a *redacted copy* is a document of its own, made of another one
with something left out. A file is *incoming* until its version is written; the *store* is the folder on disk.

Invariants, kept by the database (`database.py`):
- a document has exactly one current version from the moment that it exists: the newest one; versions never change;
- what a document was recorded as never changes;
- a redacted copy and its original are two documents of one case.

And by the code: no byte of a file is on disk in the open, not even while it comes in; no name that somebody gave stands
in a path; what is read out was checked first.
"""
