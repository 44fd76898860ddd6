"""The word of a forbidden case is on no page, list, search or count; nor does any page change because of it."""

import re

import pytest

from houvast.directory.models import Member
from houvast.intake.models import ReportingPoint
from tests.rights.canary import WORD, add_director, add_line, add_point, add_table, forbid, refer_far
from tests.rights.crawling import crawl, starts
from tests.rights.own_pages import come_in_with
from tests.rights.walking import Walk, ask
from tests.spreading import SHARED
from tests.worlds import World, make_world

MAY_KNOW = {"proc", "team", "oper"}
"""Who may know of a case of phase 2 in their own municipality: process direction and the operational holder."""

Place = tuple[World, Member, ReportingPoint]


@pytest.fixture(scope="module")
def far(walk: Walk) -> Place:
    """Give a municipality to which nobody of the matrix has a relation, with nothing in it yet."""
    world = make_world("pekela", "Pekela", "groningen")
    director = add_director(world)
    add_table(world, director)
    add_line(world, director)
    return world, director, add_point(world)


@pytest.fixture(scope="module")
def near(walk: Walk) -> Place:
    """Give the municipality of the matrix, with a director and a point of their own."""
    director = add_director(walk.region.here)
    add_table(walk.region.here, director)
    add_line(walk.region.here, director)
    return walk.region.here, director, add_point(walk.region.here)


@pytest.fixture(scope="module")
def before(walk: Walk, far: Place, near: Place) -> dict[str, dict[str, bytes]]:
    """Give what everybody's lists, searches and counts were before there was anything to hide."""
    return {viewer: starts(walk, viewer) for viewer in _walking(walk)}


@pytest.fixture(scope="module")
def codes(walk: Walk, before: dict[str, dict[str, bytes]], far: Place, near: Place) -> tuple[str, str]:
    """Add the forbidden cases, and far away the file of a house; gives the codes of the cases."""
    refer_far(far[0])
    return forbid(*far), forbid(*near)


@pytest.fixture(scope="module")
def after(walk: Walk, codes: tuple[str, str]) -> dict[str, dict[str, bytes]]:
    """Give what everybody's lists, searches and counts are now."""
    return {viewer: starts(walk, viewer) for viewer in _walking(walk)}


def _walking(walk: Walk) -> list[str]:
    """Give who walks: who may know, and half of the others; everybody in the large form."""
    others = [viewer for viewer in walk.region.viewers if viewer not in MAY_KNOW]
    return [*sorted(MAY_KNOW), *(others[::2] if SHARED else others)]


def test_no_list_search_or_count_changes(
    before: dict[str, dict[str, bytes]], after: dict[str, dict[str, bytes]]
) -> None:
    changed = {viewer for viewer in after if after[viewer] != before[viewer]}
    assert changed == MAY_KNOW


def test_who_may_know_of_it_sees_it(after: dict[str, dict[str, bytes]], codes: tuple[str, str]) -> None:
    far_code, near_code = codes
    for viewer in MAY_KNOW:
        lists = b"".join(after[viewer].values())
        assert near_code.encode() in lists
        assert far_code.encode() not in lists


OF_THE_LOG = {"/logboek/", "/logboek/bestand/", "/logboek/bestand/?"}


def test_the_word_is_on_no_page_that_links_lead_to(
    walk: Walk, after: dict[str, dict[str, bytes]], codes: tuple[str, str]
) -> None:
    traces = re.compile("|".join([WORD, *codes]).encode(), re.IGNORECASE)
    _, near_code = codes
    for viewer in after.keys() - MAY_KNOW:
        found = {address: set(traces.findall(body)) for address, body in crawl(walk, viewer, after[viewer]).items()}
        if viewer == "priv":
            # Beside what was done there, the log of the municipality says in the case with which number.
            for address in found.keys() & OF_THE_LOG:
                found[address].discard(near_code.encode())
        assert {address: traced for address, traced in found.items() if traced} == {}, viewer


def test_no_own_page_holds_a_trace(walk: Walk, codes: tuple[str, str]) -> None:
    traces = re.compile("|".join([WORD, *codes]).encode(), re.IGNORECASE)
    for code in walk.region.codes.values():
        page = ask(come_in_with(code), "GET", "/mijn/")
        assert (page.status, traces.findall(page.body)) == (200, [])


@pytest.mark.parametrize("which", [0, 1])
def test_linking_to_it_answers_as_if_it_did_not_exist(walk: Walk, codes: tuple[str, str], which: int) -> None:
    bodies = []
    for code in (codes[which], "C-2026-9998"):
        form = {"other": code, "link_reason": "Zij zijn buren."}
        answer = walk.ask("dir", "POST", "/casussen/{main}/koppelen/", form)
        assert answer.status == 422
        bodies.append(answer.body.replace(code.encode(), b""))
    assert bodies[0] == bodies[1]
