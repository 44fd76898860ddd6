"""What everybody may know of the practice region."""

OPEN_WORD = "oefenen-met-ave"
"""The password of every practice account; the sign-in page shows it."""
