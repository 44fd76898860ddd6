"""The *meldcode*: the five steps that the law asks at signs of domestic violence or child abuse, each with its day.

Words: a *reporting code* is one way through those steps, about one resident of a case, begun by one member.
A *step* says what was done on which day (signals, consultation, talk, weighing, decision), or, of the talk alone, that
it was skipped and why. The decision ends it: reported to Veilig Thuis (the AMHK of the law), help, both, or neither.

Who sees it: whom the table of parts lets read care notes, and who began it. Who only may know that there is care in a
case does not know of this either: that there is one says already that somebody is suspected.

Invariants, kept by the database (`database.py`):
- rows are only added; a reporting code and its steps belong to one case and its municipality;
- only the talk is left out; only the decision has an outcome; a report has its day;
- after the decision there is no step; before it all others were taken, unless danger did not wait and it was reported.

Sources: Wet verplichte meldcode huiselijk geweld en kindermishandeling; Besluit verplichte meldcode huiselijk geweld en
kindermishandeling (steps); Wmo 2015, artikel 3.3, en Jeugdwet, artikel 4.1.7 (duty); Wmo 2015, artikel 5.2.6 (right to
report); Basismodel meldcode, VWS (the order is not binding; when the talk may be left out).
"""
