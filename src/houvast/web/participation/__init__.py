"""Who has an own page, for who leads the case; and what own pages say, for the administrator."""
