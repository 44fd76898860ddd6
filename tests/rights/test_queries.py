"""As many questions to the database with few rows as with many. The numbers were counted once and are written down."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from houvast.cases.models import Case, CaseOrganisation, Note
from houvast.cases.rules.opening import Choice
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.write_note import write_note
from houvast.consultation.models import AgendaItem
from houvast.consultation.services.ask_table import ask_table
from houvast.consultation.services.make_resolution import NewResolution, make_resolution
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.write_item_text import write_item_text
from houvast.directory.models import Organisation
from houvast.kernel.ids import new_id
from houvast.plans.rules.tasks import Owner
from houvast.plans.services.add_task import NewTask, add_task
from houvast.safety_house.models import FileAccess, FileNote, HouseFile
from houvast.short_lines.rules.contacts import ContactState, NewContact
from houvast.short_lines.services.ask_colleague import ask_colleague
from houvast.short_lines.services.check_line import check_line
from houvast.short_lines.services.open_line import NewLine, open_line
from houvast.short_lines.services.set_contact import set_contact
from houvast.vault.sealing import seal
from tests.bench.fill import fill
from tests.documents.worlds import fill as fill_documents
from tests.letters.worlds import fill as fill_letters
from tests.lives import CASE_DIRECTION, open_with
from tests.plans.tailoring import add_tailor_made
from tests.rights.region import MOMENT
from tests.rights.walking import Walk
from tests.sharing.worlds import Sharing
from tests.worlds import NOW, make_resident

FEW, MANY = 10, 500
FEW_AROUND, MANY_AROUND = 10, 200
FEW_TURNS, MANY_TURNS = 2, 24
FEW_TASKS, MANY_TASKS = 4, 60

Ask = tuple[str, str, str]
"""Who asks, how, and for what."""

CASE = "/casussen/{calm}/"
LISTS: dict[Ask, int] = {
    ("team", "GET", "/"): 58,
    ("dir", "GET", "/"): 65,
    ("team", "GET", "/casussen/"): 13,
    ("dir", "GET", "/casussen/?van=mij"): 13,
    ("team", "POST", "/zoeken/"): 13,
    ("priv", "GET", "/logboek/"): 17,
    ("priv", "GET", "/logboek/verwerkingen/"): 11,
}
CASE_PAGES: dict[Ask, int] = {
    ("proc", "GET", CASE): 71,
    ("proc", "GET", f"{CASE}tijdlijn/"): 71,
    ("proc", "GET", f"{CASE}mensen/"): 75,
    ("proc", "GET", f"{CASE}documenten/"): 16,
    ("dir", "GET", "/documenten/{document}/"): 18,
    ("proc", "GET", f"{CASE}brieven/"): 14,
    ("dir", "GET", "/brieven/{letter}/"): 14,
    ("dir", "GET", "/casussen/{main}/brieven/nieuw/besluit/{resident}/"): 32,
    ("priv", "GET", "/logboek/uittreksel/?casus={calm}"): 14,
    ("dir", "GET", "/casussen/{main}/mensen/inwoner/{resident}/naaste/{near}/zelfde/"): 16,
    ("dir", "GET", "/casussen/{main}/mensen/inwoner/{resident}/naaste/{same_near}/zelfde/einde/"): 17,
}
TASK_PAGES: dict[Ask, int] = {
    ("dir", "GET", "/casussen/{planned}/plan/"): 28,
    ("part", "GET", "/taken/"): 11,
    ("part", "GET", "/"): 40,
}
SHARING_PAGES: dict[Ask, int] = {
    ("dir", "GET", "/casussen/{shared}/delen/"): 22,
    ("dir", "GET", "/casussen/{shared}/gedeeld/"): 19,
    ("dir", "GET", "/gedeeld/{given}/"): 18,
    ("dir", "GET", "/bekend/"): 10,
    ("priv", "GET", "/bekend/steekproef/"): 11,
    ("priv", "GET", "/logboek/alarmen/"): 12,
}
HOUSE_PAGES: dict[Ask, int] = {
    ("zvh", "GET", "/zvh/"): 14,
    ("zvh", "GET", "/zvh/{file}/"): 14,
    ("proc", "GET", "/casussen/{referred}/zvh/"): 18,
}


def _count(walk: Walk, viewer: str, method: str, address: str) -> int:
    """Count the queries of one request."""
    form = {"zoek": "Verzonnen"} if method == "POST" else None
    with CaptureQueriesContext(connection) as counted:
        answer = walk.ask(viewer, method, address, form)
    assert answer.status == 200
    # Savepoints come from these tests, which take everything back.
    return sum("SAVEPOINT" not in query["sql"] for query in counted.captured_queries)


def counts(walk: Walk, asks: Iterable[Ask], prepare: Callable[[], None]) -> dict[Ask, int]:
    """Count the queries of each request, after something was added that does not stay."""
    with transaction.atomic():
        prepare()
        found = {ask: _count(walk, *ask) for ask in asks}
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def of_lists(walk: Walk) -> list[dict[Ask, int]]:
    """Count what lists ask with few cases and with many."""
    return [counts(walk, LISTS, partial(fill, walk.region.here, number)) for number in (FEW, MANY)]


@pytest.fixture(scope="module")
def of_case_pages(walk: Walk) -> list[dict[Ask, int]]:
    """Count what the pages of a case ask with a short history and with a long one."""
    histories = ((FEW_AROUND, FEW_TURNS), (MANY_AROUND, MANY_TURNS))
    return [counts(walk, CASE_PAGES, partial(_live, walk, *history)) for history in histories]


@pytest.fixture(scope="module")
def of_task_pages(walk: Walk) -> list[dict[Ask, int]]:
    """Count what a plan and a list of tasks ask with few tasks and with many."""
    return [counts(walk, TASK_PAGES, partial(_agree, walk, number)) for number in (FEW_TASKS, MANY_TASKS)]


@pytest.fixture(scope="module")
def of_house_pages(walk: Walk) -> list[dict[Ask, int]]:
    """Count what the pages of a safety house ask with few notes and participants and with many."""
    return [counts(walk, HOUSE_PAGES, partial(_take_part, walk, number)) for number in (FEW, MANY_AROUND)]


@pytest.fixture(scope="module")
def of_sharing_pages(walk: Walk) -> list[dict[Ask, int]]:
    """Count what the pages of sharing ask with little that was shared and with much."""
    return [counts(walk, SHARING_PAGES, partial(_share_again, walk, number)) for number in (1, FEW)]


@pytest.mark.parametrize("ask", SHARING_PAGES, ids=" ".join)
def test_what_was_shared_asks_as_much_for_much_as_for_little(of_sharing_pages: list[dict[Ask, int]], ask: Ask) -> None:
    assert [counted[ask] for counted in of_sharing_pages] == [SHARING_PAGES[ask], SHARING_PAGES[ask]]


@pytest.mark.parametrize("ask", LISTS, ids=" ".join)
def test_lists_ask_as_much_for_many_cases_as_for_few(of_lists: list[dict[Ask, int]], ask: Ask) -> None:
    assert [counted[ask] for counted in of_lists] == [LISTS[ask], LISTS[ask]]


@pytest.mark.parametrize("ask", CASE_PAGES, ids=" ".join)
def test_a_case_page_asks_as_much_for_a_long_history_as_for_a_short_one(
    of_case_pages: list[dict[Ask, int]], ask: Ask
) -> None:
    assert [counted[ask] for counted in of_case_pages] == [CASE_PAGES[ask], CASE_PAGES[ask]]


@pytest.mark.parametrize("ask", TASK_PAGES, ids=" ".join)
def test_a_plan_and_a_list_of_tasks_ask_as_much_for_many_tasks_as_for_few(
    of_task_pages: list[dict[Ask, int]], ask: Ask
) -> None:
    assert [counted[ask] for counted in of_task_pages] == [TASK_PAGES[ask], TASK_PAGES[ask]]


@pytest.mark.parametrize("ask", HOUSE_PAGES, ids=" ".join)
def test_a_file_asks_as_much_with_many_notes_as_with_few(of_house_pages: list[dict[Ask, int]], ask: Ask) -> None:
    assert [counted[ask] for counted in of_house_pages] == [HOUSE_PAGES[ask], HOUSE_PAGES[ask]]


def _share_again(walk: Walk, number: int) -> None:
    """Share the plan again, write notes, and let the resident say yes."""
    region = walk.region
    case, partner = Case.objects.get(code=region.words["shared"]), region.viewers["part"]
    assert partner is not None
    sharing = Sharing(region.here, case.id, UUID(region.words["shared_resident"]), partner, {})
    for each in range(number):
        sharing.share()
        sharing.consent()
        write_note(actor=sharing.actor("sanne"), now=NOW, case_id=case.id, part=Note.Part.CARE, text=f"Gebeld, {each}.")


def _take_part(walk: Walk, number: int) -> None:
    """Give a file notes and participants."""
    file = HouseFile.objects.get(pk=walk.region.words["file"])
    who = walk.region.viewers["part"]
    assert who is not None
    of = {"file": file, "author": who, "organisation_id": who.organisation_id, "written_at": NOW}
    FileNote.objects.bulk_create(FileNote(**of, number=each + 1) for each in range(number))
    until = {"from_at": NOW, "withdrawn_at": NOW, "given_by": who}
    FileAccess.objects.bulk_create(
        FileAccess(file=file, member=who, relation="participant", ground="x", **until) for _ in range(number)
    )


def _live(walk: Walk, around: int, turns: int) -> None:
    """Give a case notes, organisations around it, and case directors one after the other."""
    here = walk.region.here
    case = Case.objects.select_related("key").get(code=walk.region.words["calm"])
    Note.objects.bulk_create(_note(walk, case) for _ in range(around))
    fill_documents(case, here.members["sanne"], around)
    fill_letters(case, here.members["sanne"], around)
    names = [Organisation(kind="other", name=f"Stichting {number} (verzonnen)") for number in range(around)]
    Organisation.objects.bulk_create(names)
    CaseOrganisation.objects.bulk_create(
        CaseOrganisation(case=case, municipality=here.municipality, organisation=each, since=NOW) for each in names
    )
    for number in range(turns):
        choice = Choice(member_id=here.id("sanne" if number % 2 else "bram"))
        actor = here.actor("marit")
        assign_seat(actor=actor, now=NOW, case_id=case.id, responsibility=CASE_DIRECTION, choice=choice)


def _note(walk: Walk, case: Case) -> Note:
    here, note_id = walk.region.here, new_id()
    return Note(
        id=note_id,
        case=case,
        municipality=here.municipality,
        part=Note.Part.GENERAL,
        author=here.members["sanne"],
        written_at=NOW,
        text_sealed=seal(case.key, "Gebeld.", place=f"cases_note.text:{note_id}"),
        ground="oggz",
        organisation=here.organisation,
        retention_from=NOW.date(),
    )


def _agree(walk: Walk, number: int) -> None:
    partner = walk.region.viewers["part"]
    assert partner is not None
    case_id = Case.objects.get(code=walk.region.words["planned"]).id
    for place in range(number):
        new = NewTask(f"Belt {place}", Owner(member_id=partner.id), NOW.date())
        add_task(actor=walk.region.here.actor("sanne"), now=NOW, case_id=case_id, new=new)
        add_tailor_made(walk.region.here.actor("sanne"), case_id)


LINE_PAGES: dict[Ask, int] = {
    ("dir", "GET", "/korte-lijnen/"): 10,
    ("dir", "GET", "/korte-lijnen/{line}/"): 12,
    ("dir", "GET", "/korte-lijnen/vragen/{colleague_question}/"): 12,
    ("team", "GET", "/"): 38,
    ("proc", "GET", "/"): 64,
}


def _begin_lines(walk: Walk, number: int) -> None:
    """Give two teams lines that nobody answers, and one line a long history."""
    here = walk.region.here
    nobody, line_id = NewContact(ContactState.VACANT), UUID(walk.region.words["line"])
    asked = replace(nobody, stand_in_id=here.id("nadia"))
    for place in range(number):
        for who, team in (("sanne", "Gebiedsteam"), ("marit", "Procesregie")):
            new = NewLine(here.teams[team].id, f"Partner {place}", nobody)
            open_line(actor=here.actor(who), now=NOW, new=new)
        ask_colleague(actor=here.actor("sanne"), now=NOW, line_id=line_id, question=f"Hoe gaat dat{'?' * (place + 1)}")
        set_contact(actor=here.actor("sanne"), now=NOW, line_id=line_id, seen_number=place + 1, new=asked)
        check_line(actor=here.actor("sanne"), now=NOW, line_id=line_id, seen_number=place + 2)


def test_short_lines_ask_as_much_for_many_as_for_few(walk: Walk) -> None:
    few, many = (counts(walk, LINE_PAGES, partial(_begin_lines, walk, number)) for number in (2, 20))
    assert (few, many) == (LINE_PAGES, LINE_PAGES)


FEW_ITEMS, MANY_ITEMS = 4, 40
MEETING_PAGES = ("/overleg/{meeting}/", "/overleg/punt/{agenda_item}/", "/overleg/punt/{agenda_item}/beamer")


def _fill_agenda(walk: Walk, number: int) -> None:
    """Put cases and themes on the agenda of the meeting that goes on, with words and a resolution at each."""
    here, meeting = walk.region.here, UUID(walk.region.words["meeting"])
    nadia = here.actor("nadia")
    for place in range(number):
        case = NewItem(AgendaItem.Kind.CASE, open_with(here, make_resident(here, f"Vegt {place}").id))
        theme = NewItem(AgendaItem.Kind.THEME, title=f"Thema {place}")
        new = theme if place % 2 else case
        item = put_on_agenda(actor=nadia, now=MOMENT, meeting_id=meeting, new=new)
        write_item_text(actor=nadia, now=MOMENT, item_id=item, text="Gezegd.")
        ask_table(actor=nadia, now=MOMENT, item_id=item, table_id=UUID(walk.region.words["tvo"]), question="Wie?")
        decided = NewResolution("Belt", Owner(member_id=here.id("sanne")), MOMENT.date())
        make_resolution(actor=nadia, now=MOMENT, item_id=item, new=decided)


def test_a_meeting_asks_as_much_with_many_items_as_with_few(walk: Walk) -> None:
    asks = [("team", "GET", address) for address in MEETING_PAGES] + [
        ("proc", "GET", "/overleg/"),
        ("proc", "GET", "/"),
    ]
    few, many = (counts(walk, asks, partial(_fill_agenda, walk, number)) for number in (FEW_ITEMS, MANY_ITEMS))
    assert few == many
