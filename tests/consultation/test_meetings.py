"""From agenda to minutes: what a meeting says about a case goes into that case, and stays as it was."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.consultation import scopes
from houvast.consultation.models import (
    AgendaItem,
    Correction,
    ItemGuest,
    ItemText,
    Meeting,
    Resolution,
    ResolutionOutcome,
)
from houvast.consultation.rules.saying import OutcomeState
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.correct_minutes import correct_minutes
from houvast.consultation.services.invite_guest import NewGuest, invite_guest
from houvast.consultation.services.invite_to_item import invite_to_item
from houvast.consultation.services.join_table import join_table
from houvast.consultation.services.make_resolution import NewResolution, make_resolution
from houvast.consultation.services.move_item import move_item
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.record_outcome import record_outcome
from houvast.consultation.services.set_table import set_table
from houvast.consultation.services.steps.loading import key_of
from houvast.consultation.services.take_off_agenda import take_off_agenda
from houvast.consultation.services.write_item_text import write_item_text
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.plans.models import Task
from houvast.plans.rules.tasks import Owner
from houvast.plans.selectors import tasks
from tests.consultation.worlds import BEGUN, MONDAY, SYSTEM, THURSDAY, Tabled, setting
from tests.lives import open_with
from tests.worlds import NOW, make_resident, make_world

DAY = timedelta(days=1)


def close(tabled: Tabled, who: str = "nadia") -> None:
    close_meeting(actor=tabled.actor(who), now=BEGUN, meeting_id=tabled.meeting_id)


def write(tabled: Tabled, item_id: UUID, text: str, who: str = "nadia", seen: int | None = None) -> int:
    return write_item_text(actor=tabled.actor(who), now=BEGUN, item_id=item_id, text=text, seen=seen)


def titles(tabled: Tabled) -> list[UUID]:
    rows = AgendaItem.objects.filter(meeting_id=tabled.meeting_id, taken_off_at__isnull=True)
    return list(rows.order_by("position").values_list("pk", flat=True))


def test_a_resolution_about_a_case_is_a_task_in_that_case(tabled: Tabled) -> None:
    item = tabled.put_case()
    tabled.open()
    resolution = tabled.resolve(item, "yara")
    task = Task.objects.get()
    assert (task.source, task.source_id, task.case_id) == (Task.Source.RESOLUTION, resolution, tabled.case_id)
    mine = tasks.mine(tabled.viewer("yara"), now=BEGUN, most=9)
    assert [(each.what, each.due_on) for each in mine] == [("Belt de kliniek", THURSDAY)]
    assert Entry.objects.get(event="task.added").ground == "chair"


def test_who_does_a_task_keeps_it_after_the_meeting(tabled: Tabled) -> None:
    item = tabled.put_case()
    tabled.open()
    tabled.resolve(item, "yara")
    close(tabled)
    assert not scopes.items(tabled.viewer("yara"), now=BEGUN).exists()
    assert len(tasks.mine(tabled.viewer("yara"), now=BEGUN, most=9)) == 1


def test_a_resolution_that_is_nobodys_case_keeps_its_own_outcome(tabled: Tabled) -> None:
    item = tabled.put_theme()
    tabled.open()
    resolution = tabled.resolve(item, "iris")
    close(tabled)
    assert not Task.objects.exists()
    later = BEGUN + DAY
    assert scopes.resolutions(tabled.viewer("iris"), now=later).filter(pk=resolution).exists()
    record_outcome(actor=tabled.actor("iris"), now=later, resolution_id=resolution, state=OutcomeState.DONE)
    assert ResolutionOutcome.objects.get().state == "done"
    assert not scopes.resolutions(tabled.viewer("iris"), now=later).exists()
    with pytest.raises(Conflict):
        record_outcome(actor=tabled.actor("nadia"), now=later, resolution_id=resolution, state=OutcomeState.NOT_DONE)
    with pytest.raises(NotVisible):
        record_outcome(actor=tabled.actor("bram"), now=later, resolution_id=resolution, state=OutcomeState.DONE)


def test_only_owner_or_chair_says_what_became_of_it(tabled: Tabled) -> None:
    new = NewItem(AgendaItem.Kind.ADDRESS, title="Tent in het park")
    item = put_on_agenda(actor=tabled.actor("nadia"), now=NOW, meeting_id=tabled.meeting_id, new=new)
    tabled.open()
    resolution = tabled.resolve(item, "iris")
    invite_to_item(actor=tabled.actor("nadia"), now=BEGUN, item_id=item, member_id=tabled.id("bram"))
    with pytest.raises(Refused):
        record_outcome(actor=tabled.actor("bram"), now=BEGUN, resolution_id=resolution, state=OutcomeState.DONE)


def test_a_task_says_how_a_resolution_about_a_case_stands(tabled: Tabled) -> None:
    item = tabled.put_case()
    tabled.open()
    resolution = tabled.resolve(item)
    with pytest.raises(NotVisible):
        record_outcome(actor=tabled.actor("nadia"), now=BEGUN, resolution_id=resolution, state=OutcomeState.DONE)


def test_pressing_twice_decides_once(tabled: Tabled) -> None:
    item = tabled.put_case()
    tabled.open()
    new = NewResolution("Belt", Owner(member_id=tabled.id("sanne")), THURSDAY)
    make_resolution(actor=tabled.actor("nadia"), now=BEGUN, item_id=item, new=new)
    with pytest.raises(Conflict):
        make_resolution(actor=tabled.actor("nadia"), now=BEGUN, item_id=item, new=new)
    assert (Resolution.objects.count(), Task.objects.count()) == (1, 1)


def test_pressing_twice_says_it_once(tabled: Tabled) -> None:
    nadia, theme = tabled.actor("nadia"), NewItem(AgendaItem.Kind.THEME, title="Eenzaamheid")
    guest = NewGuest(ItemGuest.Kind.RESIDENT, NOW.date(), ItemGuest.ToldHow.PHONE, "Ruben")
    item = put_on_agenda(actor=nadia, now=NOW, meeting_id=tabled.meeting_id, new=theme)
    with pytest.raises(Conflict):
        put_on_agenda(actor=nadia, now=NOW, meeting_id=tabled.meeting_id, new=theme)
    invite_guest(actor=nadia, now=NOW, item_id=item, new=guest)
    with pytest.raises(Conflict):
        invite_guest(actor=nadia, now=NOW, item_id=item, new=guest)
    tabled.open()
    close(tabled)
    correct_minutes(actor=nadia, now=BEGUN, item_id=item, text="Het was dinsdag.")
    with pytest.raises(Conflict):
        correct_minutes(actor=nadia, now=BEGUN, item_id=item, text="Het was dinsdag.")
    assert [table.objects.count() for table in (AgendaItem, ItemGuest, Correction)] == [1, 1, 1]


def test_a_resolution_that_lacks_something_is_told_and_leaves_nothing(tabled: Tabled) -> None:
    items = tabled.put_case(), tabled.put_theme()
    tabled.open()
    for item in items:
        for new in (
            NewResolution("", Owner(), None),
            NewResolution("Belt", Owner(member_id=new_id()), THURSDAY),
            NewResolution("Belt", Owner(resident_id=new_id()), THURSDAY),
            NewResolution("Belt", Owner(team_id=new_id()), THURSDAY),
        ):
            with pytest.raises(Invalid):
                make_resolution(actor=tabled.actor("nadia"), now=BEGUN, item_id=item, new=new)
    assert not Resolution.objects.exists()
    assert not Task.objects.exists()


def test_a_team_and_an_organisation_can_do_what_is_nobodys_case(tabled: Tabled) -> None:
    item = tabled.put_theme()
    tabled.open()
    for owner in (Owner(team_id=tabled.world.teams["Jeugd"].id), Owner(organisation_id=tabled.partner.organisation_id)):
        new = NewResolution("Zoekt het uit", owner, THURSDAY)
        make_resolution(actor=tabled.actor("nadia"), now=BEGUN, item_id=item, new=new)
    kinds = Resolution.objects.order_by("number").values_list("number", "owner_kind")
    assert list(kinds) == [(1, "team"), (2, "organisation")]


def test_nothing_is_decided_in_a_closed_case(tabled: Tabled) -> None:
    item = tabled.put_case()
    tabled.open()
    sanne = tabled.actor("sanne")
    close_case(actor=sanne, now=BEGUN, case_id=tabled.case_id, new=NewClosing("goals_reached", "Goed.", None))
    with pytest.raises((Refused, NotVisible)):
        tabled.resolve(item)
    assert not Resolution.objects.exists()


def test_what_was_said_has_versions_and_three_lines(tabled: Tabled) -> None:
    item = tabled.put_case()
    with pytest.raises(Refused) as early:
        write(tabled, item, "Te vroeg.")
    assert early.value.verdict.reason == "meeting_not_open"
    tabled.open()
    assert write(tabled, item, "Een.\n\nTwee.\nDrie.") == 1
    assert write(tabled, item, "Anders.", seen=1) == 2
    with pytest.raises(Conflict):
        write(tabled, item, "Weer anders.", seen=1)
    with pytest.raises(Invalid):
        write(tabled, item, "a\nb\nc\nd")
    assert ItemText.objects.count() == 2
    assert b"Anders" not in bytes(ItemText.objects.get(number=2).text_sealed)


def test_minutes_are_fixed_by_closing_and_put_right_below(tabled: Tabled) -> None:
    item = tabled.put_case()
    with pytest.raises(Refused):
        correct_minutes(actor=tabled.actor("nadia"), now=BEGUN, item_id=item, text="Het was dinsdag.")
    with pytest.raises(Conflict):
        close(tabled)
    tabled.open()
    write(tabled, item, "Gezegd.")
    close(tabled)
    for attempt in (lambda: write(tabled, item, "Anders."), lambda: tabled.resolve(item), lambda: close(tabled)):
        with pytest.raises(Refused) as fixed:
            attempt()
        assert fixed.value.verdict.reason == "meeting_closed"
    with pytest.raises(Invalid):
        correct_minutes(actor=tabled.actor("nadia"), now=BEGUN, item_id=item, text="")
    correct_minutes(actor=tabled.actor("nadia"), now=BEGUN, item_id=item, text="Het was dinsdag.")
    assert Correction.objects.get().number == 1
    with pytest.raises(Refused):
        correct_minutes(actor=tabled.actor("sanne"), now=BEGUN, item_id=item, text="Nee.")


def test_only_the_chair_or_a_stand_in_leads(tabled: Tabled) -> None:
    item = tabled.put_case()
    with pytest.raises(Refused):
        open_meeting(actor=tabled.actor("sanne"), now=BEGUN, meeting_id=tabled.meeting_id)
    tabled.open()
    with pytest.raises(Conflict):
        tabled.open()
    with pytest.raises(Refused):
        write(tabled, item, "Ik ook.", "sanne")
    with pytest.raises(NotVisible):
        open_meeting(actor=tabled.actor("bram"), now=BEGUN, meeting_id=tabled.meeting_id)
    assert Entry.objects.filter(event="consultation.meeting_opened", outcome="refused").count() == 2
    assert Meeting.objects.get().state == "open"


def test_an_agenda_is_ordered_by_the_chair(tabled: Tabled) -> None:
    first, second = tabled.put_case(), tabled.put_theme()
    nadia = tabled.actor("nadia")
    move_item(actor=nadia, now=NOW, item_id=second, up=True)
    assert titles(tabled) == [second, first]
    move_item(actor=nadia, now=NOW, item_id=second, up=True)
    move_item(actor=nadia, now=NOW, item_id=second, up=False)
    assert titles(tabled) == [first, second]
    with pytest.raises(Refused):
        move_item(actor=tabled.actor("sanne"), now=NOW, item_id=first, up=False)


def test_what_was_put_by_mistake_is_taken_off_and_seen_by_nobody(tabled: Tabled) -> None:
    item, theme = tabled.put_case(), tabled.put_theme()
    tabled.open()
    write(tabled, theme, "Gezegd.")
    with pytest.raises(Conflict):
        take_off_agenda(actor=tabled.actor("nadia"), now=BEGUN, item_id=theme)
    take_off_agenda(actor=tabled.actor("nadia"), now=BEGUN, item_id=item)
    assert titles(tabled) == [theme]
    assert not scopes.items(tabled.viewer("yara"), now=BEGUN).exists()
    tabled.put_case("nadia", BEGUN)
    assert len(titles(tabled)) == 2


def test_a_case_stands_on_an_agenda_once(tabled: Tabled) -> None:
    tabled.put_case()
    with pytest.raises(Conflict):
        tabled.put_case()


def test_the_agenda_closes_for_all_but_the_chair(tabled: Tabled) -> None:
    late = MONDAY - DAY
    with pytest.raises(Refused) as closed:
        tabled.put_case(now=late)
    assert closed.value.verdict.reason == "agenda_closed"
    tabled.put_case("nadia", late)


@pytest.mark.parametrize(
    "new",
    [
        NewItem(AgendaItem.Kind.CASE),
        NewItem(AgendaItem.Kind.THEME),
        NewItem(AgendaItem.Kind.THEME, title="x", minutes=0),
    ],
)
def test_an_item_that_lacks_something_is_told(tabled: Tabled, new: NewItem) -> None:
    with pytest.raises(Invalid):
        put_on_agenda(actor=tabled.actor("nadia"), now=NOW, meeting_id=tabled.meeting_id, new=new)


def put(tabled: Tabled, case_id: UUID, who: str = "sanne") -> UUID:
    new = NewItem(AgendaItem.Kind.CASE, case_id)
    return put_on_agenda(actor=tabled.actor(who), now=NOW, meeting_id=tabled.meeting_id, new=new)


def test_a_closed_case_or_one_of_elsewhere_is_not_discussed(tabled: Tabled) -> None:
    elsewhere = open_with(make_world("opsterland", "Opsterland"))
    with pytest.raises(NotVisible):
        put(tabled, elsewhere)
    assert Entry.objects.get(outcome="refused").case == elsewhere
    closed = open_with(tabled.world, make_resident(tabled.world, "Vegt").id)
    sanne = tabled.actor("sanne")
    close_case(actor=sanne, now=NOW, case_id=closed, new=NewClosing("goals_reached", "Goed.", THURSDAY))
    with pytest.raises(Invalid):
        put(tabled, closed)


def test_a_case_is_discussed_in_its_own_municipality_or_its_region(tabled: Tabled) -> None:
    there = make_world("opsterland", "Opsterland")
    for region, allowed in (("", False), ("Groningen", True)):
        wanted = replace(setting(there, "marit", f"TVO {region}"), region=region)
        table_id = set_table(actor=SYSTEM, now=NOW, municipality_id=there.municipality.id, setting=wanted)
        join_table(actor=SYSTEM, now=NOW, table_id=table_id, member_id=tabled.id("sanne"))
        meeting_id = plan_meeting(actor=there.actor("marit"), now=NOW, table_id=table_id, starts_at=MONDAY)
        elsewhere = replace(tabled, meeting_id=meeting_id)
        if allowed:
            elsewhere.put_case()
        else:
            with pytest.raises(Invalid):
                elsewhere.put_case()


def test_an_item_without_a_key_cannot_be_read() -> None:
    with pytest.raises(LookupError):
        key_of(AgendaItem(kind=AgendaItem.Kind.THEME))
