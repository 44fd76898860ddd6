"""Looking again at a phase: the day moves, it is on record, and a new phase makes it irrelevant."""

from datetime import date
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases.models import PhaseReview
from houvast.cases.rules.reviewing import NewReview
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors import bands, reviews
from houvast.cases.selectors.bands import Band
from houvast.cases.services.review_phase import review_phase
from houvast.cases.services.scale import scale
from houvast.directory.selectors import viewer
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.lives import HOUR, close, enough, open_with
from tests.worlds import NOW, World, make_world

pytestmark = pytest.mark.django_db
NEW = NewReview("Het gaat beter.", resident_asked=False, why_not_asked="Zij lag ziek.", review_on=date(2026, 12, 14))


@pytest.fixture
def world() -> World:
    return make_world()


def looks(world: World, who: str) -> Viewer:
    found = viewer(world.id(who), now=NOW)
    assert found is not None
    return found


def band_of(world: World, case_id: UUID, who: str = "sanne") -> Band:
    return bands.by_ids(looks(world, who), [case_id], now=NOW + HOUR)[case_id].band


def test_the_next_day_is_that_of_the_newest_review(world: World) -> None:
    case_id, sanne = open_with(world), world.actor("sanne")
    assert band_of(world, case_id).review_on == date(2027, 5, 24)  # 26 weeks in AVE 2
    review_id = review_phase(actor=sanne, now=NOW, case_id=case_id, new=NEW)
    band = band_of(world, case_id)
    assert (band.review_on, band.looked_at, band.phase.number) == (date(2026, 12, 14), NOW, 2)
    again = NewReview("Nog wat beter.", resident_asked=True, review_on=date(2026, 12, 7))
    review_phase(actor=sanne, now=NOW + HOUR, case_id=case_id, new=again)
    assert band_of(world, case_id).review_on == date(2026, 12, 7)
    entry = Entry.objects.filter(case=case_id, event="phase.reviewed").order_by("number")[0]
    assert (entry.subject, entry.subject_id, entry.ground) == ("review", review_id, "director")
    assert entry.details == {"phase": 2, "resident_asked": False}


def test_a_new_period_makes_an_older_review_irrelevant(world: World) -> None:
    case_id = open_with(world)
    review_phase(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NEW)
    up = NewProposal(3, enough(world, 2, 3), "Het moet.")
    scale(actor=world.actor("marit"), now=NOW + HOUR, case_id=case_id, new=up, how=Deciding())
    band = band_of(world, case_id)
    assert (band.review_on, band.looked_at) == (date(2027, 1, 4), NOW + HOUR)
    assert reviews.last_review(looks(world, "sanne"), band.period_id, now=NOW + HOUR) is None


def test_what_was_weighed_is_sealed_and_read_by_who_sees_decisions(world: World) -> None:
    case_id = open_with(world)
    period_id = band_of(world, case_id).period_id
    review_phase(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NEW)
    row = PhaseReview.objects.get()
    assert b"beter" not in bytes(row.weighed_sealed)
    assert b"ziek" not in bytes(row.why_not_asked_sealed)
    line = reviews.last_review(looks(world, "sanne"), period_id, now=NOW)
    assert line is not None
    assert (line.weighed, line.why_not_asked) == ("Het gaat beter.", "Zij lag ziek.")
    for who in ("marit", "erik", "bram"):  # the band at the most
        assert reviews.last_review(looks(world, who), period_id, now=NOW) is None, who


def test_who_does_not_lead_is_refused_and_that_is_on_record(world: World) -> None:
    case_id = open_with(world)
    for who, error in (("marit", Refused), ("erik", Refused), ("bram", NotVisible)):
        with pytest.raises(error):
            review_phase(actor=world.actor(who), now=NOW, case_id=case_id, new=NEW)
    refused = Entry.objects.filter(event="phase.reviewed", outcome="refused").order_by("at", "number")
    assert sorted(entry.details["reason"] for entry in refused) == ["not_a_director", "not_a_director", "not_visible"]
    assert not PhaseReview.objects.exists()


def test_a_closed_case_is_not_reviewed(world: World) -> None:
    case_id = open_with(world)
    close(world, case_id)
    with pytest.raises(Refused) as refused:
        review_phase(actor=world.actor("sanne"), now=NOW + HOUR, case_id=case_id, new=NEW)
    assert refused.value.verdict.reason == "case_closed"


def test_what_is_missing_leaves_nothing_behind(world: World) -> None:
    case_id = open_with(world)
    late = NewReview(" ", resident_asked=True, review_on=date(2027, 5, 25))
    with pytest.raises(Invalid) as wrong:
        review_phase(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=late)
    assert wrong.value.problems.keys() == {"weighed", "review_on"}
    assert not PhaseReview.objects.exists()
    assert not Entry.objects.filter(event="phase.reviewed").exists()


def test_pressing_twice_or_after_somebody_scaled_says_so(world: World) -> None:
    case_id, sanne, once = open_with(world), world.actor("sanne"), new_id()
    seen = band_of(world, case_id).period_id
    review_phase(actor=sanne, now=NOW, case_id=case_id, new=NEW, seen_period=seen, review_id=once)
    with pytest.raises(Conflict):
        review_phase(actor=sanne, now=NOW, case_id=case_id, new=NEW, seen_period=seen, review_id=once)
    up = NewProposal(3, enough(world, 2, 3), "Het moet.")
    scale(actor=world.actor("marit"), now=NOW, case_id=case_id, new=up, how=Deciding())
    with pytest.raises(Conflict):
        review_phase(actor=sanne, now=NOW, case_id=case_id, new=NEW, seen_period=seen)
    assert PhaseReview.objects.count() == 1
