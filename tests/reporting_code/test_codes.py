"""A reporting code: begun, step by step with their days, decided; and seen by whom it may be."""

from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Access, CaseResident, HandOverAnswer
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.close_case import NewClosing
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.desk.rules.work import Act, Cause
from houvast.desk.selectors.case_page import case_page
from houvast.desk.services.close_case_everywhere import close_case_everywhere
from houvast.directory.selectors import viewer_of
from houvast.intake.rules.short_lists import CODE_OPEN, ListKind
from houvast.intake.rules.short_lists import Entry as ListEntry
from houvast.intake.services.set_entry import NewEntry, set_entry
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.reporting_code.models import ReportingCode, ReportingCodeStep
from houvast.reporting_code.rules.steps import CodeOutcome, CodeStep
from houvast.reporting_code.selectors.inspection import held_reporting_codes
from houvast.reporting_code.selectors.reading import CodeLine, of_case, one
from houvast.reporting_code.services.begin_reporting_code import NewReportingCode, begin_reporting_code
from houvast.reporting_code.services.record_reporting_step import record_reporting_step
from tests.desk.test_work import rows_of
from tests.lives import open_with
from tests.reporting_code.worlds import DAY, REPORTED, SIGNALS, begin, record, record_all
from tests.rights.region import take_process_direction
from tests.worlds import NOW, World, make_resident, make_world

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def case_id(world: World) -> UUID:
    """Let Sanne and Marit lead a case."""
    made = open_with(world)
    take_process_direction(world, made)
    return made


def seen(world: World, who: str, case_id: UUID) -> tuple[CodeLine, ...]:
    return of_case(viewer_of(world.actor(who), now=NOW), case_id, now=NOW)


def test_it_goes_through_its_steps_and_ends_with_the_decision(world: World, case_id: UUID) -> None:
    sanne = world.actor("sanne")
    code_id = begin(sanne, case_id)
    record_all(sanne, code_id)
    assert seen(world, "sanne", case_id)[0].is_open
    record(sanne, code_id, REPORTED)
    (line,) = seen(world, "sanne", case_id)
    assert (line.resident, line.why, line.begun_by) == (
        "Ruben Dijkhuis",
        "Zij schrikt van elk geluid.",
        "Sanne uit Eemsdelta",
    )
    assert [each.step for each in line.steps] == list(CodeStep)
    assert [each.skipped for each in line.steps] == [False, False, True, False, False]
    last = line.steps[-1]
    assert (last.outcome, last.reported_on, last.words) == (
        CodeOutcome.REPORTED_AND_HELP,
        DAY,
        "Gemeld, en wij blijven.",
    )
    assert not line.is_open
    with pytest.raises(Conflict):
        record(sanne, code_id, now=NOW + HOUR)


def test_what_is_missing_comes_back_and_nothing_is_written(world: World, case_id: UUID) -> None:
    sanne = world.actor("sanne")
    code_id = begin(sanne, case_id)
    with pytest.raises(Invalid) as wrong:
        record(sanne, code_id, REPORTED)
    assert wrong.value.problems.keys() == {"step"}
    stranger = make_resident(world).id
    for who in (None, stranger):
        with pytest.raises(Invalid):
            new = NewReportingCode(who, "Signalen.", new_id())
            begin_reporting_code(actor=sanne, now=NOW, case_id=case_id, new=new)
    assert (ReportingCode.objects.count(), ReportingCodeStep.objects.count()) == (1, 0)


def test_pressing_twice_does_it_once(world: World, case_id: UUID) -> None:
    sanne = world.actor("sanne")
    code_id = begin(sanne, case_id)
    with pytest.raises(Conflict):
        begin(sanne, case_id)
    step_id = record(sanne, code_id)
    for again in (step_id, new_id()):
        with pytest.raises(Conflict):
            record_reporting_step(actor=sanne, now=NOW, code_id=code_id, new=SIGNALS, step_id=again)
    record(sanne, code_id, now=NOW + HOUR)
    begin(sanne, case_id, now=NOW + HOUR)
    assert (ReportingCode.objects.count(), ReportingCodeStep.objects.count()) == (2, 2)


def test_only_who_reads_care_notes_sees_it_and_who_began_it(world: World, case_id: UUID) -> None:
    code_id = begin(world.actor("sanne"), case_id)
    own = begin(world.actor("marit"), case_id)
    assert {line.id for line in seen(world, "sanne", case_id)} == {code_id, own}
    assert [line.id for line in seen(world, "marit", case_id)] == [own]
    for who in ("nadia", "bos", "erik", "iris", "beheer", "privacy"):
        assert seen(world, who, case_id) == (), who
    assert one(viewer_of(world.actor("marit"), now=NOW), code_id, now=NOW) is None
    with pytest.raises(NotVisible):
        record(world.actor("marit"), code_id)
    record(world.actor("sanne"), own)
    with pytest.raises(Refused):
        begin(world.actor("nadia"), case_id)
    with pytest.raises(NotVisible):
        begin(world.actor("iris"), case_id)


