"""The register of people that cases are about: residents, households over time, and their network.

Words: a *resident* is a person; a *household* has *household members* for a time; a *network member* is a relative,
friend or neighbour who takes part; a *hidden address* hides place, phone and appointments everywhere; *former data* are
what was known before somebody corrected it, sealed and only added to; a *shield* keeps from a named other where
somebody is; a *network turn* says what a resident lets a relative hear and do, or whether that relative takes part.

Invariants: a BSN is sealed and found through its index only; every row knows its municipality, ground, organisation and
the start of its retention clock; nobody reads these tables but through a scope (cases decide who sees whom).
"""
