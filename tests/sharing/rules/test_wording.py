"""What was shared in words: counted for who works with it, and told to the resident without our own words."""

from houvast.cases.rules.matrix import Part
from houvast.sharing.rules.grounds import SHAREABLE
from houvast.sharing.rules.letter import LetterFacts, letter
from houvast.sharing.rules.wording import for_resident, in_a_list

NOTES = (Part.CARE_NOTES, Part.CARE_NOTES, Part.JUSTICE_NOTES)


def test_the_resident_reads_what_it_was_about() -> None:
    assert for_resident({Part.PLAN}, NOTES) == (
        "de afspraken uit het plan",
        "2 aantekeningen over zorg",
        "een aantekening over politie of justitie",
    )
    assert for_resident({Part.CARE_NOTES}, ()) == ("aantekeningen over zorg",)
    assert in_a_list({Part.PLAN}, NOTES[:2]) == ["het plan", "2 zorgnotities"]
    assert in_a_list((), NOTES[1:]) == ["1 zorgnotitie", "1 notitie over politie en justitie"]


def test_everything_that_can_be_shared_has_words() -> None:
    assert all(len(for_resident({part}, ())) == len(in_a_list({part}, ())) == 1 for part in SHAREABLE)


def test_the_letter_says_what_becomes_of_paper() -> None:
    told = LetterFacts(
        "Roelf", ("de afspraken uit het plan",), "dokter Ploeg", "", "Hulp", "een wet", "1 mei", "2 mei", "X"
    )
    assert dict(letter(told))["Wat is gedeeld?"] == "De afspraken uit het plan"
    assert "ziet dokter Ploeg dit niet meer" in dict(letter(told))["Sinds wanneer en tot wanneer?"]
    kept = LetterFacts("Roelf", (), "dokter Ploeg", "", "Hulp", "een wet", "1 mei", "2 mei", "X", keeps=True)
    assert "moet dokter Ploeg dit weggooien" in dict(letter(kept))["Sinds wanneer en tot wanneer?"]
