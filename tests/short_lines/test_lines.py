"""A line outlives who answers at its other end."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.directory.models import Member
from houvast.directory.services.end_member import end_member
from houvast.kernel.actor import system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.short_lines import events
from houvast.short_lines.rules.contacts import ContactState
from houvast.short_lines.rules.terms import Setting, Term
from houvast.short_lines.selectors.lines import asking_for_attention, history, line, lines
from houvast.short_lines.selectors.settings import newest, versions
from houvast.short_lines.services.check_line import check_line
from houvast.short_lines.services.end_line import end_line
from houvast.short_lines.services.open_line import NewLine, open_line
from houvast.short_lines.services.set_term import set_term
from tests.short_lines.worlds import NOBODY, PRINS, Lined
from tests.worlds import NOW, make_world

DAY = timedelta(days=1)


def begin(lined: Lined, name: str = "Wijkagent", *, who: str = "sanne", team: str = "Gebiedsteam") -> UUID:
    new = NewLine(lined.world.teams[team].id, name, PRINS)
    return open_line(actor=lined.world.actor(who), now=NOW, new=new)


def last_entry(lined: Lined) -> Entry:
    return Entry.objects.filter(subject_id=lined.line_id).latest("number")


def check(lined: Lined) -> None:
    check_line(actor=lined.world.actor("bram"), now=NOW + DAY, line_id=lined.line_id, seen_number=1)


def test_the_whole_team_reads_whom_to_call_and_who_stands_in(lined: Lined) -> None:
    for who in ("sanne", "bram", "bos", "beheer"):
        found = lined.seen(who)
        assert found.contact is not None and found.stand_in is not None
        assert (found.contact.name, found.contact.phone) == (lined.yara.name, "0596 00 00 31")
        assert (found.stand_in.name, found.organisation, found.vacant_since) == (
            lined.tjark.name,
            lined.partner.name,
            None,
        )
    assert last_entry(lined).event == events.LINE_OPENED.code


@pytest.mark.parametrize("who", ["marit", "iris", "erik", "burg", "privacy"])
def test_for_others_the_line_does_not_exist(lined: Lined, who: str) -> None:
    assert lines(lined.viewer(who), now=NOW) == ()
    with pytest.raises(NotVisible):
        lined.seen(who)
    with pytest.raises(NotVisible):
        end_line(actor=lined.world.actor(who), now=NOW, line_id=lined.line_id)


def test_not_even_the_contact_sees_the_list_of_the_team(lined: Lined) -> None:
    assert lines(lined.viewer(lined.yara), now=NOW) == ()
    assert asking_for_attention(lined.viewer(lined.yara), now=NOW) == ()
    with pytest.raises(NotVisible):
        line(lined.viewer(lined.yara), lined.line_id, now=NOW)


def test_the_line_stays_when_its_contact_leaves(lined: Lined) -> None:
    assert asking_for_attention(lined.viewer("bos"), now=NOW) == ()
    end_member(lined.yara.id, actor=system("practice"), now=NOW + DAY)
    later = NOW + 2 * DAY
    found = lined.seen(now=later)
    assert (found.contact, found.was, found.vacant_since) == (None, lined.yara.name, (NOW + DAY).date())
    assert found.stand_in is not None
    assert [each.id for each in asking_for_attention(lined.viewer("bos", now=later), now=later)] == [lined.line_id]
    lined.set(PRINS, now=later)
    found = lined.seen(now=later)
    assert found.contact is not None and found.contact.name == PRINS.name
    assert [each.name for each in history(lined.viewer("sanne"), lined.line_id).turns] == [PRINS.name, lined.yara.name]


def test_nobody_yet_is_a_row_of_the_history(lined: Lined) -> None:
    lined.set(replace(NOBODY, stand_in_name="Piet (verzonnen)"), now=NOW + DAY)
    found = lined.seen(now=NOW + DAY)
    assert (found.contact, found.was, found.vacant_since) == (None, "", (NOW + DAY).date())
    assert found.stand_in is not None and found.stand_in.name == "Piet (verzonnen)"
    assert [each.name for each in history(lined.viewer("sanne"), lined.line_id).turns] == ["", lined.yara.name]


def test_a_stand_in_who_left_is_nobody(lined: Lined) -> None:
    Member.objects.filter(pk=lined.tjark.id).update(until_at=NOW)
    assert lined.seen().stand_in is None


def test_two_at_once_do_not_write_over_each_other(lined: Lined) -> None:
    lined.set(PRINS)
    for act in (lined.set, lambda _new: check(lined)):
        with pytest.raises(Conflict):
            act(NOBODY)


def test_a_line_is_due_again_a_term_after_somebody_looked_and_said_so_once(lined: Lined) -> None:
    due = NOW + 180 * DAY
    assert [each.id for each in asking_for_attention(lined.viewer("bos"), now=due)] == [lined.line_id]
    check(lined)
    with pytest.raises(Conflict):
        check(lined)
    assert asking_for_attention(lined.viewer("bos"), now=due) == ()
    assert [each.by for each in history(lined.viewer("sanne"), lined.line_id).checks] == ["Bram uit Eemsdelta"]
    assert last_entry(lined).event == events.LINE_CHECKED.code


def test_the_municipality_sets_its_own_term(lined: Lined) -> None:
    municipality, actor = lined.world.municipality.id, lined.world.actor("beheer")
    assert newest(municipality, Term.CHECK_AFTER) == Setting(Term.CHECK_AFTER, 180)
    set_term(actor=actor, now=NOW, municipality_id=municipality, setting=Setting(Term.CHECK_AFTER, 30))
    assert lined.seen().check_on == (NOW + 30 * DAY).date()
    assert [each.setting.number for each in versions(municipality)] == [1]
    with pytest.raises(Conflict):
        set_term(actor=actor, now=NOW, municipality_id=municipality, setting=Setting(Term.CHECK_AFTER, 60))
    with pytest.raises(Invalid):
        set_term(actor=actor, now=NOW, municipality_id=municipality, setting=Setting(Term.CHECK_AFTER, 0, 1))
    with pytest.raises(Refused):
        sanne = lined.world.actor("sanne")
        set_term(actor=sanne, now=NOW, municipality_id=municipality, setting=Setting(Term.CHECK_AFTER, 60, 1))


def test_a_line_that_ended_is_read_and_not_changed(lined: Lined) -> None:
    end_line(actor=lined.world.actor("sanne"), now=NOW, line_id=lined.line_id)
    assert lines(lined.viewer("sanne"), now=NOW) == ()
    assert lined.seen().ended_at == NOW
    with pytest.raises(Refused):
        lined.set(PRINS)
    assert begin(lined, "FACT") != lined.line_id


def test_a_team_has_one_line_of_a_name(lined: Lined) -> None:
    with pytest.raises(Invalid, match="al een lijn"):
        begin(lined, "fact ")
    assert begin(lined, "FACT", who="iris", team="Jeugd")


def test_a_line_is_begun_for_ones_own_team(lined: Lined) -> None:
    for who, team in (("iris", "Gebiedsteam"), ("erik", "Jeugd")):
        with pytest.raises(NotVisible):
            begin(lined, who=who, team=team)
    assert begin(lined, who="beheer", team="Jeugd")


def test_what_does_not_exist_is_no_partner_and_no_contact(lined: Lined) -> None:
    far = make_world("opsterland", "Opsterland").id("sanne")
    contact = replace(PRINS, state=ContactState.MEMBER, member_id=far)
    new = NewLine(lined.world.teams["Gebiedsteam"].id, "", contact, new_id())
    with pytest.raises(Invalid) as wrong:
        open_line(actor=lined.world.actor("sanne"), now=NOW, new=new)
    assert wrong.value.problems.keys() == {"line", "organisation", "member"}
