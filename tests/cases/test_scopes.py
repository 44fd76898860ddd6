"""What each scope shows, compared with a slow reference on random worlds of members, cases and reasons."""

import os
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeAlias
from uuid import UUID

import pytest
from django.db.models import Model, QuerySet

from houvast.cases import scopes
from houvast.cases.models import (
    Access,
    Case,
    CaseLink,
    CaseOrganisation,
    CaseResident,
    ClosedCell,
    Closure,
    FollowUp,
    GlassBreak,
    GlassJudgement,
    HandOver,
    LockOut,
    Note,
    PhasePeriod,
    PhaseReview,
    Reopening,
    ScalingDecision,
    ScalingProposal,
    Seat,
    TakeOverRequest,
    WithheldHit,
)
from houvast.cases.rules.matrix import Part
from houvast.directory.models import Member
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from tests.bench.fill import fill
from tests.cases.crossing_scopes import CROSSING_TABLES, crossed
from tests.cases.moments_reference import MOMENT_TABLES, moments_shown
from tests.cases.onlookers import Onlooker, onlooker, reasons_of
from tests.cases.receiving_reference import HANDED_ON, handed_on, what_is_held_or_asked
from tests.cases.scattering import MOMENTS, give, ids_by_lot, scatter
from tests.cases.shielding_reference import glass_shown, locked_out_of
from tests.lives import Lives, lives
from tests.worlds import NOW, add_member

pytestmark = pytest.mark.django_db
Scope: TypeAlias = Callable[..., QuerySet[Model]]
DAY = timedelta(days=1)
OFFICER = "Privacy uit Eemsdelta"
LARGE = os.environ.get("HOUVAST_TEST_SIZE") == "large"
SEEDS, MORE_CASES, PAIRS = (17, 500, 1_000_000) if LARGE else (1, 0, 0)
"""In the large form each engine compares a million pairs of a member at a moment with a case."""

# Which part of a case opens which table: written by hand after docs/wie-ziet-wat.md.
PLAIN: list[tuple[Scope, type[Model], Part]] = [
    (scopes.seats, Seat, Part.BAND),
    (scopes.phase_periods, PhasePeriod, Part.BAND),
    (scopes.review_headings, PhaseReview, Part.BAND),
    (scopes.reviews, PhaseReview, Part.DECISIONS),
    (scopes.take_over_requests, TakeOverRequest, Part.BAND),
    (scopes.residents, CaseResident, Part.PEOPLE),
    (scopes.organisations, CaseOrganisation, Part.ORGANISATIONS),
    (scopes.proposals, ScalingProposal, Part.DECISIONS),
    (scopes.decisions, ScalingDecision, Part.DECISIONS),
    (scopes.follow_ups, FollowUp, Part.DECISIONS),
    (scopes.closures, Closure, Part.DECISIONS),
    (scopes.reopenings, Reopening, Part.DECISIONS),
]


def everything() -> dict[type[Model], list[Model]]:
    """Read all rows that scopes choose from, once."""
    tables: tuple[type[Model], ...] = (
        Access,
        Case,
        CaseLink,
        HandOver,
        Note,
        LockOut,
        ClosedCell,
        GlassBreak,
        GlassJudgement,
        WithheldHit,
        *MOMENT_TABLES,
        *CROSSING_TABLES,
        *HANDED_ON,
        *(table for _, table, _ in PLAIN),
    )
    return {table: list(table._default_manager.all()) for table in tables}


def reads(note: Note, who: Onlooker, parts: set[tuple[UUID, str]], reasons: list[Access]) -> bool:
    """Say whether somebody reads a note whole; a single note when it was shared with them."""
    if note.id in {reason.note_id for reason in reasons if reason.part == "note"}:
        return True
    if note.author_id == who.member and (note.case_id, "band") in parts:
        return True
    shared = note.part == "general_notes" or note.shared_with_case
    return shared and (note.case_id, note.part) in parts


def knows_of(note: Note, parts: set[tuple[UUID, str]]) -> bool:
    """Say whether somebody knows that a note exists."""
    summary = {"care_notes": "care_summary", "justice_notes": "justice_summary"}.get(note.part)
    return summary is not None and (note.case_id, summary) in parts


