"""The resident and their network at the table: who takes part in a case, and how they come in.

A participant is one person who takes part in one case about one resident: that resident, somebody who represents them,
or somebody of their network. Who may see what as a participant is judged from the row itself at each reading
(`selectors.taking_part`): a birthday, leaving the case or an end takes it away in the same second. The own page is put
together in `desk`, from what each room tells a participant.
"""
