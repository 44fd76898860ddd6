"""Who reads own words for a case, for whom they wait, and which words are none: rules without a database."""

from dataclasses import replace

import pytest

from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy import CaseFacts
from houvast.cases.policy_own_words import may_read_own_words, reads_as, waits_for
from houvast.cases.rules.own_words import LONGEST_WORDS, words_problems
from houvast.cases.rules.seats import VACANT, SeatFacts, SeatState, held
from houvast.directory.viewer import Viewer
from tests.cases.test_policy import CASE, CLOSED, DIRECTOR, LEADER, NOBODY, OPEN, PROCESS, WATCHER, somebody

NOBODY_LEADS = replace(OPEN, seats={**OPEN.seats, CASE: VACANT})
RESIDENT_LEADS = replace(OPEN, seats={**OPEN.seats, CASE: SeatFacts(SeatState.HELD_BY_RESIDENT)})
LEADS_BOTH = replace(OPEN, seats={**OPEN.seats, PROCESS: held(DIRECTOR, "procesregisseur-zvh")})
DIRECTS, PROCESSES = somebody(DIRECTOR), somebody(LEADER)


@pytest.mark.parametrize(
    ("viewer", "facts", "reader"),
    [
        (DIRECTS, OPEN, CASE),
        (somebody(stands_in_for=(DIRECTOR,)), OPEN, CASE),
        (PROCESSES, OPEN, PROCESS),
        (DIRECTS, LEADS_BOTH, CASE),
        (DIRECTS, CLOSED, None),
        (WATCHER, OPEN, None),
        (NOBODY, OPEN, None),
    ],
)
def test_who_leads_reads_it_for_the_case(viewer: Viewer, facts: CaseFacts, reader: Responsibility | None) -> None:
    assert reads_as(viewer, facts) is reader
    verdict = may_read_own_words(viewer, facts)
    assert (verdict.allowed, verdict.ground) == (reader is not None, reader.value if reader else "")


@pytest.mark.parametrize(
    ("viewer", "facts", "read_by", "waits"),
    [
        (DIRECTS, OPEN, (), True),
        (DIRECTS, OPEN, (PROCESS,), True),
        (DIRECTS, OPEN, (CASE,), False),
        (PROCESSES, OPEN, (), False),
        (PROCESSES, NOBODY_LEADS, (), True),
        (PROCESSES, RESIDENT_LEADS, (), True),
        (PROCESSES, NOBODY_LEADS, (PROCESS,), False),
        (NOBODY, OPEN, (), False),
    ],
)
def test_words_wait_for_who_leads_and_else_for_who_directs_the_process(
    viewer: Viewer, facts: CaseFacts, read_by: tuple[Responsibility, ...], waits: bool
) -> None:
    assert waits_for(viewer, facts, frozenset(read_by)) is waits


def test_nothing_is_asked_of_words_but_that_they_are_there() -> None:
    assert words_problems(" \n") != {}
    assert words_problems("x" * (LONGEST_WORDS + 1)) != {}
    assert words_problems("x" * LONGEST_WORDS) == words_problems("<b>Nee</b>") == {}
