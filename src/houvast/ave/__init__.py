"""The AVE model: which phases there are, who leads in each of them, and who decides on going up or down.

A model is a TOML file that a municipality can edit. It is read once and checked in full (`load`), so the rest
of the house never meets half a model. Nothing about phases, functions, criteria or terms is fixed in code: the
handbook of AVE calls itself a coat-rack and every region hangs it differently.

Words: *model*, *phase*, *responsibility*, *function* (what someone is), *seat* (a responsibility in a phase),
*boundary* (between two adjacent phases, per direction), *theme* (criteria, tables and protocols on top of a model).

Invariants: a model that loads has no finding of severity "fout"; phases are numbered 1, 2, 3 … without a gap; every
boundary can be crossed in both directions and names who decides; pure Python, no clock, no database.
"""
