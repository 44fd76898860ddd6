"""The lists beside the queue: rows to repair, lists that were read, what a team was asked, the concerns of a case."""

from datetime import timedelta

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case
from houvast.cases.rules.opening import Choice
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.open_case import NewCase, open_case
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.intake.models import ReportingPoint, Theme
from houvast.intake.rules.mapping import Field
from houvast.intake.rules.triage import Outcome
from houvast.intake.selectors.passed_on import case_concerns, passed_on
from houvast.intake.selectors.points import points
from houvast.intake.selectors.repairs import imports, repair_line, repair_list
from houvast.intake.selectors.settings import theme_names
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.dismiss_row import dismiss_row
from houvast.intake.services.import_list import LIST_READER, import_list
from houvast.kernel.errors import NotVisible
from tests.intake.worlds import make_concern, make_point
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db

HEADER = "Incidentnummer;Datum;Achternaam;Woonplaats;Gemeente;Toelichting\n"


def seen_by(world: World, who: str) -> Viewer:
    found = viewer(world.id(who), now=NOW)
    assert found is not None
    return found


def listed(*rows: str) -> bytes:
    return (HEADER + "\n".join(rows)).encode()


def test_rows_to_repair_show_where_they_stood_and_what_is_wrong() -> None:
    world = make_world()
    content = listed("PL1;31-02-2026;Vegt;Delfzijl;Eemsdelta;Zorgen.", ";22-11-2026;Prins;Spijk;Eemsdelta;")
    import_list(actor=world.actor("marit"), now=NOW, content=content)
    found = repair_list(seen_by(world, "marit"))
    assert found.waiting == 2
    assert [(line.row, line.column, line.reason) for line in found.lines] == [
        (2, "Datum", "Deze datum bestaat niet."),
        (3, "Incidentnummer", "Er staat geen incidentnummer."),
    ]
    cells = {cell.field: cell.text for cell in found.lines[0].cells}
    assert (cells[Field.SURNAME], cells[Field.NOTES], cells[Field.BSN]) == ("Vegt", "Zorgen.", "")
    assert len(repair_list(seen_by(world, "marit"), size=1).lines) == 1


def test_the_free_text_of_a_row_is_for_its_own_ground() -> None:
    world = make_world()
    import_list(actor=world.actor("marit"), now=NOW, content=listed("PL1;31-02-2026;Vegt;Delfzijl;Eemsdelta;Kanarie."))
    found = repair_list(seen_by(world, "nadia"))
    assert found.waiting == 1
    assert Field.NOTES not in {cell.field for cell in found.lines[0].cells}
    assert "Kanarie" not in repr(found)


def test_a_row_that_is_nobody_s_shows_nobody() -> None:
    world = make_world()
    content = listed("PL1;22-11-2026;Kanarie;Leek;Atlantis;Kanarie.")
    import_list(actor=LIST_READER, now=NOW, content=content)
    line = repair_list(seen_by(world, "marit")).lines[0]
    assert line.of_nobody
    assert {cell.field: cell.text for cell in line.cells} == {
        Field.INCIDENT: "PL1",
        Field.REPORT_DATE: "22-11-2026",
        Field.PLACE: "Leek",
        Field.MUNICIPALITY: "Atlantis",
    }


def test_one_row_is_found_by_its_id_and_a_handled_one_has_no_cells_left() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    import_list(actor=world.actor("marit"), now=NOW, content=listed("PL1;31-02-2026;Vegt;Delfzijl;Eemsdelta;"))
    marit = seen_by(world, "marit")
    row_id = repair_list(marit).lines[0].id
    assert {cell.text for cell in repair_line(marit, row_id).cells} >= {"Vegt", "Delfzijl"}
    dismiss_row(actor=world.actor("marit"), now=NOW, row_id=row_id, reason="Dubbel.")
    assert {cell.text for cell in repair_line(marit, row_id).cells} == {""}
    with pytest.raises(NotVisible):
        repair_line(seen_by(other, "marit"), row_id)


