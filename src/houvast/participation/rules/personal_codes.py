"""The code on paper with which somebody comes to their own page: how it is made up and read. Pure."""

from datetime import timedelta

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0 and O, no 1, I and L: what is copied from paper is not mistaken."""
LENGTH = 12
"""Twelve of 31 signs are 59 random bits. With a million codes given out, one of 2^39 guesses is right, and then the
code on the telephone still has to be guessed: so guesses are not counted, and nobody can shut somebody else out.
"""
_IN_ONE = 4
DAYS_UNUSED = 30
"""How many days a code waits for its first use. *Verzonnen*."""
CODES_WITHIN = timedelta(days=1)
"""So many sign-in codes as a link may have go out within this time, since the newest code on paper. *Verzonnen*."""


def shown(code: str) -> str:
    """Give a code as it stands on paper: in groups of four."""
    return " ".join(code[start : start + _IN_ONE] for start in range(0, len(code), _IN_ONE))


def typed_code(typed: str) -> str:
    """Give the signs that count of what was typed; "" for what can be no code."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    return signs if len(signs) == LENGTH and all(sign in SIGNS for sign in signs) else ""
