"""The Zorg- en Veiligheidshuis: what a municipality refers to it, what it answers, and the file that it keeps itself.

Words: a *house* is an organisation of that kind; a *referral* asks it to take part in a case; a *piece* is what the
referral discloses, named and fixed; an *answer* is accepted, refused or advice; a *file* is what the house keeps under
its own key, with its own participants and its own clock (WGS); a *return* ends an accepted referral; a *look back*
holds what both expected against what came of it. A house that does not work in Houvast is *outside*: it has no file
here, and a director records by hand what it says.

What crosses between case and file stands twice in one row: `…_sealed` under the key of the case for the municipality,
`received_sealed` under the key of the file for the house. Destroying one key leaves the other's copy readable.

Invariants, kept by the database (`database.py`):
- referrals, pieces, answers, returns and looks back are only added; a case has one referral that is still going on;
- a piece comes before the answer, a return only after acceptance;
- a file belongs to the house that its referral names; nobody of a municipality has access to it;
- notes are written in a file only while it is accepted and has not gone back.
"""
