"""Letters: made by who leads, where they may go, fixed, and read by who reads the general notes."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import AftercarePlan, Case, CaseResident
from houvast.cases.rules.receiving import HowItGoes, NewCheck
from houvast.cases.services.check_pulse import check_pulse
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.shield_in_case import NewShield, shield_in_case
from houvast.desk.selectors.asked import case_asked_for
from houvast.desk.selectors.case_page import case_page
from houvast.desk.selectors.letter import letter_start
from houvast.directory.models import Member
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.findable import Findable
from houvast.kernel.ids import new_id
from houvast.letters import policy
from houvast.letters.models import Letter, LetterTemplate
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.rules.templates import DEFAULTS, Template
from houvast.letters.selectors.composing import compose
from houvast.letters.selectors.inspection import held_letters
from houvast.letters.selectors.own_page import OwnLetter, letters_to
from houvast.letters.selectors.reading import LetterLine, of_case
from houvast.letters.selectors.reading import letter as read_letter
from houvast.letters.selectors.templates import newest, versions
from houvast.letters.services.record_sent import record_sent
from houvast.letters.services.set_template import set_template
from houvast.residents.models import HouseholdMember, Resident
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors_hidden import traces_kept_from
from houvast.residents.services.form_household import NewHouseholdMember, form_household
from houvast.residents.services.hide_address import hide_address
from tests.attacks import Value
from tests.letters.worlds import TEXT, Written, letter
from tests.lives import close
from tests.rights.region import scale_to_3, take_process_direction
from tests.worlds import NOW, make_resident

LONG_AGO = date(2020, 1, 1)


def _reached(written: Written, **how: Value) -> None:
    Resident.objects.filter(pk=written.ruben).update(**how)


def _content(written: Written, row: Letter) -> LetterLine:
    return read_letter(written.viewer(), row.id, now=NOW)


def test_a_letter_goes_home_by_post_and_says_what_it_said(written: Written) -> None:
    row = written.make(letter(written.ruben))
    line = _content(written, row)
    assert (row.way, row.resident_id, row.network_member_id) == ("post", written.ruben, None)
    assert line.content.to == "Ruben Dijkhuis\nMaxstraat 123\n9934 QX Delfzijl"
    assert (line.content.sender, line.content.written_on) == ("Gemeente Eemsdelta", "23 november 2026")
    assert b"Ruben" not in bytes(row.content_sealed)
    entry = Entry.objects.get(event="letter.made")
    assert (entry.case, entry.subject_id) == (written.case_id, row.id)
    assert entry.details == {"kind": "invitation", "way": "post"}


@pytest.mark.parametrize("reach", ["no_post", "phone_only", "through"])
def test_who_asked_for_no_post_at_home_gets_no_address_on_a_letter(written: Written, reach: str) -> None:
    _reached(written, reach=reach)
    row = written.make(letter(written.ruben))
    assert (row.way, _content(written, row).content.to) == ("by_hand", "Ruben Dijkhuis")
    _reached(written, mail_to="Postbus 1, Delfzijl")
    row = written.make(letter(written.ruben))
    assert (row.way, _content(written, row).content.to) == ("elsewhere", "Ruben Dijkhuis\nPostbus 1\nDelfzijl")


def test_what_is_asked_after_the_page_was_seen_counts(written: Written) -> None:
    """The address comes from the register when the letter is made, not from what somebody looked at."""
    new = letter(written.ruben)
    seen = compose(written.viewer(), written.case_id, "Eemsdelta", new, now=NOW)
    assert "Maxstraat" in seen.content.to
    _reached(written, reach="no_post")
    assert written.make(new).way == "by_hand"


def test_a_hidden_address_stands_on_no_letter_of_the_household(written: Written) -> None:
    hide_address(actor=written.world.actor("sanne"), now=NOW, resident_id=written.ruben, hidden=True)
    for to in (written.ruben, written.fenna):
        row = written.make(letter(to))
        assert row.way == "by_hand"
        assert "Maxstraat" not in _content(written, row).content.to
    for told in ("Wij komen naar Maxstraat 123.", "Uw postcode is 9934qx."):
        with pytest.raises(Invalid) as wrong:
            written.make(letter(written.fenna, text=told))
        assert set(wrong.value.problems) == {"text"}
    with pytest.raises(Invalid) as wrong:
        written.make(letter(written.janna, subject="Maxstraat 123", ground_words="Zij vroeg het."))
    assert set(wrong.value.problems) == {"subject"}


def test_where_who_lived_along_hides_now_stands_on_no_letter_either(written: Written) -> None:
    """The mother left the household and the case is not about her; she lives hidden, with the child."""
    actor, world = written.world.actor("sanne"), written.world
    mother = make_resident(world, "Vegt", "Anna")
    form_household(
        actor=actor,
        now=NOW,
        municipality_id=world.municipality.id,
        name="Dijkhuis",
        members=[NewHouseholdMember(each, "lid") for each in (written.ruben, written.fenna, mother.id)],
        since=LONG_AGO,
    )
    HouseholdMember.objects.filter(resident=mother).update(until=LONG_AGO)
    place = {"street": "Kade", "house_number": "12", "postcode": "9935 QX", "town": "Delfzijl"}
    Resident.objects.filter(pk__in=(mother.id, written.fenna)).update(**place)
    Resident.objects.filter(pk=mother.id).update(hidden_address=True, phone="06 00 00 04 17")
    assert written.make(letter(written.fenna)).way == "by_hand"
    assert written.make(letter(written.ruben)).way == "post"
    with pytest.raises(Invalid):
        written.make(letter(written.ruben, text="Zij is te bellen op 0600000417."))


def test_a_letter_leads_nobody_to_who_is_shielded_from_them(written: Written) -> None:
    """Fenna moved to her mother in Appingedam; Ruben must not know, and the talk and who helps since stay out too."""
    place = {"street": "Kade", "house_number": "12", "postcode": "9901 QX", "town": "Appingedam"}
    Resident.objects.filter(pk=written.fenna).update(**place)
    actor, code = written.world.actor("sanne"), Case.objects.get(pk=written.case_id).code
    before = letter_start(written.viewer(), code, LetterKind.HAND_OVER, written.ruben, now=NOW)
    assert "Vanaf 23 november 2026 leidt Sanne uit Eemsdelta" in before.text
    shield = NewShield([Other(written.ruben)], [], "Hij mag niet weten waar zij is.", date(2026, 12, 20))
    shield_in_case(actor=actor, now=NOW, case_id=written.case_id, resident_id=written.fenna, new=shield)
    for told in ("Fenna woont in Appingedam.", "Zij is op de kade 12.", "Kom naar 9901QX."):
        with pytest.raises(Invalid) as wrong:
            written.make(letter(written.ruben, text=told))
        assert "afgeschermd" in wrong.value.problems["text"]
    written.make(letter(written.ruben, text="Kom naar Maxstraat 123 in Delfzijl."))
    written.make(letter(written.fenna, text="Wij zien je in Appingedam."))
    start = letter_start(written.viewer(), code, LetterKind.HAND_OVER, written.ruben, now=NOW)
    assert "[vul in: wie de regie heeft]" in start.text and "Sanne" not in start.text


def test_who_is_close_gets_a_letter_by_hand_with_the_reason_why_they_may_know(written: Written) -> None:
    with pytest.raises(Invalid) as wrong:
        written.make(letter(written.janna))
    assert set(wrong.value.problems) == {"ground_words"}
    row = written.make(letter(written.janna, ground_words="Ruben vroeg erom."))
    assert (row.way, row.network_member_id, row.resident_id) == ("by_hand", written.janna, None)
    line = _content(written, row)
    assert (line.content.to, line.content.ground_words) == ("Janna Dijkhuis", "Ruben vroeg erom.")


def test_nobody_writes_to_who_is_not_of_the_case(written: Written) -> None:
    stranger = make_resident(written.world, "Bolt", "Jan").id
    CaseResident.objects.filter(resident_id=written.fenna).update(until=NOW)
    for to in (stranger, written.fenna, new_id()):
        with pytest.raises(NotVisible):
            written.make(letter(to))


def test_a_letter_is_made_once_however_often_one_presses(written: Written) -> None:
    new = letter(written.ruben)
    written.make(new)
    for again in (new, replace(new, id=new_id())):
        with pytest.raises(Conflict):
            written.make(again)
    written.make(replace(new, id=new_id(), text="Toch maar niet."))
    assert Letter.objects.count() == 2


def test_who_leads_makes_and_reads_letters_and_nobody_else(written: Written) -> None:
    take_process_direction(written.world, written.case_id)
    row = written.make(letter(written.ruben), who="marit")
    for who in ("sanne", "marit"):
        assert [each.id for each in of_case(written.viewer(who), written.case_id, now=NOW)] == [row.id]
    for who in ("erik", "nadia", "iris", "beheer", "privacy"):
        assert of_case(written.viewer(who), written.case_id, now=NOW) == ()
        with pytest.raises(NotVisible):
            read_letter(written.viewer(who), row.id, now=NOW)
        with pytest.raises((Refused, NotVisible)):
            written.make(letter(written.ruben), who=who)
    assert (case_asked_for("", row.id), case_asked_for("", new_id())) == (written.case_id, None)


def test_who_led_a_closed_case_makes_the_letter_that_help_stops_until_it_goes_well(written: Written) -> None:
    close(written.world, written.case_id)
    Member.objects.filter(pk=written.world.id("sanne")).update(phone="0596 00 00 01")
    later, code = NOW + timedelta(days=40), Case.objects.get(pk=written.case_id).code
    start = letter_start(written.viewer(), code, LetterKind.CLOSING, written.ruben, now=later)
    assert "Op 1 februari 2027 vragen wij u hoe het gaat." in start.text
    assert "Sanne uit Eemsdelta: 0596 00 00 01" in start.text
    closing = replace(letter(written.ruben), kind=LetterKind.CLOSING)
    row = written.make(closing, now=later)
    assert [each.id for each in of_case(written.viewer(), written.case_id, now=later)] == [row.id]
    assert Entry.objects.get(event="letter.made").ground == "aftercare"
    with pytest.raises(Refused):
        written.make(replace(closing, kind=LetterKind.HAND_OVER, id=new_id()), now=later)
    with pytest.raises((Refused, NotVisible)):
        written.make(replace(closing, id=new_id()), who="marit", now=later)
    check = NewCheck(HowItGoes.GOES_WELL, "Het gaat goed.")
    plan = AftercarePlan.objects.get(case_id=written.case_id).id
    check_pulse(actor=written.world.actor("sanne"), now=later, aftercare_id=plan, new=check)
    with pytest.raises(NotVisible):
        written.make(replace(closing, id=new_id()), now=later + timedelta(days=90))


def test_who_closed_a_case_for_good_makes_no_letter_any_more(written: Written) -> None:
    close_case(
        actor=written.world.actor("sanne"),
        now=NOW,
        case_id=written.case_id,
        new=NewClosing("goals_reached", "Het gaat goed.", None),
    )
    with pytest.raises(NotVisible):
        written.make(replace(letter(written.ruben), kind=LetterKind.CLOSING), now=NOW + timedelta(hours=1))


def test_a_letter_stands_in_the_timeline_and_is_told_to_who_asks_what_is_held(written: Written) -> None:
    row = written.make(letter(written.janna, ground_words="Ruben vroeg erom."))
    code = Case.objects.get(pk=written.case_id).code
    told = [each for each in case_page(written.viewer(), code, now=NOW).timeline if each.strong == "Brief gemaakt:"]
    assert [each.text for each in told] == [" uitnodiging aan Janna Dijkhuis, door Sanne uit Eemsdelta."]
    written.make(letter(written.ruben))
    own, held = held_letters(written.ruben, [written.case_id])
    assert (own.title, own.finds) == ("Brief", None)
    assert (held.title, held.finds) == ("Brief aan een ander", Findable.APPOINTMENTS)
    assert held.case_id == own.case_id == written.case_id
    assert {"Aan", "Onderwerp", "Wat erin staat", "Waarom die dit mocht weten", "Soort", "Hoe hij ging"} == {
        name for name, _ in held.lines
    }
    assert row.retention_from == NOW.date()


def test_that_a_letter_went_is_recorded_once_and_by_who_may_make_letters(written: Written) -> None:
    row, sanne = written.make(letter(written.ruben)), written.world.actor("sanne")
    assert _content(written, row).sent_on is None
    for who in ("erik", "privacy"):
        with pytest.raises(NotVisible):
            record_sent(actor=written.world.actor(who), now=NOW, letter_id=row.id, sent_on=NOW.date())
    with pytest.raises(Invalid):
        record_sent(actor=sanne, now=NOW, letter_id=row.id, sent_on=NOW.date() + timedelta(days=1))
    record_sent(actor=sanne, now=NOW, letter_id=row.id, sent_on=NOW.date())
    with pytest.raises(Conflict):
        record_sent(actor=sanne, now=NOW, letter_id=row.id, sent_on=NOW.date())
    assert _content(written, row).sent_on == NOW.date()
    entry = Entry.objects.get(event="letter.sent", outcome="done")
    assert (entry.case, entry.subject_id, entry.ground) == (written.case_id, row.id, "director")
    told = held_letters(written.ruben, [written.case_id])[1]
    assert (told.title, told.lines) == (
        "Brief verstuurd of gegeven",
        (("Soort", "uitnodiging"), ("Op", "ma 23 november 2026")),
    )


def _on_own_page(written: Written, other: Other, *, now: datetime = NOW) -> list[str]:
    return [each.content.text for each in _read_by(written, other, now)]


def _read_by(written: Written, other: Other, now: datetime = NOW) -> tuple[OwnLetter, ...]:
    return letters_to(written.case_id, other, now=now, kept=traces_kept_from(other, now=now))


def test_who_a_letter_is_to_reads_it_on_the_own_page_from_the_day_on_which_it_went(written: Written) -> None:
    ruben, janna = Other(written.ruben), Other(network_member_id=written.janna)
    his = written.make(letter(written.ruben))
    hers = written.make(letter(written.janna, text="Dag Janna.", ground_words="Ruben vroeg erom."))
    assert _on_own_page(written, ruben) == []
    for row in (his, hers):
        written.send(row.id)
    assert (_on_own_page(written, ruben), _on_own_page(written, janna)) == ([TEXT], ["Dag Janna."])
    assert _on_own_page(written, Other(written.fenna)) == []
    assert _on_own_page(written, ruben, now=NOW - timedelta(days=1)) == []
    contents = [each.content for who in (ruben, janna) for each in _read_by(written, who)]
    assert [(each.to, each.ground_words) for each in contents] == [("Ruben Dijkhuis", ""), ("Janna Dijkhuis", "")]


def test_what_was_hidden_or_shielded_after_a_letter_went_stands_on_no_own_page(written: Written) -> None:
    """Fenna moved to Appingedam, and only then it had to be kept from Ruben; his earlier letters say where."""
    for text in ("Fenna woont in Appingedam.", "Kom naar Maxstraat 123.", "Tot maandag."):
        written.send(written.make(letter(written.ruben, text=text)).id)
    Resident.objects.filter(pk=written.fenna).update(street="Kade", postcode="9901 QX", town="Appingedam")
    actor, shield = written.world.actor("sanne"), NewShield([Other(written.ruben)], [], "Gevaar.", date(2026, 12, 20))
    shield_in_case(actor=actor, now=NOW, case_id=written.case_id, resident_id=written.fenna, new=shield)
    assert _on_own_page(written, Other(written.ruben)) == ["Tot maandag.", "Kom naar Maxstraat 123."]
    hide_address(actor=actor, now=NOW, resident_id=written.ruben, hidden=True)
    assert _on_own_page(written, Other(written.ruben)) == ["Tot maandag."]


def test_what_the_case_knows_is_filled_in_and_the_rest_is_a_gap(written: Written) -> None:
    scale_to_3(written.world, written.case_id)
    code = Case.objects.get(pk=written.case_id).code
    decided = letter_start(written.viewer(), code, LetterKind.DECISION, written.ruben, now=NOW)
    assert decided.text.startswith("Beste Ruben Dijkhuis,\n\nOp 23 november 2026 is er iets besloten")
    assert "De hulp ging van fase 2 naar fase 3" in decided.text
    assert "Sanne uit Eemsdelta: [vul in: het telefoonnummer van wie de regie heeft]" in decided.text
    assert not decided.is_ours
    sister = letter_start(written.viewer(), code, LetterKind.DECISION, written.janna, now=NOW)
    assert "fase 3" not in sister.text and "[vul in: wat er is besloten]" in sister.text
    assert sister.found.band.seat(Responsibility.CASE_DIRECTION).holder == "Sanne uit Eemsdelta"


def test_the_text_of_a_municipality_is_set_in_versions(written: Written) -> None:
    actor, here = written.world.actor("beheer"), written.world.municipality.id
    mine = Template(LetterKind.INVITATION, " Kom praten ", "Dag {naam},\r\nkom op {gesprek}.", 0)
    set_template(actor=actor, now=NOW, municipality_id=here, template=mine)
    holds = newest(here, LetterKind.INVITATION)
    assert (holds.subject, holds.text, holds.number) == ("Kom praten", "Dag {naam},\nkom op {gesprek}.", 1)
    assert newest(here, LetterKind.CLOSING) == DEFAULTS[LetterKind.CLOSING]
    with pytest.raises(Conflict):
        set_template(actor=actor, now=NOW, municipality_id=here, template=mine)
    with pytest.raises(Invalid) as wrong:
        set_template(actor=actor, now=NOW, municipality_id=here, template=replace(holds, text="Dag {jij}"))
    assert set(wrong.value.problems) == {"text"}
    set_template(actor=actor, now=NOW, municipality_id=here, template=replace(holds, text="Dag {naam}."))
    assert [(each.template.number, each.set_by) for each in versions(here)] == [
        (2, "Beheer uit Eemsdelta"),
        (1, "Beheer uit Eemsdelta"),
    ]
    start = letter_start(
        written.viewer(), Case.objects.get(pk=written.case_id).code, LetterKind.INVITATION, written.ruben, now=NOW
    )
    assert (start.text, start.is_ours) == ("Dag Ruben Dijkhuis.", True)
    with pytest.raises(Refused):
        set_template(actor=written.world.actor("sanne"), now=NOW, municipality_id=here, template=holds)
    assert LetterTemplate.objects.count() == 2
    assert not policy.may_set_templates(written.viewer("beheer"), new_id()).allowed
