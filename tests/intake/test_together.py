"""Two people at once on one concern, one answer, one row or one list: one wins, the others are told in words."""

from functools import partial
from pathlib import Path

from houvast.audit.models import Entry
from houvast.intake.models import Concern, ListVersion, PassOnAnswer, RepairRow, TriageDecision
from houvast.intake.rules.mapping import Field
from houvast.intake.rules.short_lists import Entry as Choice
from houvast.intake.rules.short_lists import ListKind
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.answer_pass_on import answer_pass_on
from houvast.intake.services.correct_row import correct_row
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.enter_concern import NewConcern, enter_concern
from houvast.intake.services.import_list import LIST_READER, import_list
from houvast.intake.services.set_entry import NewEntry, set_entry
from houvast.kernel.ids import new_id
from tests.cases.test_together import at_once
from tests.intake.worlds import make_concern, make_duo, make_point, make_ten
from tests.worlds import NOW, make_world

EXAMPLE = (Path(__file__).parent / "data" / "e33-voorbeeld.csv").read_bytes()


def test_of_sixteen_who_decide_at_once_one_wins_and_the_others_hear_who(committed: str) -> None:
    world = make_world()
    make_duo(world, "marit", "nadia")
    concern = make_concern(world, make_point(world))
    new = NewDecision(Outcome.NOTHING, "once")
    call = partial(decide_concern, now=NOW, concern_id=concern.id, version=0, new=new)
    outcomes = at_once([partial(call, actor=world.actor(who)) for who in ("marit", "nadia") * 8])
    assert outcomes.count("done") == 1
    row = TriageDecision.objects.select_related("decided_by").get()
    told = f"Conflict: {row.decided_by.name} was eerder: niets, op 23-11 om 10.30 uur. Uw keuze is niet opgeslagen."
    assert outcomes.count(told) == 15
    assert Entry.objects.filter(event="concern.decided", outcome="done").count() == 1
    assert Concern.objects.get().version == 1


def test_of_two_answers_of_a_team_one_counts(committed: str) -> None:
    world = make_world()
    concern = make_concern(world, make_point(world))
    new = NewDecision(Outcome.PASSED_ON, "other_task", to_team=world.teams["Gebiedsteam"].id)
    decide_concern(actor=world.actor("marit"), now=NOW, concern_id=concern.id, version=0, new=new)
    call = partial(answer_pass_on, now=NOW, concern_id=concern.id, reason="Wij zijn vol.")
    calls = [partial(call, actor=world.actor(who), accepted=who == "sanne") for who in ("sanne", "bram")]
    outcomes = at_once(calls)
    assert outcomes.count("done") == 1
    assert "Conflict: Op dit signaal is al geantwoord. Kijk opnieuw wat er nu geldt." in outcomes
    answer = PassOnAnswer.objects.get()
    assert Concern.objects.get().state == ("decided" if answer.accepted else "waiting")


def test_a_form_that_is_sent_twice_at_once_is_entered_once(committed: str) -> None:
    world = make_world()
    new = NewConcern(form_id=new_id(), point_id=make_point(world).id, text="Tent in het park.")
    call = partial(enter_concern, actor=world.actor("sanne"), now=NOW, new=new)
    assert at_once([call] * 4) == ["done"] * 4
    assert Concern.objects.count() == 1


def test_of_two_who_correct_one_row_one_wins(committed: str) -> None:
    world = make_world()
    rows = "Incidentnummer;Datum;Achternaam;Gemeente\n;22-11-2026;Vegt;Eemsdelta\n"
    import_list(actor=world.actor("marit"), now=NOW, content=rows.encode())
    call = partial(correct_row, now=NOW, row_id=RepairRow.objects.get().id, cells={Field.INCIDENT: "PL1"})
    outcomes = at_once([partial(call, actor=world.actor(who)) for who in ("marit", "nadia")])
    assert outcomes.count("done") == 1
    assert [each for each in outcomes if each.startswith("Conflict: ") and "herstelde deze regel" in each]
    assert Concern.objects.count() == 1


def test_one_list_that_is_read_twice_at_once_is_filed_once(committed: str) -> None:
    make_ten()
    call = partial(import_list, actor=LIST_READER, now=NOW, content=EXAMPLE)
    assert at_once([call, call]) == ["done", "done"]
    assert (Concern.objects.count(), RepairRow.objects.count()) == (229, 8)


def test_of_two_who_give_one_heading_to_two_columns_one_wins(committed: str) -> None:
    """Each would be right alone; together they would leave a list of which nobody can say which column is meant."""
    world = make_world()
    call = partial(set_entry, actor=world.actor("beheer"), now=NOW)
    fields = (Field.PLACE, Field.MUNICIPALITY) * 2
    columns = [Choice(field.value, "", ("Waar",), number=0) for field in fields]
    outcomes = at_once([partial(call, NewEntry(world.municipality.id, ListKind.COLUMN, column)) for column in columns])
    assert outcomes.count("done") == 1
    assert ListVersion.objects.count() == 1
    assert [each for each in outcomes if "staat al bij" in each]
