"""Reading a police list (E33) and deciding what a concern needs: pure functions over frozen values.

The way of a row: `source` turns bytes into numbered rows of cells, `mapping` says which column holds which field,
`row` accepts or refuses the row and leaves doubtful fields empty with a warning, `identity` tells whether the concern
is already known, `report` counts. `matching` compares the person with a resident we know; `urgency` and `triage` hold
what the decision about a concern needs.

Words: a *row* is one line about one person in one incident; the *row number* is the line in the file, the header being
line 1; a *finding* is a refusal or a warning with its row, column and reason.

Invariants: every row that is not empty is accepted, already known or refused; no file, whatever its bytes, raises
anything but `SourceError`; nothing here reads the clock or the database.
"""