def test_lists_that_were_read_show_their_counts_newest_first() -> None:
    world = make_world()
    import_list(actor=LIST_READER, now=NOW - timedelta(days=1), content=listed("PL1;22-11-2026;Vegt;;Eemsdelta;"))
    import_list(
        actor=world.actor("marit"),
        now=NOW,
        content=listed("PL1;22-11-2026;Vegt;;Eemsdelta;", ";22-11-2026;Vegt;;Eemsdelta;"),
    )
    found = imports(seen_by(world, "nadia"))
    assert [(line.by, line.for_region, line.finished, line.read) for line in found] == [
        ("Marit uit Eemsdelta", False, True, 2),
        ("", True, True, 1),
    ]
    assert (found[0].accepted, found[0].already_known, found[0].refused, found[0].warnings) == (0, 1, 1, 0)


def test_a_team_sees_what_it_was_asked_and_until_when() -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    new = NewDecision(Outcome.PASSED_ON, "other_task", "Kent u haar?", to_team=world.teams["Gebiedsteam"].id)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    line = passed_on(seen_by(world, "sanne"), now=NOW)[0]
    assert (line.id, line.name, line.team, line.by) == (
        concern.id,
        "Vegt, Yvonne van der",
        "Gebiedsteam",
        "Marit uit Eemsdelta",
    )
    assert (line.text, line.note, line.reason) == (
        "De gordijnen blijven dicht.",
        "Kent u haar?",
        "Dit hoort bij de taak van een ander",
    )
    assert passed_on(seen_by(world, "iris"), now=NOW) == ()
    assert passed_on(seen_by(world, "sanne"), now=line.accept_before) == ()


def test_the_concerns_of_a_case_are_whole_for_care_and_headings_for_public_order() -> None:
    world = make_world()
    chosen = {
        Responsibility.CASE_DIRECTION: Choice(member_id=world.id("sanne")),
        Responsibility.PROCESS_DIRECTION: Choice(member_id=world.id("nadia")),
    }
    residents = [NewCaseResident(make_resident(world).id)]
    new = NewCase(world.municipality.id, Case.Kind.PERSON, "Vegt", 3, "oggz", residents=residents, chosen=chosen)
    opened = open_case(actor=world.actor("marit"), now=NOW, new=new)
    concern = make_concern(world, make_point(world), text="Kanarie.")
    joined = NewDecision(Outcome.JOINED, "fits_running_concerns", case_id=opened.id)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=joined)
    whole = case_concerns(seen_by(world, "sanne"), opened.id, now=NOW)
    heading = case_concerns(seen_by(world, "nadia"), opened.id, now=NOW)
    assert [(line.id, line.text, line.by, line.joined_at) for line in whole] == [
        (concern.id, "Kanarie.", "Marit uit Eemsdelta", NOW)
    ]
    assert [(line.id, line.text) for line in heading] == [(concern.id, None)]
    assert case_concerns(seen_by(world, "iris"), opened.id, now=NOW) == ()


def test_points_and_themes_are_those_of_one_s_municipality() -> None:
    world, other = make_world(), make_world("pekela", "Pekela")
    make_point(world, name="Meldpunt Bezorgd")
    make_point(world, name="Politie (E33)", source=ReportingPoint.Source.POLICE_E33)
    closed = make_point(world, name="Oud meldpunt")
    ReportingPoint.objects.filter(pk=closed.pk).update(active=False)
    make_point(other, name="Meldpunt Zorg en Veiligheid")
    Theme.objects.create(municipality=world.municipality, code="housing", name="Wonen")
    assert [(each.name, each.instruction) for each in points(seen_by(world, "beheer"))] == [
        ("Meldpunt Bezorgd", ("Is er nu gevaar voor de persoon of voor een ander?",))
    ]
    assert theme_names(world.municipality.id) == {"housing": "Wonen"}
    assert theme_names(other.municipality.id) == {}
