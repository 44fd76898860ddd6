"""Amounts of money: whole cents in the code, euros the way people write them on the screen. Never a float."""

import re

_CENTS = 100
_WRITTEN = re.compile(r"(?P<euros>\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(?P<cents>\d{2}|-))?")


def cents_of(text: str) -> int | None:
    """Read an amount as people write it: "250", "49,95", "€ 1.250,00" or "30,-". None for what is no amount."""
    found = _WRITTEN.fullmatch(text.replace("€", "").strip())
    if found is None:
        return None
    cents = found["cents"] or "-"
    return int(found["euros"].replace(".", "")) * _CENTS + (0 if cents == "-" else int(cents))


def euros(cents: int) -> str:
    """Say an amount: "€ 250", "€ 1.250,50", "- € 20"."""
    whole, rest = divmod(abs(cents), _CENTS)
    written = f"€ {whole:,}".replace(",", ".") + (f",{rest:02}" if rest else "")
    return f"- {written}" if cents < 0 else written
