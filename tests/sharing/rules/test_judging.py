"""May I share this? The answer, what is missing, and what never happens."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.cases.rules.matrix import Part
from houvast.sharing.rules.grounds import CARE, ONE_BY_ONE, SHAREABLE, WHOLE, GroundLine, ReceiverKind
from houvast.sharing.rules.judging import (
    Answer,
    ConflictStep,
    Judgement,
    SecrecyRoute,
    Wanted,
    better,
    judge_disclosure,
)
from tests.sentences import is_sentence

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
GGZ = GroundLine(
    "ggz",
    ReceiverKind.MENTAL_HEALTH,
    "Afstemmen",
    "AVG 6 lid 1 e",
    frozenset({Part.PLAN, Part.CARE_NOTES}),
    "verzonnen",
)
WHOLE_YES = Wanted(
    parts=frozenset({Part.PLAN}),
    notes=frozenset(),
    seen=frozenset({Part.PLAN, Part.PEOPLE}),
    about=1,
    receiver=frozenset({ReceiverKind.MENTAL_HEALTH}),
    ground=GGZ,
    today=TODAY,
    necessity="De behandelaar moet weten wat er is afgesproken.",
    least="Alleen het plan.",
    route=SecrecyRoute.NOT_APPLICABLE,
    told_on=TODAY,
    until=TOMORROW,
)


FIELDS = {
    *("parts", "notes", "about", "receiver", "ground", "until"),
    *("route", "route_words", "steps", "told", "told_on", "tell_before"),
    *("necessity", "least", "despite"),
}
"""The fields of the form at which something can be missing."""


def codes(judgement: Judgement) -> list[str]:
    """Give what is missing."""
    assert all(is_sentence(each.words) for each in judgement.missing)
    assert {each.field for each in judgement.missing} <= FIELDS
    return [each.code for each in judgement.missing]


def test_with_a_ground_and_everything_said_the_answer_is_yes() -> None:
    assert judge_disclosure(WHOLE_YES) == Judgement(Answer.YES, (), frozenset({Part.PLAN}))


def test_a_second_person_comes_first_where_the_ground_says_so() -> None:
    wanted = replace(WHOLE_YES, ground=replace(GGZ, second=True))
    assert judge_disclosure(wanted).answer is Answer.SECOND


@pytest.mark.parametrize(
    ("wanted", "answer", "code"),
    [
        (replace(WHOLE_YES, ground=None), Answer.NO, "no_ground"),
        (replace(WHOLE_YES, ground=replace(GGZ, active=False)), Answer.NO, "no_ground"),
        (replace(WHOLE_YES, ground=replace(GGZ, receiver=ReceiverKind.POLICE)), Answer.NO, "other_receiver"),
        (replace(WHOLE_YES, parts=frozenset({Part.PEOPLE})), Answer.NO, "not_covered"),
        (replace(WHOLE_YES, notes=frozenset({Part.JUSTICE_NOTES})), Answer.NO, "not_covered"),
        (replace(WHOLE_YES, seen=frozenset()), Answer.NO, "not_seen"),
        (replace(WHOLE_YES, limited=1), Answer.NO, "limited"),
        (replace(WHOLE_YES, ground=replace(GGZ, covenant="ggz-convenant")), Answer.NO, "covenant_over"),
        (replace(WHOLE_YES, ground=replace(GGZ, consent=True)), Answer.NOT_YET, "no_consent"),
        (replace(WHOLE_YES, parts=frozenset()), Answer.NOT_YET, "nothing"),
        (replace(WHOLE_YES, about=0), Answer.NOT_YET, "nobody"),
        (replace(WHOLE_YES, receiver=frozenset()), Answer.NOT_YET, "no_receiver"),
        (replace(WHOLE_YES, necessity=" "), Answer.NOT_YET, "necessity"),
        (replace(WHOLE_YES, least=""), Answer.NOT_YET, "least"),
        (replace(WHOLE_YES, route=None), Answer.NOT_YET, "no_route"),
        (replace(WHOLE_YES, notes=frozenset({Part.CARE_NOTES})), Answer.NOT_YET, "secret"),
        (replace(WHOLE_YES, route=SecrecyRoute.LIFTED), Answer.NOT_YET, "not_lifted"),
        (replace(WHOLE_YES, route=SecrecyRoute.LEGAL_DUTY), Answer.NOT_YET, "no_route_words"),
        (replace(WHOLE_YES, route=SecrecyRoute.CONFLICT_OF_DUTIES, route_words="Gevaar."), Answer.NOT_YET, "steps"),
        (replace(WHOLE_YES, objecting=True), Answer.NOT_YET, "objection"),
        (replace(WHOLE_YES, told_on=None), Answer.NOT_YET, "not_told"),
        (replace(WHOLE_YES, told_on=None, tell_before=TOMORROW), Answer.NOT_YET, "why_not_told"),
        (
            replace(WHOLE_YES, told_on=None, tell_before=TODAY - timedelta(days=1), told="Gevaar."),
            Answer.NOT_YET,
            "look_again",
        ),
        (replace(WHOLE_YES, told_on=TOMORROW), Answer.NOT_YET, "told_later"),
        (replace(WHOLE_YES, until=None), Answer.NOT_YET, "no_end"),
        (replace(WHOLE_YES, until=TODAY - timedelta(days=1)), Answer.NOT_YET, "ended"),
        (replace(WHOLE_YES, until=TODAY + timedelta(days=367)), Answer.NOT_YET, "too_long"),
        (replace(WHOLE_YES, covenant_until=TODAY), Answer.NOT_YET, "past_covenant"),
        (replace(WHOLE_YES, consent_until=TODAY), Answer.NOT_YET, "past_consent"),
    ],
)
def test_what_is_missing_is_named(wanted: Wanted, answer: Answer, code: str) -> None:
    judgement = judge_disclosure(wanted)
    assert judgement.answer is answer
    assert code in codes(judgement)
    assert judgement.parts == frozenset()
    assert set(judgement.problems) == {each.field for each in judgement.missing}


@pytest.mark.parametrize(
    "wanted",
    [
        replace(WHOLE_YES, ground=replace(GGZ, consent=True), consent_shares=True),
        replace(WHOLE_YES, notes=frozenset({Part.CARE_NOTES}), route=SecrecyRoute.LIFTED, consent_lifts=True),
        replace(WHOLE_YES, notes=frozenset({Part.CARE_NOTES}), ground=replace(GGZ, secrecy=False)),
        replace(WHOLE_YES, route=SecrecyRoute.LEGAL_DUTY, route_words="Meldrecht, Wmo 2015 artikel 5.2.6."),
        replace(WHOLE_YES, route=SecrecyRoute.CONFLICT_OF_DUTIES, route_words="Gevaar.", steps=frozenset(ConflictStep)),
        replace(WHOLE_YES, told_on=None, tell_before=TOMORROW, told="Zij is nu niet veilig."),
        replace(WHOLE_YES, ground=replace(GGZ, covenant="ggz-convenant"), covenant_until=TOMORROW),
    ],
)
def test_what_was_missing_can_be_given(wanted: Wanted) -> None:
    assert judge_disclosure(wanted).answer is Answer.YES


PARTS = st.frozensets(st.sampled_from(SHAREABLE))
GROUNDS = st.builds(
    GroundLine,
    code=st.just("x"),
    receiver=st.sampled_from((ReceiverKind.MENTAL_HEALTH, ReceiverKind.POLICE)),
    purpose=st.just("Afstemmen"),
    law=st.just("Wet"),
    covers=PARTS,
    source=st.just("verzonnen"),
    secrecy=st.booleans(),
    consent=st.booleans(),
    second=st.booleans(),
    covenant=st.sampled_from(("", "x")),
    active=st.booleans(),
)
DAYS = st.sampled_from((None, TODAY - timedelta(days=1), TODAY, TOMORROW, TODAY + timedelta(days=400)))
WORDS = st.sampled_from(("", "Omdat."))
ANY = st.builds(
    Wanted,
    parts=st.frozensets(st.sampled_from(WHOLE)),
    notes=st.frozensets(st.sampled_from(ONE_BY_ONE)),
    seen=PARTS,
    about=st.integers(0, 2),
    receiver=st.frozensets(st.sampled_from((ReceiverKind.MENTAL_HEALTH, ReceiverKind.POLICE))),
    ground=st.none() | GROUNDS,
    today=st.just(TODAY),
    limited=st.integers(0, 1),
    covenant_until=st.sampled_from((None, TOMORROW)),
    consent_shares=st.booleans(),
    consent_lifts=st.booleans(),
    necessity=WORDS,
    least=WORDS,
    route=st.none() | st.sampled_from(SecrecyRoute),
    route_words=WORDS,
    steps=st.frozensets(st.sampled_from(ConflictStep)),
    told_on=DAYS,
    told=WORDS,
    tell_before=DAYS,
    until=DAYS,
)


@given(ANY)
def test_never_shared_without_a_ground_that_covers_it(wanted: Wanted) -> None:
    judgement = judge_disclosure(wanted)
    assert judgement.parts <= wanted.parts
    if judgement.answer in (Answer.NO, Answer.NOT_YET):
        assert judgement.missing
        assert not judgement.parts
        return
    assert wanted.ground is not None
    assert wanted.ground.active
    assert wanted.ground.receiver in wanted.receiver
    assert wanted.chosen <= wanted.ground.covers
    assert wanted.parts <= wanted.seen
    assert not wanted.limited
    assert wanted.consent_shares or not wanted.ground.consent
    assert not (wanted.chosen & CARE and wanted.ground.secrecy and wanted.route is SecrecyRoute.NOT_APPLICABLE)
    assert wanted.until is not None
    assert (judgement.answer is Answer.SECOND) == wanted.ground.second


GIVEN: tuple[Callable[[Wanted], Wanted], ...] = (
    lambda wanted: replace(wanted, necessity="Omdat."),
    lambda wanted: replace(wanted, least="Omdat."),
    lambda wanted: replace(wanted, limited=0),
    lambda wanted: replace(wanted, consent_shares=True),
    lambda wanted: replace(wanted, consent_lifts=True),
    lambda wanted: replace(wanted, steps=frozenset(ConflictStep)),
    lambda wanted: replace(wanted, route_words="Omdat."),
    lambda wanted: replace(wanted, told="Omdat."),
    lambda wanted: replace(wanted, told_on=TODAY),
    lambda wanted: replace(wanted, until=TODAY),
)
"""Things that can be missing, given."""


@given(ANY, st.permutations(GIVEN))
def test_giving_what_is_missing_never_makes_it_worse(
    wanted: Wanted, turns: Iterable[Callable[[Wanted], Wanted]]
) -> None:
    before = judge_disclosure(wanted).answer
    for each in turns:
        wanted = each(wanted)
        after = judge_disclosure(wanted).answer
        assert better(after, before)
        before = after


def test_a_day_at_its_edge_is_right() -> None:
    assert judge_disclosure(replace(WHOLE_YES, until=TODAY)).answer is Answer.YES
    looked_at_today = replace(WHOLE_YES, told_on=None, tell_before=TODAY, told="Gevaar.")
    assert judge_disclosure(looked_at_today).answer is Answer.YES
    assert judge_disclosure(replace(WHOLE_YES, objecting=True, despite="Gevaar voor de kinderen.")).answer is Answer.YES