@pytest.fixture(autouse=True)
def same_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the same ids each time."""
    ids_by_lot(monkeypatch, SEEDS)


@pytest.fixture
def lived(same_ids: None) -> Lives:
    """Let cases live, take every reason to see them away, and write notes of every kind."""
    lived = lives()
    fill(lived.world, MORE_CASES)
    Access.objects.filter(withdrawn_at__isnull=True).update(withdrawn_at=NOW)
    author = lived.world.members["sanne"]
    for case_id in (lived.lived, lived.linked):
        for part in Note.Part:
            for shared in (True, False):
                Note.objects.create(
                    case_id=case_id,
                    municipality=lived.world.municipality,
                    part=part,
                    shared_with_case=shared,
                    author=author,
                    written_at=NOW,
                    text_sealed=b"sealed",
                    ground="wmo",
                    organisation=lived.world.organisation,
                    retention_from=NOW.date(),
                )
    return lived


def assert_as_the_reference_says(world: dict[type[Model], list[Model]], member: Member, now: datetime) -> None:
    """Compare every scope with the reference for one member at one moment."""
    seen_by, who = viewer(member.id, now=now), onlooker(member, now)
    assert seen_by is not None
    kept_out, reasons = locked_out_of(world, member, now), reasons_of(world, member, who, now)
    notes = [row for row in world[Note] if isinstance(row, Note)]
    links = [row for row in world[CaseLink] if isinstance(row, CaseLink)]
    asked = [row for row in world[HandOver] if isinstance(row, HandOver)]
    parts = {(reason.case_id, reason.part) for reason in reasons}
    band = {case_id for case_id, of in parts if of == "band"}

    def shown(rows: QuerySet[Model]) -> set[object]:
        found = list(rows.values_list("pk", flat=True))
        assert len(found) == len(set(found)), "a row is shown twice"
        return set(found)

    for part in Part:
        expected = {case_id for case_id, of in parts if of == part}
        assert shown(scopes.cases(seen_by, part=part, now=now)) == expected
    for scope, table, part in PLAIN:
        assert shown(scope(seen_by, now=now)) == {
            row.pk for row in world[table] if (vars(row)["case_id"], part) in parts
        }
    linked = {link.id for link in links if {link.case_id, link.other_id} & band}
    assert shown(scopes.links(seen_by, now=now)) == linked
    looked_at = {world[Case][-1].pk, *(side for link in links for side in sides(link))}
    for case in [case for case in world[Case] if case.pk in looked_at]:
        others = {
            link.other_id if link.case_id == case.pk else link.case_id for link in links if case.pk in sides(link)
        }
        shown_others = shown(scopes.linked_cases(seen_by, case.pk, now=now))
        assert shown_others == (others if case.pk in band else set())
    questions = {each.id for each in asked if each.case_id in band or each.to_member_id in who.members}
    questions -= {each.id for each in asked if each.case_id in kept_out}
    assert shown(scopes.hand_overs(seen_by, now=now)) == questions
    assert shown(scopes.notes(seen_by, now=now)) == {note.id for note in notes if reads(note, who, parts, reasons)}
    assert shown(scopes.note_headings(seen_by, now=now)) == {note.id for note in notes if knows_of(note, parts)}
    held = {reason.source_id for reason in reasons if reason.relation == "item_holder"}
    more = {**moments_shown(world, parts, held), **told(world, who, parts, kept_out, now), **handed_on(world, reasons)}
    more |= glass_shown(world, reasons, officer=member.name == OFFICER)
    for scope, ids in {**more, **crossed(world, reasons)}.items():
        assert shown(scope(seen_by, now=now)) == ids
    assert shown(scopes.access(seen_by, now=now)) == {reason.id for reason in reasons}
    numbered = world[Case] if member.name == OFFICER else []
    of_here = {row.pk for row in numbered if isinstance(row, Case) and row.municipality.name == "Eemsdelta"}
    assert shown(scopes.logged_cases(seen_by)) == of_here
    led = {reason.id for reason in reasons if reason.relation == "aftercare"}
    assert shown(scopes.looked_after(seen_by, now=now)) == led


def told(
    world: dict[type[Model], list[Model]],
    who: Onlooker,
    parts: set[tuple[UUID, str]],
    kept_out: set[UUID],
    now: datetime,
) -> dict[Scope, set[object]]:
    """Work out which words of questions somebody reads, and which answers to questions that they were asked too."""
    hand_overs, take_overs, decisions, reasons = (
        [vars(row) for row in world[table]] for table in (HandOver, TakeOverRequest, ScalingDecision, Access)
    )

    def party(row: dict[str, object]) -> bool:
        leads = (row["case_id"], "general_notes") in parts
        asked = row.get("to_member_id") in who.members or row.get("to_team_id") in who.teams
        return (row["case_id"], "band") in parts and (leads or asked or row["asked_by_id"] in who.members)

    lately = {
        row["source_id"]
        for row in reasons
        if row["relation"] in {"decider", "scaled_urgently"} and row["member_id"] in who.members
        if row["withdrawn_at"] is not None
        if now - timedelta(days=7) < row["withdrawn_at"] <= now
    }
    urgent = {row["proposal_id"] for row in decisions if row["id"] in lately and row["outcome"] == "urgent"}
    return {
        scopes.hand_over_words: {row["id"] for row in hand_overs if party(row)},
        scopes.take_over_words: {row["id"] for row in take_overs if party(row)},
        scopes.answers: {
            row["id"]
            for row in decisions
            if row["proposal_id"] in (lately if row["number"] == 1 else urgent) and row["case_id"] not in kept_out
        },
    }


def sides(link: CaseLink) -> set[UUID]:
    """Give the two cases of a link."""
    return {link.case_id, link.other_id}


@pytest.mark.parametrize("seed", range(SEEDS))
def test_every_scope_shows_what_the_slow_reference_shows(seed: int, lived: Lives) -> None:
    scatter(lived.world, random.Random(seed), what_is_held_or_asked())
    world = everything()
    members, privacy = list(Member.objects.order_by("name")), Member.objects.get(name=OFFICER)
    looking = set(members) if LARGE else {*random.Random(seed).sample(members, 8), privacy}
    moments = MOMENTS if LARGE else MOMENTS[2:4]
    for member in looking:
        for now in moments:
            assert_as_the_reference_says(world, member, now)
    assert len(looking) * len(moments) * len(world[Case]) * SEEDS >= PAIRS


def test_there_is_no_scope_that_is_not_compared() -> None:
    compared = (
        {scope.__name__ for scope, _, _ in PLAIN}
        | {"access", "cases", "links", "hand_overs", "notes"}
        | {"seen", "cases_seen"}
    )
    every = {name for name, value in vars(scopes).items() if callable(value) and value.__module__ == scopes.__name__}
    assert {name for name in every if not name.startswith("_")} == compared | {
        *(
            "note_headings",
            "looked_after",
            "logged_cases",
            "judgement_requests",
            "linked_cases",
            "moments",
            "moment_turns",
            "moment_contacts",
            "moment_items",
            "stays",
            "stay_turns",
            "move_offers",
            "received_moves",
            "lock_outs",
            "glass_breaks",
            "glass_judgements",
            "logged_glass_breaks",
            "logged_glass_judgements",
            "closed_cells",
            "passing_permissions",
        ),
        *("moment_reports", "hand_over_words", "take_over_words", "answers"),
        *("receiver_requests", "aftercare_plans", "pulse_checks", "withheld_hits"),
    }


def bram(lived: Lives) -> Viewer:
    """Give Bram, who looks."""
    found = viewer(lived.world.id("bram"), now=NOW)
    assert found is not None
    return found


def test_a_withdrawn_reason_is_gone_in_the_same_second(lived: Lives) -> None:
    reason = give(lived.world, lived.lived, "band")
    assert scopes.seats(bram(lived), now=NOW).exists()
    reason.withdrawn_at = NOW
    reason.save(update_fields=["withdrawn_at"])
    assert not scopes.seats(bram(lived), now=NOW).exists()
    assert not scopes.cases(bram(lived), part=Part.BAND, now=NOW).exists()


BOUNDS: list[tuple[dict[str, object], bool]] = [
    ({"from_at": NOW}, True),
    ({"from_at": NOW + timedelta(seconds=1)}, False),
    ({"until_at": NOW}, False),
    ({"until_at": NOW + timedelta(seconds=1)}, True),
    ({"withdrawn_at": NOW + timedelta(seconds=1)}, True),
    ({"withdrawn_at": NOW}, False),
    ({"withdrawn_at": NOW - DAY, "until_at": NOW + DAY}, False),
]


def test_a_reason_holds_from_its_beginning_until_just_before_its_end(lived: Lives) -> None:
    for number, (changes, visible) in enumerate(BOUNDS):
        member = add_member(lived.world.organisation, f"Lid {number}", "consulent-wmo", "wmo", "consulent", None)
        give(lived.world, lived.lived, "band", member_id=member.id, **changes)
        seen_by = viewer(member.id, now=NOW)
        assert seen_by is not None
        assert scopes.cases(seen_by, part=Part.BAND, now=NOW).exists() is visible, changes


def test_a_general_note_that_is_care_is_not_read_with_the_general_part(lived: Lives) -> None:
    give(lived.world, lived.lived, "band")
    give(lived.world, lived.lived, "general_notes")
    assert {note.part for note in scopes.notes(bram(lived), now=NOW)} == {"general_notes"}


def test_a_heading_never_brings_the_text_along(lived: Lives) -> None:
    give(lived.world, lived.lived, "care_summary")
    rows = scopes.note_headings(bram(lived), now=NOW)
    assert rows.exists()
    assert all("text_sealed" in row.get_deferred_fields() for row in rows)
