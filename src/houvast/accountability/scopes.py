"""Seeing: one function per table gives the rows that a viewer may see. No read goes round it.

A request is seen by who keeps and destroys: its number, kind, term and how it stands. All else of it is for who
handles it, and for nobody who is locked out of a case of that person. What is kept, held, proposed and destroyed are
lists without people, of codes and days: the policy says who sees them.

What an answer gathers (`selectors.inspection`), what the clocks count (`selectors.retention`) and what upkeep destroys
(`selectors.certificates`) is shown to nobody there, and passes by.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from houvast.accountability.models import (
    Alarm,
    Destruction,
    DestructionProposal,
    GatheredCase,
    ItemChoice,
    LegalHold,
    RequestEffect,
    RequestHandler,
    RequestItem,
    RequestTerm,
    RequestTurn,
    RetentionPeriod,
    RightsRequest,
    Sample,
    SampledOpening,
    SampleFinding,
)
from houvast.accountability.rules.requests import RequestStep
from houvast.cases.rules.matrix import Part
from houvast.cases.scopes import cases_seen
from houvast.cases.scopes_shielding import people_kept_from
from houvast.directory.viewer import Viewer
from houvast.participation.selectors.taking_part import Participating


def periods(municipality_id: UUID) -> QuerySet[RetentionPeriod]:
    """Give the versions of how long a municipality keeps what: a list without people."""
    return RetentionPeriod.objects.filter(municipality_id=municipality_id)


def holds(municipality_id: UUID) -> QuerySet[LegalHold]:
    """Give what a municipality holds now: a list without people."""
    return LegalHold.objects.filter(municipality_id=municipality_id, end=None)


def proposals(municipality_id: UUID) -> QuerySet[DestructionProposal]:
    """Give what was proposed to be destroyed in a municipality: a list without people."""
    return DestructionProposal.objects.filter(municipality_id=municipality_id)


def destructions(municipality_id: UUID) -> QuerySet[Destruction]:
    """Give the certificates of what a municipality destroyed: a list without people."""
    return Destruction.objects.filter(municipality_id=municipality_id)


def terms(municipality_id: UUID) -> QuerySet[RequestTerm]:
    """Give the versions of within how many months a municipality answers: a list without people."""
    return RequestTerm.objects.filter(municipality_id=municipality_id)


def requests(viewer: Viewer) -> QuerySet[RightsRequest]:
    """Give who keeps and destroys the requests of their municipality."""
    own = viewer.municipality_id if viewer.keeps_and_destroys else None
    return RightsRequest.objects.filter(municipality_id=own) if own else RightsRequest.objects.none()


def requests_asked_by(who: Participating) -> QuerySet[RightsRequest]:
    """Give what somebody asked on their own page for one resident of a case, also on a page before this one (ADR 0039).

    Nothing of another, and nothing that was destroyed.
    """
    return RightsRequest.objects.filter(
        participant__case=who.case_id,
        participant__resident=who.resident_id,
        participant__person=who.person_id,
        participant__network_member=who.network_member_id,
        key__destroyed_at=None,
    )


def handled_requests(viewer: Viewer, *, now: datetime) -> QuerySet[RightsRequest]:
    """Give the requests that the viewer handles now, as a privacy officer who may see every case of that person."""
    newest = RequestHandler.objects.filter(request=OuterRef("pk")).order_by("-number").values("member_id")[:1]
    rows = requests(viewer).alias(handled_by=Subquery(newest)).filter(handled_by=viewer.member_id)
    rows = rows.exclude(resident_id__in=people_kept_from(viewer, now))
    return rows if viewer.is_privacy_officer else rows.none()


def request_handlers(viewer: Viewer) -> QuerySet[RequestHandler]:
    """Give who was chosen to handle the requests that the viewer sees."""
    return RequestHandler.objects.filter(request__in=requests(viewer))


def request_turns(viewer: Viewer) -> QuerySet[RequestTurn]:
    """Give the steps of the requests that the viewer sees: how it stands. The words in them are for who handles it."""
    return RequestTurn.objects.filter(request__in=requests(viewer))


def request_effects(viewer: Viewer, *, now: datetime) -> QuerySet[RequestEffect]:
    """Give what the requests that the viewer handles brought about."""
    return RequestEffect.objects.filter(request__in=handled_requests(viewer, now=now))


def request_items(viewer: Viewer, *, now: datetime) -> QuerySet[RequestItem]:
    """Give what was gathered for the requests that the viewer handles; what a house gathered is the house's."""
    return RequestItem.objects.filter(request__in=handled_requests(viewer, now=now), house=None)


def item_choices(viewer: Viewer, *, now: datetime) -> QuerySet[ItemChoice]:
    """Give what was chosen for what the viewer sees of what was gathered."""
    return ItemChoice.objects.filter(item__in=request_items(viewer, now=now))


def requests_of_house(viewer: Viewer) -> QuerySet[RightsRequest]:
    """Give the requests that were put before the house where the viewer works; which of them, says what it keeps."""
    put = RequestTurn.objects.filter(house=viewer.organisation_id, step=RequestStep.PUT_BEFORE.value)
    rows = RightsRequest.objects.filter(pk__in=put.values("request"))
    return rows if viewer.municipality_id is None else rows.none()


def turns_of_house(viewer: Viewer) -> QuerySet[RequestTurn]:
    """Give the steps of those requests, but not those of another house."""
    rows = RequestTurn.objects.filter(request__in=requests_of_house(viewer))
    return rows.filter(house=None) | rows.filter(house=viewer.organisation_id)


def effects_of_house(viewer: Viewer) -> QuerySet[RequestEffect]:
    """Give what those requests brought about."""
    return RequestEffect.objects.filter(request__in=requests_of_house(viewer))


def items_of_house(viewer: Viewer) -> QuerySet[RequestItem]:
    """Give what the own house gathered for those requests."""
    return RequestItem.objects.filter(request__in=requests_of_house(viewer), house=viewer.organisation_id)


def choices_of_house(viewer: Viewer) -> QuerySet[ItemChoice]:
    """Give what the own house chose."""
    return ItemChoice.objects.filter(item__in=items_of_house(viewer))


def gathered_cases(viewer: Viewer, *, now: datetime) -> QuerySet[GatheredCase]:
    """Give for which cases, of which the viewer sees whom they are about, something was gathered for a request."""
    return GatheredCase.objects.filter(case_id__in=cases_seen(viewer, Part.PEOPLE, now=now))


def alarms(viewer: Viewer) -> QuerySet[Alarm]:
    """Give a privacy officer the alarms of their municipality, but not those about themselves; nobody else any."""
    own = viewer.municipality_id if viewer.is_privacy_officer else None
    rows = Alarm.objects.exclude(member_id=viewer.member_id)
    return rows.filter(municipality_id=own) if own else rows.none()


def samples(viewer: Viewer) -> QuerySet[Sample]:
    """Give a privacy officer the samples of the log of their municipality; nobody else any."""
    own = viewer.municipality_id if viewer.is_privacy_officer else None
    return Sample.objects.filter(municipality_id=own) if own else Sample.objects.none()


def sampled_openings(viewer: Viewer) -> QuerySet[SampledOpening]:
    """Give what was drawn in those samples."""
    return SampledOpening.objects.filter(sample__in=samples(viewer))


def sample_findings(viewer: Viewer) -> QuerySet[SampleFinding]:
    """Give what was found of that."""
    return SampleFinding.objects.filter(opening__in=sampled_openings(viewer))
