"""Sharing: a yes opens exactly what was chosen and for a time, a no is kept, and what ends is gone at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import Access, Note
from houvast.cases.rules.matrix import Part
from houvast.cases.services.allow_passing import allow_passing
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.write_note import write_note
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.sharing.models import Disclosure
from houvast.sharing.rules.consents import Giver, Meaning
from houvast.sharing.rules.content import DisclosureState, NewDisclosure, Way
from houvast.sharing.rules.grounds import BEGINS
from houvast.sharing.rules.judging import Answer, SecrecyRoute
from houvast.sharing.selectors.consents import consents_of
from houvast.sharing.selectors.disclosures import account_for, by_id
from houvast.sharing.services.record_consent import NewConsent, record_consent
from houvast.sharing.services.set_ground import set_ground
from houvast.sharing.services.tell_of_disclosure import tell_of_disclosure
from houvast.sharing.services.withdraw_consent import withdraw_consent
from houvast.sharing.services.withdraw_disclosure import withdraw_disclosure
from tests.sharing.worlds import LAST, OTHER, SAID, SEE, TODAY, Sharing, waits
from tests.worlds import NOW

LATER = NOW + timedelta(hours=1)
AFTER = NOW + timedelta(days=31)


def with_note(sharing: Sharing, **changes: object) -> NewDisclosure:
    """Give one care note, for which the resident lifted the secrecy."""
    return replace(sharing.new(), parts=frozenset(), notes=frozenset({sharing.notes[SAID]}), route=SecrecyRoute.LIFTED)


def test_a_yes_opens_exactly_what_was_chosen_until_the_last_day(sharing: Sharing) -> None:
    assert sharing.sees() == set()
    assert sharing.share() is Answer.YES
    assert sharing.sees() == {Part.BAND, Part.PLAN, Part.SHARED}
    assert sharing.reads() == set()
    assert sharing.sees(now=NOW + timedelta(days=30)) == {Part.BAND, Part.PLAN, Part.SHARED}
    assert sharing.sees(now=AFTER) == set()
    (line,) = sharing.lines(now=AFTER)
    assert line.state is DisclosureState.OVER


def test_shared_with_an_organisation_it_opens_for_who_works_there(sharing: Sharing) -> None:
    whole = replace(sharing.with_yara(), way=Way.ORGANISATION, name="GGZ de Wierde", member_id=None)
    assert sharing.share(replace(sharing.new(), receiver=whole)) is Answer.YES
    assert (sharing.sees(), sharing.sees("bram")) == ({Part.BAND, Part.PLAN, Part.SHARED}, set())
    given = Entry.objects.get(event="access.given", subject="disclosure")
    assert given.details["organisations"] == [str(sharing.yara.organisation_id)]


def test_one_care_note_is_shared_and_not_the_next(sharing: Sharing) -> None:
    with pytest.raises(Invalid):
        sharing.share(with_note(sharing))
    sharing.consent()
    assert sharing.share(with_note(sharing)) is Answer.YES
    assert sharing.reads() == {SAID}
    assert OTHER in sharing.reads("sanne")
    assert sharing.sees() == {Part.BAND, Part.NOTE, Part.SHARED}


def test_withdrawn_is_gone_in_the_same_second(sharing: Sharing) -> None:
    sharing.share()
    (line,) = sharing.lines()
    withdraw_disclosure(actor=sharing.actor("sanne"), now=LATER, disclosure_id=line.id, reason="Niet meer nodig.")
    assert sharing.sees(now=LATER) == set()
    (line,) = sharing.lines(now=LATER)
    assert (line.state, line.turns[-1].reason) == (DisclosureState.WITHDRAWN, "Niet meer nodig.")
    with pytest.raises(Conflict):
        withdraw_disclosure(actor=sharing.actor("sanne"), now=LATER, disclosure_id=line.id, reason="Nogmaals.")


def test_withdrawing_asks_why_and_is_not_for_the_receiver(sharing: Sharing) -> None:
    sharing.share()
    (line,) = sharing.lines()
    with pytest.raises(Invalid):
        withdraw_disclosure(actor=sharing.actor("marit"), now=LATER, disclosure_id=line.id, reason=" ")
    with pytest.raises(NotVisible):
        withdraw_disclosure(actor=sharing.actor("yara"), now=LATER, disclosure_id=line.id, reason="Weg.")


def test_without_a_ground_it_is_no_and_that_is_kept(sharing: Sharing) -> None:
    assert sharing.share(replace(sharing.new(), ground="")) is Answer.NO
    (line,) = sharing.lines()
    assert (line.state, line.missing) == (DisclosureState.REFUSED, ("no_ground",))
    assert sharing.sees() == set()
    assert not Access.objects.filter(source_id=line.id).exists()
    assert account_for(sharing.viewer("sanne"), sharing.case_id, sharing.resident_id, now=NOW) == ()
    entry = Entry.objects.get(event="disclosure.made")
    assert (entry.details["answer"], entry.details["missing"]) == ("no", ["no_ground"])


@pytest.mark.parametrize(
    "change",
    [
        lambda new: replace(new, ground="corporatie-woning"),
        lambda new: replace(new, ground="wmo-afstemmen"),
        lambda new: replace(new, parts=frozenset({Part.DECISIONS})),
        lambda new: replace(new, notes=frozenset({uuid4()})),
    ],
)
def test_what_the_ground_does_not_cover_or_one_does_not_see_is_no(
    sharing: Sharing, change: Callable[[NewDisclosure], NewDisclosure]
) -> None:
    assert sharing.share(change(sharing.new())) is Answer.NO
    assert sharing.sees() == set()


def test_pressing_twice_shares_once(sharing: Sharing) -> None:
    new = sharing.new()
    sharing.share(new)
    with pytest.raises(Conflict):
        sharing.share(new)
    assert Disclosure.objects.count() == 1


def test_who_does_not_lead_and_wrote_nothing_shares_nothing(sharing: Sharing) -> None:
    sharing.share()
    with pytest.raises(Refused):
        sharing.share(who="yara")
    with pytest.raises(NotVisible):
        sharing.share(who="iris")


def test_on_paper_goes_word_for_word_and_nobody_sees_more(sharing: Sharing) -> None:
    sharing.consent()
    new = replace(with_note(sharing), parts=frozenset({Part.PEOPLE, Part.PLAN}), receiver=sharing.on_paper())
    assert sharing.share(new) is Answer.YES
    (line,) = sharing.lines()
    assert line.content is not None
    assert [heading for heading, _ in line.content.paper] == [
        "Om wie het gaat",
        "Het plan",
        f"Notitie van {sharing.world.members['sanne'].name}, Gemeente Eemsdelta",
    ]
    assert line.content.paper[-1][1] == SAID
    assert sharing.sees() == set()
    assert line.state is DisclosureState.RUNNING


def test_not_everything_goes_on_paper(sharing: Sharing) -> None:
    new = replace(sharing.new(), parts=frozenset({Part.MOMENTS}), receiver=sharing.on_paper())
    assert sharing.share(new) is Answer.NO


def test_withdrawing_consent_ends_what_relied_on_it(sharing: Sharing) -> None:
    consent = sharing.consent()
    sharing.share(with_note(sharing))
    sharing.share()
    assert withdraw_consent(actor=sharing.actor("sanne"), now=LATER, consent_id=consent, reason="Wil niet meer.") == 1
    assert sharing.reads(now=LATER) == set()
    assert Part.PLAN in sharing.sees(now=LATER)
    (line,) = consents_of(sharing.viewer("sanne"), sharing.case_id, now=LATER)
    assert (line.withdrawn_at, line.why_withdrawn, line.runs(TODAY)) == (LATER, "Wil niet meer.", False)
    with pytest.raises(Conflict):
        withdraw_consent(actor=sharing.actor("sanne"), now=LATER, consent_id=consent, reason="")
    with pytest.raises(NotVisible):
        withdraw_consent(actor=sharing.actor("yara"), now=LATER, consent_id=consent, reason="")


def test_consent_for_help_lifts_no_secrecy(sharing: Sharing) -> None:
    sharing.consent(Meaning.HELP)
    with pytest.raises(Invalid):
        sharing.share(with_note(sharing))


def test_nothing_is_shared_for_longer_than_the_consent(sharing: Sharing) -> None:
    sharing.consent(until=LAST - timedelta(days=1))
    with pytest.raises(Invalid):
        sharing.share(with_note(sharing))


def test_consent_is_about_somebody_of_the_case_and_recorded_once(sharing: Sharing) -> None:
    new = NewConsent(uuid4(), Meaning.HELP, Giver.RESIDENT, "", "gesprek", "Hulp bij geld.", TODAY, LAST)
    with pytest.raises(Invalid):
        record_consent(actor=sharing.actor("sanne"), now=NOW, case_id=sharing.case_id, new=new)
    new = replace(new, resident_id=sharing.resident_id)
    record_consent(actor=sharing.actor("sanne"), now=NOW, case_id=sharing.case_id, new=new)
    with pytest.raises(Conflict):
        record_consent(actor=sharing.actor("sanne"), now=NOW, case_id=sharing.case_id, new=new)


def test_the_resident_is_told_later_and_who_shared_keeps_looking(sharing: Sharing) -> None:
    later = TODAY + timedelta(days=3)
    sharing.share(replace(sharing.new(), told_on=None, tell_before=later, told="Zij is nu niet veilig."))
    (line,) = sharing.lines()
    assert (line.wants_telling(TODAY), line.wants_telling(later)) == (False, True)
    for told_on, tell_before, words in (
        (None, None, ""),
        (TODAY + timedelta(days=1), None, ""),
        (None, TODAY, "Waarom."),
        (None, later, " "),
    ):
        with pytest.raises(Invalid):
            tell_of_disclosure(
                actor=sharing.actor("marit"),
                now=NOW,
                disclosure_id=line.id,
                told_on=told_on,
                tell_before=tell_before,
                words=words,
            )
    tell = partial(tell_of_disclosure, actor=sharing.actor("marit"), now=NOW, disclosure_id=line.id, words="")
    tell(told_on=TODAY, tell_before=None)
    with pytest.raises(Conflict):
        tell(told_on=TODAY, tell_before=None)
    (line,) = sharing.lines()
    assert (line.told_on, line.wants_telling(later), line.state) == (TODAY, False, DisclosureState.RUNNING)


def test_who_it_was_shared_with_sees_that_and_not_why(sharing: Sharing) -> None:
    sharing.share()
    (line,) = sharing.lines("yara")
    assert (line.purpose, line.until_on, line.content, line.turns) == (
        "Behandeling en begeleiding op elkaar afstemmen",
        LAST,
        None,
        (),
    )
    assert sharing.lines("yara", AFTER) == ()
    with pytest.raises(NotVisible):
        by_id(sharing.viewer("iris"), line.id, now=NOW)


def test_the_account_says_what_went_to_whom_and_why(sharing: Sharing) -> None:
    sharing.share()
    (line,) = account_for(sharing.viewer("marit"), sharing.case_id, sharing.resident_id, now=NOW)
    assert (line.what, line.receiver, line.organisation, line.until_on, line.withdrawn_at) == (
        (Part.PLAN,),
        "Yara Voorbeeld",
        "GGZ de Wierde",
        LAST,
        None,
    )
    assert account_for(sharing.viewer("marit"), sharing.case_id, uuid4(), now=NOW) == ()
    assert account_for(sharing.viewer("yara"), sharing.case_id, None, now=NOW) == ()


def test_a_closed_case_shares_nothing_any_more(sharing: Sharing) -> None:
    sharing.share()
    close_case(
        actor=sharing.actor("sanne"),
        now=LATER,
        case_id=sharing.case_id,
        new=NewClosing("goals_reached", "Het gaat goed.", LAST),
    )
    assert sharing.sees(now=LATER) == set()


def test_a_note_goes_no_further_than_its_writer_allows(sharing: Sharing) -> None:
    note = write_note(
        actor=sharing.actor("marit"),
        now=NOW,
        case_id=sharing.case_id,
        part=Note.Part.JUSTICE,
        text="De politie kwam langs.",
        shared_with_case=True,
    )
    line = replace(BEGINS["ggz-behandeling"], covers=frozenset({Part.JUSTICE_NOTES}))
    set_ground(actor=sharing.actor("beheer"), now=NOW, municipality_id=sharing.world.municipality.id, line=line)

    def new() -> NewDisclosure:
        return replace(sharing.new(), parts=frozenset(), notes=frozenset({note}))

    assert sharing.share(new()) is Answer.NO
    assert sharing.lines()[0].missing == ("limited",)
    allow_passing(
        actor=sharing.actor("marit"),
        now=NOW,
        note_id=note,
        organisation_id=sharing.yara.organisation_id,
    )
    assert sharing.share(new()) is Answer.YES
    assert sharing.reads() == {"De politie kwam langs."}


def test_mijn_werk_tells_who_it_was_shared_with_for_two_weeks_ofwaits(sharing: Sharing) -> None:
    sharing.share()
    assert [waits(sharing, who, NOW) for who in ("yara", "sanne")] == [[SEE], []]
    assert waits(sharing, "yara", NOW + timedelta(days=14)) == [SEE]
    assert waits(sharing, "yara", NOW + timedelta(days=15)) == []
    (line,) = sharing.lines()
    withdraw_disclosure(actor=sharing.actor("sanne"), now=LATER, disclosure_id=line.id, reason="Niet meer nodig.")
    assert waits(sharing, "yara", LATER) == []
