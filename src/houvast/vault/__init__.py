"""Keys and sealed text.

Words: a *key* belongs to one record: a case, concern, resident, file; *sealed* text is free text about people,
encrypted under that key; an *epoch* has a secret that wraps the keys; the *key store* holds that secret, outside the
database; the *master key* wraps the secret and is in neither. Destroying a key makes everything under it unreadable for
ever; a new epoch makes it so in every backup of the database (ADR 0006, ADR 0029).

Invariants: no free text about a person is stored in any other way; a key that was destroyed does not come back.
"""
