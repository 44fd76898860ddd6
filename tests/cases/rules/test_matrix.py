"""Who sees which part of a case: the table in the code is the one that people read in docs/wie-ziet-wat.md."""

from pathlib import Path

import pytest

from houvast.ave.vocabulary import Domain, Responsibility
from houvast.cases.rules.matrix import MATRIX, RELATION_OF_SEAT, Cell, Part, Relation, may_be_closed, parts_for

DOCUMENT = Path(__file__).parents[3] / "docs" / "wie-ziet-wat.md"
COLUMNS = (
    Part.BAND,
    Part.DECISIONS,
    Part.PEOPLE,
    Part.ORGANISATIONS,
    Part.GENERAL_NOTES,
    Part.CARE_NOTES,
    Part.CARE_SUMMARY,
    Part.JUSTICE_NOTES,
    Part.JUSTICE_SUMMARY,
    Part.PLAN,
    Part.TASK,
    Part.ITEM,
    Part.MOMENTS,
    Part.CARE_MOMENTS,
    Part.JUDGEMENT,
    Part.STAY,
    Part.TAILOR_MADE,
    Part.MOVE,
    Part.AFTERCARE,
    Part.NOTE,
    Part.SHARED,
)
ROWS = {
    "casusregisseur": Relation.CASE_DIRECTOR,
    "procesregisseur": Relation.PROCESS_DIRECTOR,
    "operationeel verantwoordelijke": Relation.OPERATIONAL_HOLDER,
    "bestuurlijk verantwoordelijke": Relation.ADMINISTRATIVE_HOLDER,
    "team van de procesregisseurs": Relation.PROCESS_TEAM,
    "wie moet beslissen": Relation.DECIDER,
    "wie met spoed opschaalde tot het antwoord": Relation.SCALED_URGENTLY,
    "wie een verantwoordelijkheid wordt gevraagd": Relation.ASKED_FOR_SEAT,
    "team dat een casus wordt gevraagd": Relation.ASKED_TO_TAKE_OVER,
    "wie een punt van een cruciaal moment heeft": Relation.ITEM_HOLDER,
    "wie de casus leidde tot na de nazorg": Relation.AFTERCARE,
    "wie een taak doet of het team dat haar doet": Relation.TASK_OWNER,
    "wie om een oordeel over een voorstel is gevraagd": Relation.ASKED_TO_JUDGE,
    "wie de casus in een overleg bespreekt": Relation.AT_THE_TABLE,
    "wie met een mandaat over maatwerk beslist": Relation.ASKED_FOR_TAILOR_MADE,
    "wie elders meekijkt waar iemand in de opvang is": Relation.HOST,
    "wie een casus kan overnemen van een andere gemeente": Relation.ASKED_TO_RECEIVE,
    "wie de casus met naam overneemt": Relation.RECEIVER,
    "met wie iets is gedeeld": Relation.SHARED_WITH,
    "wie iets goedkeurt voor het wordt gedeeld": Relation.ASKED_TO_APPROVE,
    "wie noodtoegang nam": Relation.BROKE_GLASS,
}
CELLS = {
    "altijd": Cell.ALWAYS,
    "vanaf fase 3": Cell.FROM_PHASE_3,
    "met grond voor zorg": Cell.CARE_GROUND,
    "als afgesproken": Cell.AGREED,
}


def written() -> dict[Relation, dict[Part, Cell]]:
    """Read the table of the document."""
    lines = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][1:]
    table = {}
    for line in lines:
        name, *cells = [cell.strip() for cell in line.strip("|").split("|")]
        table[ROWS[name]] = {part: CELLS[cell] for part, cell in zip(COLUMNS, cells, strict=True) if cell}
    return table


def test_the_document_and_the_code_say_the_same() -> None:
    assert {relation: dict(cells) for relation, cells in MATRIX.items()} == written()


def test_every_seat_has_a_relation() -> None:
    assert set(RELATION_OF_SEAT) == set(Responsibility)


@pytest.mark.parametrize("phase", [1, 2, 3, 4])
def test_public_order_never_opens_care_notes(phase: int) -> None:
    for relation in Relation:
        seen = parts_for(relation, phase=phase, domain=Domain.PUBLIC_ORDER)
        assert not {Part.CARE_NOTES, Part.CARE_MOMENTS} & seen


def test_an_alderman_comes_in_from_phase_3() -> None:
    assert parts_for(Relation.ADMINISTRATIVE_HOLDER, phase=2, domain="") == frozenset()
    assert parts_for(Relation.ADMINISTRATIVE_HOLDER, phase=3, domain="") == {Part.BAND, Part.DECISIONS}


def test_an_agreement_opens_what_it_names_and_no_more() -> None:
    def seen(*agreed: Part) -> frozenset[Part]:
        return parts_for(Relation.HOST, phase=4, domain="oggz", agreed=agreed)

    assert seen() == {Part.BAND, Part.STAY}
    assert seen(Part.PLAN) == {Part.BAND, Part.STAY, Part.PLAN}
    assert seen(Part.CARE_NOTES, Part.JUSTICE_NOTES, Part.CARE_MOMENTS, Part.DECISIONS) == {Part.BAND, Part.STAY}


def test_what_was_shared_is_seen_and_nothing_else() -> None:
    def seen(*parts: Part) -> frozenset[Part]:
        return parts_for(Relation.SHARED_WITH, phase=4, domain="", agreed=frozenset(parts))

    assert seen() == {Part.BAND, Part.SHARED}
    assert seen(Part.PLAN) == {Part.BAND, Part.SHARED, Part.PLAN}
    assert not seen(*Part) & {Part.CARE_NOTES, Part.JUSTICE_NOTES, Part.CARE_SUMMARY, Part.JUSTICE_SUMMARY}


def test_an_agreement_opens_nothing_for_who_has_none() -> None:
    for relation in set(Relation) - {Relation.HOST, Relation.SHARED_WITH}:
        without = parts_for(relation, phase=4, domain="oggz")
        assert parts_for(relation, phase=4, domain="oggz", agreed=frozenset(Part)) == without


@pytest.mark.parametrize(
    ("relation", "part", "may"),
    [
        (Relation.CASE_DIRECTOR, Part.JUSTICE_NOTES, True),
        (Relation.CASE_DIRECTOR, Part.PEOPLE, False),
        (Relation.PROCESS_DIRECTOR, Part.PLAN, False),
        (Relation.ASKED_TO_TAKE_OVER, Part.DECISIONS, True),
        (Relation.OPERATIONAL_HOLDER, Part.DECISIONS, False),
        (Relation.DECIDER, Part.DECISIONS, False),
        (Relation.BROKE_GLASS, Part.PEOPLE, True),
        (Relation.PROCESS_TEAM, Part.JUSTICE_NOTES, False),
        (Relation.PROCESS_TEAM, Part.BAND, False),
    ],
)
def test_a_municipality_closes_what_nobody_needs_to_lead_or_decide(relation: Relation, part: Part, may: bool) -> None:
    assert may_be_closed(relation, part) is may
