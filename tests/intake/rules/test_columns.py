"""What a municipality calls the columns of its police lists."""

import pytest

from houvast.intake.rules.columns import problem_with_headings, tidied_headings, together
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.rules.mapping import DEFAULT_MAPPING, FIELD_NAMES, ColumnMapping, Field
from houvast.intake.rules.short_lists import DEFAULTS, ListKind, problems_with
from houvast.intake.rules.source import SourceError

OTHERS = {"Achternaam": ("Naam", "Geslachtsnaam"), "BSN": ("BSN",)}


def test_headings_are_kept_in_order_once_and_without_spaces() -> None:
    assert tidied_headings([" Zaak ", "", "PL  nummer", "zaak", "  "]) == ("Zaak", "PL nummer")


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        ((), "Vul minstens één kolomnaam in."),
        (("Zaak",) * 21, "Dit zijn 21 kolomnamen. Houd het bij 20."),
        (("Zaak", "---"), "Regel 2: “---” is geen kolomnaam. Gebruik minstens één letter of cijfer."),
        (("Zaak", "Incident", "x" * 61), "Regel 3: “xxxxxxxxxxxxxxxxxxxx…” is te lang."),
        (("Zaak", "NAAM"), "Regel 2: “NAAM” staat al bij Achternaam. Haal haar daar eerst weg."),
        (("b.s.n.",), "Regel 1: “b.s.n.” staat al bij BSN."),
    ],
)
def test_what_is_wrong_is_said_with_its_line(headings: tuple[str, ...], said: str) -> None:
    assert problem_with_headings(headings, OTHERS).startswith(said)


def test_what_is_right_is() -> None:
    assert problem_with_headings(("Zaak", "x" * 60, *(f"Zaak {n}" for n in range(18))), OTHERS) == ""


def test_every_default_can_be_kept_as_it_is() -> None:
    entries = DEFAULTS[ListKind.COLUMN]
    assert [entry.code for entry in entries] == list(Field)
    assert set(FIELD_NAMES) == set(Field)
    for entry in entries:
        assert problems_with(ListKind.COLUMN, entry, [each for each in entries if each is not entry]) == {}
    assert IntakeSettings().columns.headings == DEFAULT_MAPPING.headings


def test_together_takes_every_heading_and_drops_what_means_two_things() -> None:
    one = ColumnMapping({Field.INCIDENT: ("Zaak", "Nummer"), Field.SURNAME: ("Naam",)})
    two = ColumnMapping({Field.INCIDENT: ("ZAAK", "BVH"), Field.HOUSE_NUMBER: ("nummer",), Field.SURNAME: ("Naam",)})
    assert together([one, two]).headings == {
        Field.INCIDENT: ("Zaak", "BVH"),
        Field.SURNAME: ("Naam",),
        Field.HOUSE_NUMBER: (),
    }
    assert together([DEFAULT_MAPPING]).headings == DEFAULT_MAPPING.headings


def test_a_required_column_that_lost_all_its_names_is_missing_by_its_own() -> None:
    mapping = ColumnMapping({**DEFAULT_MAPPING.headings, Field.INCIDENT: ()})
    with pytest.raises(SourceError, match="Deze kolom ontbreekt: incidentnummer"):
        mapping.locate(["Datum", "Achternaam", "Gemeente"])
