"""The lists that come with Houvast, and what a list of a municipality must be."""

from dataclasses import replace

import pytest

from houvast.cases.models import CrucialMoment
from houvast.cases.rules.checklists import (
    AFTER,
    BEFORE,
    DIRECTORS,
    FARTHEST_DAYS,
    NOT_ADMITTED,
    SHIPPED,
    ListItem,
    Source,
    fits,
    list_problems,
    whole_list,
)
from tests.sentences import told_at

ITEM = ListItem("De huisarts bellen", DIRECTORS, BEFORE, -1, "afspraak van de gemeente (verzonnen)")


def test_every_kind_of_moment_has_a_list_that_a_municipality_could_have_set_itself() -> None:
    assert SHIPPED.keys() == set(CrucialMoment.Kind.values)
    assert [kind for kind, items in SHIPPED.items() if list_problems(items)] == []


def test_every_item_says_where_it_comes_from_and_that_nobody_confirmed_it() -> None:
    sources = {item.source for items in SHIPPED.values() for item in items}
    assert sources <= set(Source)
    assert all("onbevestigd" in source or "verzonnen" in source for source in sources)


def test_out_of_prison_asks_the_five_conditions_and_that_somebody_has_spoken_before_and_after() -> None:
    items = SHIPPED["prison_out"]
    five = [item.text.partition(":")[0] for item in items if item.source is Source.REINTEGRATION]
    assert five == ["Wonen", "Inkomen", "Zorg", "Papieren", "Schulden"]
    assert {item.timing for item in items if "gesproken" in item.text or "spreken" in item.text} == {BEFORE, AFTER}


def test_assessed_and_not_admitted_always_makes_a_follow_up_within_days() -> None:
    assert whole_list("assessed_not_admitted", [ITEM]) == (ITEM, NOT_ADMITTED)
    own = replace(ITEM, timing=AFTER, days=1)
    assert whole_list("assessed_not_admitted", [own]) == (own,)
    assert whole_list("clinic_out", [ITEM]) == (ITEM,)
    assert (NOT_ADMITTED.timing, NOT_ADMITTED.days, NOT_ADMITTED.who) == (AFTER, 2, DIRECTORS)


@pytest.mark.parametrize(
    "items",
    [
        [],
        [replace(ITEM, text=" ")],
        [replace(ITEM, source="")],
        [ITEM, replace(ITEM, days=1)],
        [replace(ITEM, timing=AFTER)],
        [replace(ITEM, timing="whenever", days=0)],
        [replace(ITEM, days=-181)],
    ],
)
def test_a_list_without_text_source_or_a_day_on_its_own_side_is_not_taken(items: list[ListItem]) -> None:
    assert told_at(list_problems(items)) == {"items"}


def test_the_day_itself_is_on_both_sides() -> None:
    assert list_problems([ITEM]) == {}
    assert fits(BEFORE, 0)
    assert fits(AFTER, 0)
    assert not fits(AFTER, 181)


def test_an_item_may_lie_as_far_as_the_farthest_day_on_its_own_side() -> None:
    edges = {
        (timing, days): fits(timing, days)
        for timing in (BEFORE, AFTER)
        for days in (-FARTHEST_DAYS - 1, -FARTHEST_DAYS, 0, FARTHEST_DAYS, FARTHEST_DAYS + 1)
    }
    assert {place for place, may in edges.items() if may} == {
        *((BEFORE, days) for days in (-FARTHEST_DAYS, 0)),
        *((AFTER, days) for days in (0, FARTHEST_DAYS)),
    }