def test_it_stands_on_mijn_werk_until_it_is_decided_and_is_coloured_by_the_setting(world: World, case_id: UUID) -> None:
    marit = world.actor("marit")
    code_id = begin(marit, case_id)

    def rows(who: str, days: int) -> list[tuple[str, bool]]:
        found = rows_of(world, who, later=timedelta(days=days))
        return [(row.why.split()[0], row.late) for row in found if row.cause is Cause.REPORTING_CODE]

    assert rows("marit", 1) == [("U", False)]
    assert rows("sanne", 1) == [("Marit", False)]
    assert rows("nadia", 1) == rows("bram", 1) == []
    assert [rows("marit", days) for days in (14, 15)] == [[("U", False)], [("U", True)]]
    new = NewEntry(world.municipality.id, ListKind.TERM, ListEntry(CODE_OPEN, "", amount=1))
    set_entry(new, actor=world.actor("beheer"), now=NOW)
    assert rows("marit", 2) == [("U", True)]
    record_all(marit, code_id)
    record(marit, code_id, REPORTED)
    assert rows("marit", 15) == []
    assert Act.SEE_CODE


def test_the_timeline_tells_it_to_who_sees_it(world: World, case_id: UUID) -> None:
    sanne = world.actor("sanne")
    code_id = begin(sanne, case_id)
    record_all(sanne, code_id, now=NOW + HOUR)
    record(sanne, code_id, REPORTED, now=NOW + 2 * HOUR)

    def told(who: str) -> list[str]:
        later = NOW + 3 * HOUR
        page = case_page(viewer_of(world.actor(who), now=later), "C-2026-0001", now=later)
        return [f"{each.strong}{each.text}" for each in page.timeline if each.strong.startswith("Meldcode")]

    assert told("sanne")[0] == "Meldcode besloten: gemeld bij Veilig Thuis met hulp, zegt Sanne uit Eemsdelta."
    assert "Meldcode, gesprek overgeslagen, vastgelegd door Sanne uit Eemsdelta." in told("sanne")
    assert told("sanne")[-1] == "Meldcode begonnen door Sanne uit Eemsdelta."
    assert told("marit") == []


def test_the_log_says_that_it_happened_and_no_word_of_it(world: World, case_id: UUID) -> None:
    code_id = begin(world.actor("sanne"), case_id)
    record(world.actor("sanne"), code_id)
    begun, step = Entry.objects.filter(event__startswith="reporting_code").order_by("number")
    assert (begun.subject_id, begun.details) == (code_id, {})
    assert (step.subject_id, step.details) == (code_id, {"step": "signals", "number": 1})


def test_who_asks_what_is_held_is_told_only_what_is_about_them(world: World, case_id: UUID) -> None:
    sanne = world.actor("sanne")
    code_id = begin(sanne, case_id)
    record_all(sanne, code_id)
    record(sanne, code_id, REPORTED)
    about = CaseResident.objects.get(case_id=case_id).resident_id
    held = held_reporting_codes(about, [case_id])
    assert len(held) == 6
    assert all("als het veilig is" in each.title for each in held)
    assert held_reporting_codes(make_resident(world).id, [case_id]) == ()


def test_closing_leaves_an_open_one_with_who_began_it_until_it_is_decided(world: World, case_id: UUID) -> None:
    sanne, later = world.actor("sanne"), NOW + HOUR
    code_id, decided = begin(sanne, case_id), begin(world.actor("marit"), case_id)
    record_all(sanne, decided)
    record(sanne, decided, REPORTED)
    text = "Klaar."
    close_case_everywhere(actor=sanne, now=later, case_id=case_id, new=NewClosing("moved", text, None))

    def open_for(who: str) -> list[str]:
        return [row.why.split()[0] for row in rows_of(world, who, later=HOUR) if row.cause is Cause.REPORTING_CODE]

    assert (open_for("sanne"), open_for("marit"), open_for("nadia")) == (["U"], [], [])
    record_all(sanne, code_id, now=later)
    record(sanne, code_id, REPORTED, now=later)
    assert open_for("sanne") == []
    assert not Access.objects.filter(source_id=code_id, withdrawn_at=None).exists()


def test_closing_leaves_nothing_with_who_was_locked_out_meanwhile(world: World, case_id: UUID) -> None:
    sanne, bram = world.actor("sanne"), world.actor("bram")
    code_id = begin(sanne, case_id)
    asks = partial(ask_hand_over, actor=sanne, now=NOW, case_id=case_id, responsibility=Responsibility.CASE_DIRECTION)
    asked = asks(to_member=world.id("bram"), reason="Ik woon er nu naast.")
    answer_hand_over(actor=bram, now=NOW, hand_over_id=asked, outcome=HandOverAnswer.Outcome.ACCEPTED)
    lock_out(actor=bram, now=NOW, case_id=case_id, new=NewLockOut(world.id("sanne"), "Woont ernaast."))
    close_case_everywhere(actor=bram, now=NOW + HOUR, case_id=case_id, new=NewClosing("moved", "Klaar.", None))
    assert not Access.objects.filter(source_id=code_id).exists()
