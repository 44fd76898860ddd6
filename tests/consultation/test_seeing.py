"""Who sees an item: only whom it concerns, only while it does, and never what was before they came."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases.scopes import access
from houvast.consultation import scopes
from houvast.consultation.models import AgendaItem, ItemGuest, ItemMember, Presence
from houvast.consultation.selectors import minutes
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.end_invitation import end_invitation
from houvast.consultation.services.invite_guest import NewGuest, invite_guest
from houvast.consultation.services.invite_to_item import invite_to_item
from houvast.consultation.services.join_table import join_table
from houvast.consultation.services.leave_table import leave_table
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.record_guest_answer import record_guest_answer
from houvast.consultation.services.record_presence import record_presence
from houvast.consultation.services.set_table import set_table
from houvast.consultation.services.take_off_agenda import take_off_agenda
from houvast.consultation.services.write_item_text import write_item_text
from houvast.desk.selectors.asked import case_asked_for
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.consultation.worlds import BEGUN, MONDAY, SYSTEM, Tabled, setting
from tests.lives import close
from tests.worlds import NOW

LATER = BEGUN + timedelta(minutes=5)
TOLD = NewGuest(ItemGuest.Kind.RESIDENT, date(2026, 11, 20), ItemGuest.ToldHow.PHONE, "Ruben")


def sees(tabled: Tabled, who: str) -> bool:
    return scopes.items(tabled.viewer(who, LATER), now=LATER).exists()


def test_whom_a_case_concerns_sees_its_item_from_the_agenda_until_closing(tabled: Tabled) -> None:
    tabled.put_case()
    assert [who for who in ("nadia", "sanne", "iris", "yara", "bram", "erik") if sees(tabled, who)] == [
        "nadia",
        "sanne",
        "iris",
        "yara",
    ]
    parts = access(tabled.viewer("yara"), now=LATER).values_list("part", flat=True)
    assert set(parts) == {"band", "item"}
    tabled.open()
    close_meeting(actor=tabled.actor("nadia"), now=BEGUN, meeting_id=tabled.meeting_id)
    assert [who for who in ("nadia", "sanne", "iris", "yara") if sees(tabled, who)] == ["nadia", "sanne"]


def test_a_chair_reads_the_minutes_of_a_case_for_ninety_days(tabled: Tabled) -> None:
    tabled.put_case()
    tabled.open()
    close_meeting(actor=tabled.actor("nadia"), now=BEGUN, meeting_id=tabled.meeting_id)
    for days, seen in ((89, True), (91, False)):
        then = BEGUN + timedelta(days=days)
        assert scopes.items(tabled.viewer("nadia", then), now=then).exists() is seen


def test_a_member_who_is_not_concerned_sees_nothing_until_invited(tabled: Tabled) -> None:
    item = tabled.put_case("nadia")
    assert not sees(tabled, "yara")
    nadia = tabled.actor("nadia")
    invite_to_item(actor=nadia, now=BEGUN, item_id=item, member_id=tabled.id("yara"))
    assert sees(tabled, "yara")
    end_invitation(actor=nadia, now=LATER, item_id=item, member_id=tabled.id("yara"))
    assert not sees(tabled, "yara")
    assert sees(tabled, "nadia")
    assert sees(tabled, "iris")


def test_an_item_that_is_nobodys_case_is_for_the_chair_and_who_is_invited(tabled: Tabled) -> None:
    item = tabled.put_theme()
    assert [who for who in ("nadia", "sanne", "yara", "bram") if sees(tabled, who)] == ["nadia"]
    nadia = tabled.actor("nadia")
    invite_to_item(actor=nadia, now=BEGUN, item_id=item, member_id=tabled.id("bram"))
    with pytest.raises(Conflict):
        invite_to_item(actor=nadia, now=BEGUN, item_id=item, member_id=tabled.id("bram"))
    assert sees(tabled, "bram")
    end_invitation(actor=nadia, now=LATER, item_id=item, member_id=tabled.id("bram"))
    assert not sees(tabled, "bram")
    with pytest.raises(Conflict):
        end_invitation(actor=nadia, now=LATER, item_id=item, member_id=tabled.id("bram"))


@pytest.mark.parametrize("verb", [invite_to_item, end_invitation])
def test_only_the_chair_invites(tabled: Tabled, verb: object) -> None:
    item = tabled.put_case()
    assert callable(verb)
    with pytest.raises(Refused):
        verb(actor=tabled.actor("sanne"), now=BEGUN, item_id=item, member_id=tabled.id("bram"))


def test_who_does_not_work_here_is_not_invited(tabled: Tabled) -> None:
    with pytest.raises(Invalid):
        invite_to_item(actor=tabled.actor("nadia"), now=BEGUN, item_id=tabled.put_case(), member_id=new_id())


def next_meeting(tabled: Tabled) -> None:
    """Close the meeting of Monday, and put the case on the agenda of the next."""
    nadia, again = tabled.actor("nadia"), LATER + timedelta(days=14)
    close_meeting(actor=nadia, now=BEGUN, meeting_id=tabled.meeting_id)
    meeting = plan_meeting(actor=nadia, now=LATER, table_id=tabled.table_id, starts_at=again)
    case = NewItem(AgendaItem.Kind.CASE, case_id=tabled.case_id)
    put_on_agenda(actor=tabled.actor("sanne"), now=LATER, meeting_id=meeting, new=case)


def test_a_late_joiner_gets_nothing_earlier(tabled: Tabled) -> None:
    item = tabled.put_case()
    tabled.open()
    write_item_text(actor=tabled.actor("nadia"), now=BEGUN, item_id=item, text="Gezegd.")
    join_table(actor=SYSTEM, now=LATER, table_id=tabled.table_id, member_id=tabled.id("bram"))
    next_meeting(tabled)
    joined = scopes.items(tabled.viewer("bram", LATER), now=LATER)
    assert joined.count() == 1
    assert not joined.filter(pk=item).exists()
    assert not scopes.texts(tabled.viewer("bram", LATER), now=LATER).exists()
    was_there = scopes.items(tabled.viewer("yara", LATER), now=LATER)
    assert was_there.filter(pk=item).exists()


def test_of_meetings_before_one_came_nothing_is_seen(tabled: Tabled) -> None:
    after = MONDAY + timedelta(days=1)
    join_table(actor=SYSTEM, now=after, table_id=tabled.table_id, member_id=tabled.id("bram"))
    assert not scopes.meetings(tabled.viewer("bram", after), now=after).exists()
    assert scopes.meetings(tabled.viewer("sanne", after), now=after).exists()


def test_who_asks_for_an_item_that_they_do_not_see_is_on_record_with_its_case(tabled: Tabled) -> None:
    of_case = tabled.put_case()
    for item_id in (of_case, tabled.put_theme(), new_id()):
        with pytest.raises(NotVisible):
            take_off_agenda(actor=tabled.actor("privacy"), now=BEGUN, item_id=item_id)
    refused = Entry.objects.filter(outcome="refused").order_by("at", "id")
    assert sorted(str(entry.case) for entry in refused) == sorted([str(tabled.case_id), "None", "None"])
    assert case_asked_for("", of_case) == tabled.case_id


def test_who_leaves_a_table_sees_nothing_more(tabled: Tabled) -> None:
    tabled.put_case()
    places = scopes.table_members(tabled.viewer("nadia"), now=BEGUN)
    place = places.get(member_id=tabled.id("yara"))
    with pytest.raises(Refused):
        leave_table(actor=tabled.actor("nadia"), now=BEGUN, place_id=place.id)
    leave_table(actor=tabled.actor("beheer"), now=BEGUN, place_id=place.id)
    assert not sees(tabled, "yara")
    assert not scopes.meetings(tabled.viewer("yara", LATER), now=LATER).exists()
    with pytest.raises(Conflict):
        leave_table(actor=SYSTEM, now=LATER, place_id=place.id)
    with pytest.raises(NotVisible):
        leave_table(actor=SYSTEM, now=LATER, place_id=new_id())


def test_who_leaves_a_table_gives_nobody_sight_of_a_case_that_was_closed(tabled: Tabled) -> None:
    tabled.put_case()
    close(tabled.world, tabled.case_id)
    place = scopes.table_members(tabled.viewer("nadia"), now=BEGUN).get(member_id=tabled.id("iris"))
    leave_table(actor=SYSTEM, now=BEGUN, place_id=place.id)
    assert not sees(tabled, "yara")


def test_an_organisation_without_a_person_sees_that_there_is_a_meeting_and_no_item(tabled: Tabled) -> None:
    place = join_table(actor=SYSTEM, now=NOW, table_id=tabled.table_id, organisation_id=tabled.world.organisation.id)
    tabled.put_theme()
    assert scopes.meetings(tabled.viewer("bram"), now=LATER).exists()
    assert not sees(tabled, "bram")
    leave_table(actor=SYSTEM, now=LATER, place_id=place)
    assert not scopes.meetings(tabled.viewer("bram"), now=LATER).exists()


@pytest.mark.parametrize(("member", "organisation"), [(None, None), (new_id(), None), (None, new_id())])
def test_nobody_in_particular_does_not_sit(tabled: Tabled, member: UUID | None, organisation: UUID | None) -> None:
    with pytest.raises(Invalid):
        join_table(actor=SYSTEM, now=NOW, table_id=tabled.table_id, member_id=member, organisation_id=organisation)


def test_nobody_sits_twice_or_at_a_table_that_is_not_there(tabled: Tabled) -> None:
    with pytest.raises(Invalid):
        join_table(actor=SYSTEM, now=NOW, table_id=tabled.table_id, member_id=tabled.id("sanne"))
    with pytest.raises(NotVisible):
        join_table(actor=SYSTEM, now=NOW, table_id=new_id(), member_id=tabled.id("sanne"))


def test_a_new_chair_takes_over_what_is_not_closed(tabled: Tabled) -> None:
    tabled.put_case()
    changed = setting(tabled.world, "marit")
    beheer, there = tabled.actor("beheer"), tabled.world.municipality.id
    set_table(actor=beheer, now=BEGUN, municipality_id=there, setting=changed, table_id=tabled.table_id)
    assert sees(tabled, "marit")
    assert not sees(tabled, "nadia")
    with pytest.raises(NotVisible):
        open_meeting(actor=tabled.actor("nadia"), now=LATER, meeting_id=tabled.meeting_id)


def test_presence_is_noted_by_the_chair(tabled: Tabled) -> None:
    item = tabled.put_case()
    nadia, meeting = tabled.actor("nadia"), tabled.meeting_id
    guest = invite_guest(actor=nadia, now=NOW, item_id=item, new=TOLD)
    record_presence(actor=nadia, now=BEGUN, meeting_id=meeting, here=[tabled.id("yara")], guests=[guest])
    record_presence(actor=nadia, now=BEGUN, meeting_id=meeting, here=[tabled.id("sanne")], guests=[guest])
    here = Presence.objects.filter(present=True).values_list("member_id", flat=True)
    assert list(here) == [tabled.id("sanne")]
    assert Presence.objects.count() == 4
    assert ItemGuest.objects.get().present
    record_presence(actor=nadia, now=BEGUN, meeting_id=meeting, here=[])
    assert not ItemGuest.objects.get().present
    for here_ids, guests in (([tabled.id("bram")], []), ([], [new_id()])):
        with pytest.raises(Invalid):
            record_presence(actor=nadia, now=BEGUN, meeting_id=meeting, here=here_ids, guests=guests)
    with pytest.raises(Refused):
        record_presence(actor=tabled.actor("sanne"), now=BEGUN, meeting_id=meeting, here=[])


def test_who_was_not_asked_is_on_record_with_the_reason_and_is_never_there(tabled: Tabled) -> None:
    item, nadia = tabled.put_case(), tabled.actor("nadia")
    not_asked = NewGuest(ItemGuest.Kind.RESIDENT, answer=ItemGuest.Answer.NOT_ASKED, why="Zij is in de kliniek.")
    guest = invite_guest(actor=nadia, now=NOW, item_id=item, new=not_asked)
    told = minutes.guests(tabled.viewer("nadia"), [item], now=BEGUN)
    assert [(each.was_asked, each.why, each.told_on) for each in told] == [(False, "Zij is in de kliniek.", None)]
    with pytest.raises(Invalid):
        record_presence(actor=nadia, now=BEGUN, meeting_id=tabled.meeting_id, here=[], guests=[guest])
    with pytest.raises(Conflict):
        record_guest_answer(actor=nadia, now=BEGUN, item_id=item, guest_id=guest, comes=True)


def test_the_chair_records_whether_a_guest_comes_and_the_last_word_holds(tabled: Tabled) -> None:
    item, nadia = tabled.put_case(), tabled.actor("nadia")
    guest = invite_guest(actor=nadia, now=NOW, item_id=item, new=TOLD)
    for comes, answer in ((True, ItemGuest.Answer.COMES), (False, ItemGuest.Answer.DOES_NOT_COME)):
        record_guest_answer(actor=nadia, now=BEGUN, item_id=item, guest_id=guest, comes=comes)
        assert ItemGuest.objects.get().answer == answer
    with pytest.raises(Refused):
        record_guest_answer(actor=tabled.actor("sanne"), now=BEGUN, item_id=item, guest_id=guest, comes=True)


def test_a_guest_was_told_before_coming(tabled: Tabled) -> None:
    item = tabled.put_case()
    wrong = [
        NewGuest(ItemGuest.Kind.SUPPORTER, date(2027, 1, 1), ItemGuest.ToldHow.LETTER),
        NewGuest(ItemGuest.Kind.SUPPORTER, TOLD.told_on, ItemGuest.ToldHow.LETTER, "x" * 121),
    ]
    for new in wrong:
        with pytest.raises(Invalid):
            invite_guest(actor=tabled.actor("nadia"), now=NOW, item_id=item, new=new)
    with pytest.raises(Refused):
        invite_guest(actor=tabled.actor("sanne"), now=NOW, item_id=item, new=TOLD)


def rows_seen(tabled: Tabled, who: str) -> list[int]:
    viewer = tabled.viewer(who, LATER)
    return [
        scopes.tables(viewer, now=LATER).count(),
        scopes.table_members(viewer, now=LATER).count(),
        scopes.meetings(viewer, now=LATER).count(),
        scopes.items(viewer, now=LATER).count(),
        scopes.item_members(viewer, now=LATER).count(),
        scopes.item_guests(viewer, now=LATER).count(),
        scopes.presences(viewer, now=LATER).count(),
        scopes.texts(viewer, now=LATER).count(),
        scopes.resolutions(viewer, now=LATER).count(),
        scopes.corrections(viewer, now=LATER).count(),
    ]


def test_somebody_outside_sees_no_row_of_any_table(tabled: Tabled) -> None:
    item = tabled.put_case()
    nadia = tabled.actor("nadia")
    invite_guest(actor=nadia, now=NOW, item_id=item, new=TOLD)
    tabled.open()
    write_item_text(actor=nadia, now=BEGUN, item_id=item, text="Gezegd.")
    tabled.resolve(item)
    record_presence(actor=nadia, now=BEGUN, meeting_id=tabled.meeting_id, here=[])
    assert rows_seen(tabled, "bram") == [0] * 10
    assert rows_seen(tabled, "privacy") == [0] * 10
    assert rows_seen(tabled, "beheer") == [1, 3, 0, 0, 0, 0, 0, 0, 0, 0]
    assert 0 not in rows_seen(tabled, "nadia")[:9]
    assert ItemMember.objects.count() == 3
