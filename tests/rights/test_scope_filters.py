"""Take one filter away at a time: what guards the rights must then turn red, or it guards nothing."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from django.db.models import Q, QuerySet

from houvast.cases import scopes
from houvast.cases.models import Access, Case, CaseResident, Note, ScalingProposal
from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from houvast.safety_house import scopes as of_houses
from houvast.safety_house.models import FileAccess, HouseFile, Referral
from houvast.sharing import scopes as of_sharing
from houvast.sharing.models import Consent, Disclosure
from tests.rights.walking import Row, Walk, matrix

ROWS = {row.name: row for row in matrix()}
CASE_PAGE = "GET /casussen/{calm}/"
CLOSED_PAGE = "GET /casussen/{closed}/"
PROPOSAL_PAGE = "GET /voorstellen/{proposal}/"


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    """Have the question who may see written anew: what was written with a filter away is not kept, nor before it."""
    written = vars(scopes)["_written"]
    written.cache_clear()
    yield
    written.cache_clear()


def _who(viewer: Viewer) -> Q:
    return (
        Q(member_id__in=viewer.member_ids) | Q(team_id__in=viewer.team_ids) | Q(organisation_id=viewer.organisation_id)
    )


def _all_cases(viewer: Viewer, *, part: Part, now: datetime) -> QuerySet[Case]:
    return Case.objects.all()


def _for_everybody(viewer: Viewer, *, now: datetime) -> QuerySet[Access]:
    return Access.objects.filter(withdrawn_at__isnull=True)


def _also_withdrawn(viewer: Viewer, *, now: datetime) -> QuerySet[Access]:
    return Access.objects.filter(_who(viewer), Q(until_at__isnull=True) | Q(until_at__gt=now))


def _all_proposals(viewer: Viewer, *, now: datetime) -> QuerySet[ScalingProposal]:
    return ScalingProposal.objects.all()


@pytest.mark.parametrize(
    ("scope", "without", "row"),
    [
        ("cases", _all_cases, CASE_PAGE),
        ("access", _for_everybody, CASE_PAGE),
        ("access", _also_withdrawn, CLOSED_PAGE),
        ("proposals", _all_proposals, PROPOSAL_PAGE),
    ],
)
def test_the_matrix_turns_red(
    walk: Walk, monkeypatch: pytest.MonkeyPatch, scope: str, without: Callable[..., object], row: str
) -> None:
    guard: Row = ROWS[row]
    monkeypatch.setattr(scopes, scope, without)
    walk.forget()
    assert walk.differences(guard, everybody=True) != {}


def _all_files(viewer: Viewer, *, now: datetime) -> QuerySet[HouseFile]:
    return HouseFile.objects.all()


def _all_referrals(viewer: Viewer, *, now: datetime) -> QuerySet[Referral]:
    return Referral.objects.all()


def _for_everybody_at_the_house(viewer: Viewer, *, now: datetime) -> QuerySet[FileAccess]:
    return FileAccess.objects.filter(withdrawn_at__isnull=True)


@pytest.mark.parametrize(
    ("scope", "without", "row"),
    [
        ("files", _all_files, "GET /zvh/{file}/"),
        ("file_access", _for_everybody_at_the_house, "GET /zvh/{file_asked}/"),
        ("referrals", _all_referrals, "GET /zvh/aanmeldingen/{referral_asked}/antwoord/"),
    ],
)
def test_the_matrix_turns_red_between_a_house_and_a_municipality(
    walk: Walk, monkeypatch: pytest.MonkeyPatch, scope: str, without: Callable[..., object], row: str
) -> None:
    monkeypatch.setattr(of_houses, scope, without)
    walk.forget()
    assert walk.differences(ROWS[row], everybody=True) != {}


def _texts(walk: Walk, viewer: str) -> str:
    return walk.ask(viewer, "GET", "/casussen/{main}/").body.decode()


def _all_notes(viewer: Viewer, *, now: datetime) -> QuerySet[Note]:
    return Note.objects.all()


def _all_residents(viewer: Viewer, *, now: datetime) -> QuerySet[CaseResident]:
    return CaseResident.objects.all()


def test_notes_are_read_by_who_leads_only(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    general, care = "Een notitie: general_notes.", "Een notitie: care_notes."
    assert general in _texts(walk, "proc")
    assert care not in _texts(walk, "proc")
    assert general not in _texts(walk, "team")
    monkeypatch.setattr(scopes, "notes", _all_notes)
    assert care in _texts(walk, "proc")


def test_residents_are_seen_by_who_leads_only(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Ruben Dijkhuis" in _texts(walk, "proc")
    assert "Ruben Dijkhuis" not in _texts(walk, "team")
    monkeypatch.setattr(scopes, "residents", _all_residents)
    assert "Ruben Dijkhuis" in _texts(walk, "team")


def _also_over(viewer: Viewer, *, now: datetime) -> QuerySet[Access]:
    return Access.objects.filter(_who(viewer), Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=now))


def test_what_is_over_is_gone(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who hosts somebody sees the case until the last day of the agreement; after that it is over."""
    until = Access.objects.get(relation="host", part=Part.BAND).until_at
    assert until is not None
    assert walk.at(until, "tdir", "/casussen/{hosted}/") == 404
    monkeypatch.setattr(scopes, "access", _also_over)
    vars(scopes)["_written"].cache_clear()
    assert walk.at(until, "tdir", "/casussen/{hosted}/") == 200


def _all_disclosures(viewer: Viewer, *, now: datetime) -> QuerySet[Disclosure]:
    return Disclosure.objects.all()


def _all_consents(viewer: Viewer, *, now: datetime) -> QuerySet[Consent]:
    return Consent.objects.all()


@pytest.mark.parametrize(
    ("scope", "without", "row"),
    [
        ("disclosures", _all_disclosures, "GET /gedeeld/{asked_share}/antwoord/"),
        ("told_disclosures", _all_disclosures, "GET /gedeeld/{given}/brief/"),
        ("consents", _all_consents, "GET /toestemming/{consent}/intrekken/"),
    ],
)
def test_the_matrix_turns_red_for_what_was_shared(
    walk: Walk, monkeypatch: pytest.MonkeyPatch, scope: str, without: Callable[..., object], row: str
) -> None:
    monkeypatch.setattr(of_sharing, scope, without)
    walk.forget()
    assert walk.differences(ROWS[row], everybody=True) != {}
