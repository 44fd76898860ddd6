"""A referral from beginning to end: made, answered, sent back, looked back on; inside Houvast and outside."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import CaseResident, Statement
from houvast.cases.rules.matrix import Part
from houvast.cases.services.put_statement import NewStatement, put_statement
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.safety_house.models import AdmissionCriterion, HouseFile, Referral
from houvast.safety_house.rules.content import (
    NOT_SEEN,
    ByHand,
    LookBackContent,
    ReferralOutcome,
    ReferralStanding,
)
from houvast.safety_house.rules.criteria import DEFAULTS, CriterionLine, Need
from houvast.safety_house.rules.pieces import PieceKind
from houvast.safety_house.selectors import files, referrals
from houvast.safety_house.selectors.criteria import criteria_of
from houvast.safety_house.services.add_participant import add_participant
from houvast.safety_house.services.answer_referral import answer_referral
from houvast.safety_house.services.end_participation import end_participation
from houvast.safety_house.services.look_back import look_back
from houvast.safety_house.services.record_outside_answer import record_outside_answer
from houvast.safety_house.services.record_outside_return import record_outside_return
from houvast.safety_house.services.refer import refer
from houvast.safety_house.services.return_case import return_case
from houvast.safety_house.services.set_criterion import set_criterion
from houvast.safety_house.services.write_file_note import write_file_note
from houvast.sharing.rules.content import DisclosureState, Way
from houvast.sharing.rules.grounds import BEGINS
from houvast.sharing.selectors.disclosures import of_case
from houvast.sharing.services.set_ground import set_ground
from houvast.sharing.services.withdraw_disclosure import withdraw_disclosure
from tests.safety_house.worlds import BACK, BACK_SAID, BY_HAND, NEW, SAID, TODAY, WILL, Referable
from tests.worlds import NOW

LOOKED = LookBackContent("Dat lukte.", "Het overleg kwam er om de week.", "Eerder terugkoppelen.")


def standing(referable: Referable) -> list[tuple[ReferralStanding, int]]:
    marks = referrals.marks(referable.viewer("sanne"), [referable.case_id], now=NOW)
    return [(mark.standing, mark.returns) for mark in marks]


def test_a_referral_says_what_is_expected_and_waits_for_an_answer_within_a_term(referable: Referable) -> None:
    referable.refer()
    (line,) = referrals.of_case(referable.viewer("sanne"), referable.case_id, now=NOW)
    assert (line.content, line.by, line.number) == (NEW.content, "Marit uit Eemsdelta", 1)
    assert line.criteria == ("Meer ketens zijn nodig, met in elk geval dwang en drang",)
    # Monday 23 November and ten working days: the end of Monday 7 December in Amsterdam.
    ends = datetime(2026, 12, 7, 23, 59, 59, tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert line.mark.answer_before == ends
    assert (line.mark.standing, line.mark.inside) == (ReferralStanding.ASKED, True)
    file = HouseFile.objects.get()
    assert (file.organisation_id, file.ground, file.keep_until) == (referable.house.id, "wgs", date(2031, 11, 22))


def test_a_case_that_comes_back_is_counted_and_linked_by_its_number(referable: Referable) -> None:
    for _ in range(2):
        referable.send_back(referable.accepted())
    assert standing(referable) == [(ReferralStanding.RETURNED, 2), (ReferralStanding.RETURNED, 1)]
    second, first = referrals.of_case(referable.viewer("sanne"), referable.case_id, now=NOW)
    assert (second.number, first.number, second.returned, second.answer) == (2, 1, BACK, WILL)


def test_one_referral_at_a_time(referable: Referable) -> None:
    file_id = referable.referred()
    with pytest.raises(Conflict):
        referable.refer()
    referable.answer(file_id)
    with pytest.raises(Conflict):
        referable.refer()
    referable.send_back(file_id)
    referable.refer()
    assert Referral.objects.count() == 2


def test_an_old_form_that_is_sent_again_refers_no_second_time(referable: Referable) -> None:
    first = referable.refer()
    referable.answer(referable.file(first), ReferralOutcome.REFUSED)
    again = partial(refer, now=NOW, house_id=referable.house.id, new=NEW, referral_id=first)
    with pytest.raises(Conflict, match="al gedaan"):
        again(actor=referable.actor("marit"), case_id=referable.case_id)
    assert Referral.objects.count() == 1


@pytest.mark.parametrize("outcome", [ReferralOutcome.REFUSED, ReferralOutcome.ADVICE])
def test_after_a_refusal_or_advice_the_case_can_be_referred_again(
    referable: Referable, outcome: ReferralOutcome
) -> None:
    file_id = referable.referred()
    referable.answer(file_id, outcome)
    assert standing(referable) == [(ReferralStanding(outcome), 0)]
    with pytest.raises(Refused):
        referable.answer(file_id)
    with pytest.raises(Refused):
        referable.send_back(file_id)
    with pytest.raises(Refused):
        write_file_note(actor=referable.actor("mirjam"), now=NOW, file_id=file_id, text="Te laat.")
    referable.refer()
    assert len(standing(referable)) == 2


def test_what_is_missing_or_sent_twice_is_told_and_not_written(referable: Referable) -> None:
    with pytest.raises(Invalid) as wrong:
        referable.refer(replace(NEW, legal_ground=""))
    assert set(wrong.value.problems) == {"legal_ground"}
    with pytest.raises(Invalid) as nowhere:
        refer(
            actor=referable.actor("marit"),
            now=NOW,
            case_id=referable.case_id,
            house_id=new_id(),
            new=NEW,
            referral_id=new_id(),
        )
    assert set(nowhere.value.problems) == {"house"}
    assert Referral.objects.count() == 0
    file_id, mirjam = referable.referred(), referable.actor("mirjam")
    with pytest.raises(Invalid):
        empty = replace(WILL, will="")
        answer_referral(actor=mirjam, now=NOW, file_id=file_id, outcome=ReferralOutcome.ACCEPTED, content=empty)
    referable.answer(file_id)
    with pytest.raises(Invalid):
        return_case(actor=mirjam, now=NOW, file_id=file_id, content=replace(BACK, why=""))
    with pytest.raises(Invalid):
        write_file_note(actor=mirjam, now=NOW, file_id=file_id, text=" ")
    write_file_note(actor=mirjam, now=NOW, file_id=file_id, text="Gebeld.")
    with pytest.raises(Conflict):
        write_file_note(actor=mirjam, now=NOW, file_id=file_id, text=" Gebeld.")
    referable.send_back(file_id)
    with pytest.raises(Invalid):
        referral = Referral.objects.get().id
        words = replace(LOOKED, ours="")
        look_back(actor=referable.actor("sanne"), now=NOW, referral_id=referral, content=words)


def test_who_objects_is_referred_only_with_the_reason_why_that_is_needed(referable: Referable) -> None:
    """AVG, article 18: while an objection is weighed, data are used only for a reason that weighs more."""
    whom = CaseResident.objects.get(case_id=referable.case_id).resident_id
    words = NewStatement(Statement.Kind.OBJECTION, Statement.About.PEOPLE, "Ik wil dit niet.", new_id())
    here = referable.world.municipality.id
    put_statement(actor=referable.actor("sanne"), now=NOW, municipality_id=here, resident_id=whom, new=words)
    with pytest.raises(Invalid) as wrong:
        referable.refer()
    assert set(wrong.value.problems) == {"necessity"}
    referable.refer(replace(NEW, content=replace(NEW.content, necessity="De buren lopen gevaar.")))


def _came_back(referable: Referable, who: str) -> tuple[str, str]:
    (line,) = referrals.of_case(referable.viewer(who), referable.case_id, now=NOW)
    assert line.returned is not None
    return line.returned.care, line.returned.justice


def test_what_the_house_sends_back_is_on_record_in_the_case_and_opens_no_more_than_its_reader_sees(
    referable: Referable,
) -> None:
    file_id = referable.accepted()
    back = replace(BACK, care="Zij slaapt slecht.", necessity="De huisarts moet dit weten.", justice="Hij is vrij.")
    return_case(actor=referable.actor("mirjam"), now=NOW, file_id=file_id, content=back)
    returned, answered, referred = of_case(referable.viewer("sanne"), referable.case_id, now=NOW)
    assert (returned.way, answered.way, referred.way) == (Way.FROM_HOUSE, Way.FROM_HOUSE, Way.HOUSE)
    assert returned.parts == {Part.DECISIONS, Part.CARE_NOTES, Part.JUSTICE_NOTES}
    assert answered.parts == {Part.DECISIONS}
    assert (returned.about, returned.told_on) == (referred.about, TODAY)
    assert (returned.organisation, returned.content.necessity if returned.content else "") == (
        "Gemeente Eemsdelta",
        "De huisarts moet dit weten.",
    )
    assert _came_back(referable, "marit") == ("Zij slaapt slecht.", "Hij is vrij.")
    assert _came_back(referable, "erik") == (NOT_SEEN, NOT_SEEN)
    assert files.file_page(referable.viewer("mirjam"), file_id, now=NOW).returned == back
    with pytest.raises(Conflict):
        withdraw_disclosure(actor=referable.actor("sanne"), now=NOW, disclosure_id=returned.id, reason="Weg.")


@pytest.mark.parametrize(
    ("who", "why"), [("sanne", Refused), ("erik", Refused), ("bram", NotVisible), ("mirjam", NotVisible)]
)
def test_only_the_process_director_or_who_decides_refers(referable: Referable, who: str, why: type[Exception]) -> None:
    with pytest.raises(why):
        referable.refer(who=who)
    assert Entry.objects.filter(event="referral.made", outcome="refused").count() == 1


def test_a_piece_without_words_is_not_disclosed(referable: Referable) -> None:
    referable.refer(replace(NEW, pieces={**NEW.pieces, PieceKind.PLAN: "  "}))
    assert Referral.objects.get().disclosed == ["situation", "persons"]


def test_participants_are_of_partners_and_let_in_by_who_directs(referable: Referable) -> None:
    file_id, mirjam = referable.accepted(), referable.actor("mirjam")
    for wrong in (referable.id("marit"), new_id()):
        with pytest.raises(Invalid):
            add_participant(actor=mirjam, now=NOW, file_id=file_id, member_id=wrong)
    access_id = add_participant(actor=mirjam, now=NOW, file_id=file_id, member_id=referable.id("yara"))
    with pytest.raises(Conflict):
        add_participant(actor=mirjam, now=NOW, file_id=file_id, member_id=referable.id("yara"))
    page = files.file_page(referable.viewer("yara"), file_id, now=NOW)
    assert [(each.name, each.organisation) for each in page.participants] == [
        ("Mirjam van de proef", referable.house.name),
        ("Yara Mensah", "GGZ (verzonnen)"),
    ]
    with pytest.raises(Refused):
        add_participant(actor=referable.actor("yara"), now=NOW, file_id=file_id, member_id=referable.id("ruud"))
    with pytest.raises(NotVisible):
        end_participation(actor=referable.actor("ruud"), now=NOW, file_id=file_id, access_id=access_id)
    end_participation(actor=mirjam, now=NOW, file_id=file_id, access_id=access_id)
    with pytest.raises(NotVisible):
        end_participation(actor=mirjam, now=NOW, file_id=file_id, access_id=access_id)


def test_a_house_outside_has_no_file_and_what_it_says_is_recorded_with_day_way_and_name(referable: Referable) -> None:
    referral, sanne = referable.refer(outside=True), referable.actor("sanne")
    assert HouseFile.objects.count() == 0
    with pytest.raises(Conflict):
        record_outside_return(actor=sanne, now=NOW, referral_id=referral, content=BACK, by_hand=BY_HAND)

    def answer(by_hand: ByHand = BY_HAND) -> None:
        outcome = ReferralOutcome.ACCEPTED
        record_outside_answer(
            actor=sanne, now=NOW, referral_id=referral, outcome=outcome, content=SAID, by_hand=by_hand
        )

    with pytest.raises(Invalid) as wrong:
        answer(replace(BY_HAND, channel=""))
    assert set(wrong.value.problems) == {"channel"}
    answer()
    with pytest.raises(Conflict):
        answer()
    with pytest.raises(Invalid):
        record_outside_return(actor=sanne, now=NOW, referral_id=referral, content=BACK, by_hand=BY_HAND)
    record_outside_return(actor=sanne, now=NOW, referral_id=referral, content=BACK_SAID, by_hand=BY_HAND)
    (line,) = referrals.of_case(referable.viewer("sanne"), referable.case_id, now=NOW)
    assert (line.answer, line.answered_on, line.answered_how) == (SAID, NOW.date(), "telefoon")
    assert (line.returned, line.mark.standing) == (BACK_SAID, ReferralStanding.RETURNED)


def test_for_a_house_inside_nobody_answers_in_its_place(referable: Referable) -> None:
    file_id = referable.referred()
    referral, sanne = Referral.objects.get().id, referable.actor("sanne")
    with pytest.raises(Conflict):
        record_outside_answer(
            actor=sanne, now=NOW, referral_id=referral, outcome=ReferralOutcome.ACCEPTED, content=SAID, by_hand=BY_HAND
        )
    referable.answer(file_id)
    with pytest.raises(Conflict):
        record_outside_return(actor=sanne, now=NOW, referral_id=referral, content=BACK, by_hand=BY_HAND)


def test_who_leads_looks_back_once_and_only_after_the_return(referable: Referable) -> None:
    file_id = referable.accepted()
    referral, sanne = Referral.objects.get().id, referable.actor("sanne")
    with pytest.raises(Conflict):
        look_back(actor=sanne, now=NOW, referral_id=referral, content=LOOKED)
    referable.send_back(file_id)
    for who, why in (("erik", Refused), ("mirjam", NotVisible)):
        with pytest.raises(why):
            look_back(actor=referable.actor(who), now=NOW, referral_id=referral, content=LOOKED)
    look_back(actor=sanne, now=NOW, referral_id=referral, content=LOOKED)
    with pytest.raises(Conflict):
        look_back(actor=sanne, now=NOW, referral_id=referral, content=LOOKED)


def test_what_crosses_is_in_the_log_of_the_case_and_what_is_the_houses_own_is_not(referable: Referable) -> None:
    file_id = referable.accepted()
    write_file_note(actor=referable.actor("mirjam"), now=NOW, file_id=file_id, text="Alleen hier.")
    of_case = Entry.objects.filter(case=referable.case_id)
    assert of_case.filter(event="referral.answered", municipality=referable.world.municipality.id).count() == 1
    assert not of_case.filter(event__startswith="house_file").exists()
    assert Entry.objects.filter(event="house_file.note_written", subject_id=file_id).count() == 1


def test_the_list_shows_what_waits_first_and_counts_it(referable: Referable) -> None:
    another = referable.refer(case_id=referable.another_case())
    referable.accepted()
    mirjam = referable.viewer("mirjam")
    lines = files.listed(mirjam, now=NOW, most=9)
    assert (lines[0].id, lines[0].about) == (referable.file(another), "Ruben Dijkhuis")
    assert [line.standing for line in lines] == [ReferralStanding.ASKED, ReferralStanding.ACCEPTED]
    assert [line.id for line in files.listed(mirjam, now=NOW, most=1)] == [lines[0].id]
    assert (files.waiting(mirjam, now=NOW, most=9), files.waiting(referable.viewer("yara"), now=NOW, most=9)) == (1, 0)


def test_a_house_sets_its_own_criteria_version_by_version(referable: Referable) -> None:
    house, mirjam = referable.house.id, referable.actor("mirjam")
    changed = replace(DEFAULTS[1], text="Twee ketens zijn nodig", source="Ons convenant (verzonnen)")
    assert set_criterion(actor=mirjam, now=NOW, house_id=house, line=changed) == "meer-ketens"
    with pytest.raises(Conflict):
        set_criterion(actor=mirjam, now=NOW, house_id=house, line=changed)
    own = CriterionLine("", "Er is al een plan", Need.ALWAYS, "onbevestigd")
    assert set_criterion(actor=mirjam, now=NOW, house_id=house, line=own) == "er-is-al-een-plan"
    for called in (own.text, "Nieuw"):
        with pytest.raises(Invalid):
            set_criterion(actor=mirjam, now=NOW, house_id=house, line=replace(own, text=called))
    with pytest.raises(Conflict):
        set_criterion(actor=mirjam, now=NOW, house_id=house, line=replace(own, text="Ander", number=10**25))
    assert [(each.code, each.number) for each in criteria_of(house)][1:5:3] == [
        ("meer-ketens", 1),
        ("er-is-al-een-plan", 1),
    ]
    assert criteria_of(referable.outside.id) == DEFAULTS
    for bad in (replace(changed, code="bestaat-niet"), replace(changed, code="x")):
        with pytest.raises(NotVisible):
            set_criterion(actor=mirjam, now=NOW, house_id=house, line=bad)
    with pytest.raises(Refused):
        set_criterion(actor=referable.actor("beheer"), now=NOW, house_id=house, line=changed)
    set_criterion(actor=referable.actor("beheer"), now=NOW, house_id=referable.outside.id, line=DEFAULTS[0])
    assert AdmissionCriterion.objects.count() == 3


def test_two_who_change_a_criterion_at_once_do_not_write_over_each_other(
    referable: Referable, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, mirjam = referable.house.id, referable.actor("mirjam")
    set_criterion(actor=mirjam, now=NOW, house_id=house, line=DEFAULTS[1])
    monkeypatch.setattr("houvast.safety_house.services.set_criterion.criteria_of", lambda house_id: DEFAULTS)
    with pytest.raises(Conflict):
        set_criterion(actor=mirjam, now=NOW, house_id=house, line=DEFAULTS[1])


def test_earlier_referrals_keep_the_words_of_their_moment(referable: Referable) -> None:
    referable.refer()
    changed = replace(DEFAULTS[1], text="Twee ketens zijn nodig")
    set_criterion(actor=referable.actor("mirjam"), now=NOW, house_id=referable.house.id, line=changed)
    (line,) = referrals.of_case(referable.viewer("sanne"), referable.case_id, now=NOW)
    assert line.criteria == ("Meer ketens zijn nodig, met in elk geval dwang en drang",)


def test_what_a_referral_shares_is_in_the_account_of_what_was_shared(referable: Referable) -> None:
    referable.refer()
    (line,) = of_case(referable.viewer("sanne"), referable.case_id, now=NOW)
    assert (line.way, line.receiver) == (Way.HOUSE, referable.house.name)
    assert line.parts == {Part.DECISIONS, Part.PEOPLE}
    assert (line.law, line.code, line.state) == (NEW.legal_ground, "zvh-wgs", DisclosureState.RUNNING)
    assert of_case(referable.viewer("mirjam"), referable.case_id, now=NOW) == ()
    with pytest.raises(Conflict):
        withdraw_disclosure(actor=referable.actor("sanne"), now=NOW, disclosure_id=line.id, reason="Toch niet.")


def test_without_a_ground_for_a_house_there_is_no_referral(referable: Referable) -> None:
    line = replace(BEGINS["zvh-wgs"], active=False)
    municipality_id = referable.world.municipality.id
    set_ground(actor=referable.actor("beheer"), now=NOW, municipality_id=municipality_id, line=line)
    with pytest.raises(Invalid) as wrong:
        referable.refer()
    assert list(wrong.value.problems) == ["legal_ground"]
    assert not Referral.objects.exists()
