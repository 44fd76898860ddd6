"""How well two colours can be told apart."""

import re

_HEX = re.compile("#[0-9a-fA-F]{6}")


def contrast(one: str, other: str) -> float | None:
    """Contrast ratio from 1 to 21 as WCAG 2.1 defines it; None when either is not written as `#rrggbb`."""
    if not (_HEX.fullmatch(one) and _HEX.fullmatch(other)):
        return None
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """WCAG 2.1, definition of relative luminance."""
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)
