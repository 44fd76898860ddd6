"""BSN's for the few places where a story needs one.

They begin with 9999, as the numbers of the national test sets do. That nobody was given such a number is *unconfirmed*.
"""

_FIRST = 9999_0000


def invented_bsn(number: int) -> str:
    """Give the first BSN from a number on, 0 to 9000, that passes the 11-test (*elfproef*)."""
    for eight in range(_FIRST + number, _FIRST + 10_000):
        check = sum(int(digit) * weight for digit, weight in zip(str(eight), range(9, 1, -1), strict=True)) % 11
        if check < 10:  # a check of 10 has no digit: such a number does not exist
            return f"{eight}{check}"
    raise ValueError(f"no BSN from {number} on")


HOVING_BSN = invented_bsn(120)
"""That of Aleida Hoving, whom the police list names with it."""
