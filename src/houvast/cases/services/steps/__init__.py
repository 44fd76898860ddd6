"""What the verbs of cases share. Nothing outside this room's services and selectors calls it."""
