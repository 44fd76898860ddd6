"""Contrast as WCAG defines it."""

import pytest

from houvast.ave.colour import contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#FFFFFF", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that passes for text on white
        ("#777777", "#ffffff", 4.48),  # one lighter: does not
        ("#1d7a3a", "#ffffff", 5.4),
        ("#7a0f20", "#ffffff", 11.0),
    ],
)
def test_known_contrasts(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.05)


@pytest.mark.parametrize("colour", ["", "groen", "#fff", "1d7a3a", "#1d7a3a "])
def test_what_is_no_colour_has_no_contrast(colour: str) -> None:
    assert contrast(colour, "#ffffff") is None
    assert contrast("#ffffff", colour) is None
