"""An address as somebody says it on the telephone."""

import pytest

from houvast.intake.rules.addresses import SpokenAddress, read_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Sennweg 16, Delfzijl", SpokenAddress("Sennweg", "16", "", "Delfzijl")),
        ("Sennweg 16 9934ab Delfzijl", SpokenAddress("Sennweg", "16", "9934 AB", "Delfzijl")),
        ("Sennweg 16a, 9934 AB, Delfzijl", SpokenAddress("Sennweg", "16a", "9934 AB", "Delfzijl")),
        ("Sennweg 16", SpokenAddress("Sennweg", "16", "", "")),
        ("9934 AB 16", SpokenAddress("", "", "9934 AB", "16")),
        ("Delfzijl", SpokenAddress("", "", "", "Delfzijl")),
        ("tent in het park bij de haven, Farmsum", SpokenAddress("tent in het park bij de haven", "", "", "Farmsum")),
        ("Plein 1945 12, Delfzijl", SpokenAddress("Plein 1945", "12", "", "Delfzijl")),
        ("X 16, X", SpokenAddress("X", "16", "", "X")),
        ("Sennweg, Plein 16", SpokenAddress("Sennweg", "", "", "Plein 16")),
        ("", SpokenAddress()),
    ],
)
def test_an_address_is_taken_apart(text: str, address: SpokenAddress) -> None:
    assert read_address(text) == address
