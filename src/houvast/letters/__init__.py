"""Letters: what a municipality writes to a resident or to somebody close to them, fixed when it is made.

Words: a *template* is the text of a municipality for one *kind* of letter, in versions; a *placeholder* is a word
between braces that is filled in from the case, once and never again; a *gap* is what nobody knew and a person fills in;
the *way* is how a letter reaches somebody: by post to their home, to another place that they named, or by hand.

Invariants, kept by the database (`database.py`):
- a letter never changes, and is to one person whom its case is or was about, or who is close to one of them;
- no letter goes by post to the home of who asked for none there, or whose address is hidden;
- versions of a template follow each other.

And by the code: a hidden address stands on no letter, also not on that of another member of the household.
"""
