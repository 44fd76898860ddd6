"""What somebody wishes on their own page changes nothing by itself, and is answered once by who leads."""

from dataclasses import replace
from datetime import timedelta

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import MomentTurn
from houvast.desk.rules.work import Act
from houvast.desk.selectors.own_page import own_page
from houvast.desk.selectors.work import work
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.findable import Findable
from houvast.kernel.ids import new_id
from houvast.participation.models import Wish
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.wishing import MOST_A_DAY, NewWish, WishKind
from houvast.participation.selectors.inspection import held_wishes
from houvast.participation.selectors.taking_part import Participating
from houvast.participation.selectors.wishes import open_wishes, wish
from houvast.participation.services.accept_proposed import accept_proposed
from houvast.participation.services.decline_wish import decline_wish
from houvast.participation.services.end_own_page import end_own_page
from houvast.participation.services.grant_date import grant_date
from houvast.participation.services.make_wish import make_wish
from houvast.residents.models import NetworkMember
from houvast.residents.services.add_network_member import NewNetworkMember
from tests.moments import FIRST, SECOND, plan
from tests.participation.worlds import Household
from tests.worlds import NOW

LATER = NOW + timedelta(hours=1)
BRAM = NewWish(WishKind.SOMEBODY, "Mag weten hoe het gaat.", "Bram Wiersema", "vriend", "06 00 00 04 31")


@pytest.fixture
def home(db: None) -> Household:
    return Household()


def ask(who: Participating, new: NewWish = BRAM) -> Wish:
    made = make_wish(actor=who.actor, now=LATER, participant_id=who.id, new=new)
    return Wish.objects.get(pk=made)


def told(who: Participating) -> list[str]:
    page = own_page(who, now=LATER)
    return [line.in_words for each in page.sections if each.part is OwnPart.WISHES for line in each.lines]


def test_who_is_proposed_is_nobody_of_the_network_until_who_leads_says_yes(home: Household) -> None:
    who, near = home.takes_part(), NetworkMember.objects.count()
    row = ask(who)
    assert NetworkMember.objects.count() == near
    assert b"Bram" not in bytes(row.name_sealed)
    line = wish(viewer_of(home.sanne, now=LATER), home.case_id, row.id, now=LATER)
    assert (line.by, line.name, line.relation, line.phone, line.words) == (
        "Ruben Dijkhuis",
        BRAM.name,
        BRAM.relation,
        BRAM.phone,
        BRAM.words,
    )
    assert "moet nog antwoorden." in told(who)[1]
    other = home.lieke.id
    new = NewNetworkMember(other, line.name, line.relation, line.phone, line.words)
    with pytest.raises(Invalid):
        accept_proposed(actor=home.sanne, now=LATER, wish_id=row.id, new=new, answer="x" * 501)
    made = accept_proposed(actor=home.sanne, now=LATER, wish_id=row.id, new=new, answer="Fijn.")
    assert NetworkMember.objects.get(pk=made).resident_id == home.ruben.id
    assert "(Antwoord vandaag: ja, deze persoon hoort er nu bij. Fijn.)" in told(who)[1]
    with pytest.raises(Conflict):
        accept_proposed(actor=home.sanne, now=LATER, wish_id=row.id, new=replace(new, id=new_id()))
    with pytest.raises(Conflict):
        decline_wish(actor=home.sanne, now=LATER, wish_id=row.id, answer="Toch niet.")
    events = Entry.objects.filter(subject="wish", outcome="done").values_list("event", "actor_kind")
    assert sorted(events) == [("participant.somebody_proposed", "takes_part"), ("participant.wish_granted", "member")]
    assert "Bram" not in str([entry.details for entry in Entry.objects.all()])


def test_a_no_says_why_to_who_asked_and_to_nobody_else(home: Household) -> None:
    who, ex, mother = home.takes_part(), home.takes_part(home.other), home.takes_part(home.parent)
    row = ask(who)
    with pytest.raises(Invalid):
        decline_wish(actor=home.sanne, now=LATER, wish_id=row.id, answer=" ")
    decline_wish(actor=home.sanne, now=LATER, wish_id=row.id, answer="Bram wil dit zelf niet.")
    assert "(Antwoord vandaag: nee. Bram wil dit zelf niet.)" in told(who)[1]
    for another in (ex, mother):
        assert "Bram" not in str(own_page(another, now=LATER))
    for resident, finds in ((home.ruben, None), (home.lieke, Findable.PLACE)):
        (held,) = (each for each in held_wishes(resident.id, [home.case_id]))
        assert held.finds is finds
        assert "Bram wil dit zelf niet." in str(held)


