"""What a municipality fills in for own pages."""

from dataclasses import replace

from houvast.participation.rules.settings import LONGEST, OwnPageFacts, setting_problems
from houvast.participation.rules.taking_part import Ages
from tests.sentences import told_at

FILLED = OwnPageFacts("Noor", "Cliëntondersteuning Noord", "050 000 05 55", "Klachten", "0596 00 01 10")


def test_everything_but_a_name_is_filled_in() -> None:
    assert setting_problems(FILLED) == {}
    assert setting_problems(replace(FILLED, supporter_name="")) == {}
    wanted = {"supporter_organisation", "supporter_phone", "complaint_at", "complaint_phone"}
    assert told_at(setting_problems(OwnPageFacts())) == wanted
    assert told_at(setting_problems(replace(FILLED, complaint_at=" "))) == {"complaint_at"}


def test_nothing_is_longer_than_fits() -> None:
    fits, long = "x" * LONGEST, "x" * (LONGEST + 1)
    assert setting_problems(OwnPageFacts(fits, fits, fits, fits, fits)) == {}
    everything = {"supporter_name", "supporter_organisation", "supporter_phone", "complaint_at", "complaint_phone"}
    assert told_at(setting_problems(OwnPageFacts(long, long, long, long, long))) == everything


def test_ages_are_judged_too() -> None:
    assert told_at(setting_problems(replace(FILLED, ages=Ages(17, 16)))) == {"alone_from"}
