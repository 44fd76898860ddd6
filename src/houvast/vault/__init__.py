"""Keys and sealed text.

Words: a *key* belongs to one case, concern or resident; *sealed* text is free text about people, encrypted under that
key; the *master key* wraps the keys and is not in the database. Destroying a key makes everything under it unreadable
for ever, in every backup too (ADR 0006).

Invariant: no free text about a person is stored in any other way.
"""