def test_of_the_network_nobody_wishes_and_who_is_gone_neither(home: Household) -> None:
    sister, who = home.takes_part(home.near(OwnPart.FIRST)), home.takes_part()
    with pytest.raises(Refused):
        ask(sister)
    assert told(sister) == []
    end_own_page(actor=home.sanne, now=NOW, participant_id=who.id)
    with pytest.raises(NotVisible):
        ask(who)
    assert not Wish.objects.exists()
    assert Entry.objects.filter(event="participant.somebody_proposed", outcome="refused").count() == 2


def test_what_is_sent_twice_is_kept_once_and_nobody_drowns_the_others(home: Household) -> None:
    mother = home.takes_part(home.parent)
    ask(mother)
    with pytest.raises(Conflict):
        ask(mother)
    with pytest.raises(Invalid):
        ask(mother, replace(BRAM, name=""))
    for turn in range(MOST_A_DAY - 1):
        ask(mother, replace(BRAM, name=f"Bram {turn}"))
    with pytest.raises(Invalid, match="Bel liever"):
        ask(mother, replace(BRAM, name="Nog een"))
    assert Wish.objects.count() == MOST_A_DAY


def test_it_waits_for_who_leads_and_nobody_else_sees_it(home: Household) -> None:
    row = ask(home.takes_part())
    for name, waits in (("sanne", True), ("marit", False), ("iris", False)):
        viewer = viewer_of(home.world.actor(name), now=LATER)
        rows = [each for group in work(viewer, now=LATER).groups for each in group.rows if each.act is Act.ANSWER_WISH]
        assert [each.target for each in rows] == ([str(row.id)] if waits else [])
    stranger = home.world.actor("iris")
    assert open_wishes(viewer_of(stranger, now=LATER), [home.case_id], now=LATER) == ()
    with pytest.raises(NotVisible):
        decline_wish(actor=stranger, now=LATER, wish_id=row.id, answer="Nee.")
    with pytest.raises(NotVisible):
        grant_date(actor=home.sanne, now=LATER, wish_id=row.id, new_on=SECOND)
    assert Entry.objects.filter(event="participant.wish_declined", outcome="refused").count() == 1


def test_a_yes_to_another_date_moves_the_moment_and_a_meeting_is_of_its_table(home: Household) -> None:
    who, moment = home.takes_part(), plan(home.world, home.case_id, now=NOW)
    (day,) = own_page(who, now=LATER).askable
    assert (day.kind, day.about_id, day.stood) == (WishKind.MOMENT, moment, "dinsdag 1 december")
    row = ask(who, NewWish(day.kind, "Liever donderdag.", about_id=day.about_id, stood=day.stood))
    for wrong in (None, FIRST):
        with pytest.raises(Invalid):
            grant_date(actor=home.sanne, now=LATER, wish_id=row.id, new_on=wrong)
    grant_date(actor=home.sanne, now=LATER, wish_id=row.id, new_on=SECOND)
    assert MomentTurn.objects.filter(moment_id=moment).latest("number").on_date == SECOND
    assert "(Antwoord vandaag: ja, het wordt donderdag 3 december.)" in told(who)[2]
    assert "december" not in str(told(replace(who, parts=who.parts - {OwnPart.FIRST})))
    meeting = ask(who, NewWish(WishKind.MEETING, "Later.", about_id=new_id(), stood="het gesprek van vr 27 nov"))
    with pytest.raises(NotVisible):
        accept_proposed(actor=home.sanne, now=LATER, wish_id=meeting.id, new=NewNetworkMember(home.ruben.id, "Bo", "x"))
    with pytest.raises(Invalid):
        grant_date(actor=home.sanne, now=LATER, wish_id=meeting.id, new_on=SECOND, answer="x" * 501)
    grant_date(actor=home.sanne, now=LATER, wish_id=meeting.id, new_on=SECOND)
    assert MomentTurn.objects.filter(moment_id=moment).count() == 2
