"""Seeing: one function per table gives the rows that a viewer may see at a moment. No read goes round it (ADR 0004).

Terms are compared with `now` in the query: what was passed on and not accepted in time is back in triage in the same
second, without a job.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from houvast.cases.rules.matrix import Part
from houvast.cases.scopes import cases_seen
from houvast.directory.selectors_municipalities import domains_of
from houvast.directory.viewer import Viewer
from houvast.intake.defaults import UNDO_WITHIN
from houvast.intake.models import Concern, Import, RepairRow, ReportingPoint, Theme, TriageDecision
from houvast.intake.policy import TRIAGE_DOMAINS, does_triage, may_see_settings
from houvast.intake.rules.triage import Move, Outcome


def waits(now: datetime) -> Q:
    """Say that a concern needs a decision: it waits, or nobody accepted it in time and it came back."""
    came_back = Q(state=Concern.State.PASSED_ON, decision__accept_before__lte=now)
    return Q(state=Concern.State.WAITING) | came_back


def duo_domains(viewer: Viewer, *, now: datetime) -> frozenset[str]:
    """Give the domains of those with whom the viewer shares intake in the same municipality."""
    if not viewer.duo_member_ids:
        return frozenset()
    return domains_of(viewer.duo_member_ids, municipality_id=viewer.municipality_id, now=now) & TRIAGE_DOMAINS


def _own_step(viewer: Viewer) -> Q:
    return Q(municipality_id=viewer.municipality_id, step__in=viewer.domains)


def _shared_step(viewer: Viewer, now: datetime) -> Q:
    return Q(municipality_id=viewer.municipality_id, step__in=duo_domains(viewer, now=now))


def _with_team(viewer: Viewer, now: datetime) -> Q:
    """Say that a team of the viewer has been asked in time, or has accepted."""
    asked = Q(state=Concern.State.PASSED_ON, decision__accept_before__gt=now)
    accepted = Q(state=Concern.State.DECIDED, decision__outcome=Outcome.PASSED_ON)
    return Q(decision__to_team_id__in=viewer.team_ids) & (asked | accepted)


def _in_case(viewer: Viewer, part: Part, now: datetime) -> Q:
    return Q(case_id__in=cases_seen(viewer, part, now=now))


def in_triage(viewer: Viewer, *, now: datetime) -> QuerySet[Concern]:
    """Give the concerns on a step of the viewer's own ground, or of that of a duo partner."""
    return Concern.objects.filter(_own_step(viewer) | _shared_step(viewer, now))


def concerns(viewer: Viewer, *, now: datetime) -> QuerySet[Concern]:
    """Give the concerns of which the viewer may know that they are there, and about whom.

    Those in triage; those one entered; those passed on to one's team; those of a case whose people one may see; and
    what one decided a moment ago, as long as it can be undone.
    """
    entered = Q(entered_by_id__in=viewer.member_ids)
    just_decided = Q(decision__decided_by_id=viewer.member_id, decision__decided_at__gt=now - UNDO_WITHIN)
    return Concern.objects.filter(
        _own_step(viewer)
        | _shared_step(viewer, now)
        | entered
        | _with_team(viewer, now)
        | _in_case(viewer, Part.PEOPLE, now)
        | just_decided
    )


def texts(viewer: Viewer, *, now: datetime) -> QuerySet[Concern]:
    """Give the concerns whose free text the viewer may read: on their own ground, never on that of a duo partner.

    In a case it is for whoever reads care notes there, because nobody can tell beforehand what such a text holds.
    """
    entered = Q(entered_by_id__in=viewer.member_ids)
    return Concern.objects.filter(
        _own_step(viewer) | entered | _with_team(viewer, now) | _in_case(viewer, Part.CARE_NOTES, now)
    )


def decisions(viewer: Viewer, *, now: datetime) -> QuerySet[TriageDecision]:
    """Give what was decided about visible concerns."""
    return TriageDecision.objects.filter(concern__in=concerns(viewer, now=now))


def decided(viewer: Viewer, *, now: datetime) -> QuerySet[TriageDecision]:
    """Give what was decided, and not undone, on the steps that the viewer works on, for counting."""
    steps = [*viewer.domains, *duo_domains(viewer, now=now)]
    undone = TriageDecision.objects.filter(
        concern_id=OuterRef("concern_id"), number=OuterRef("number") + 1, outcome=Move.UNDONE
    )
    rows = TriageDecision.objects.filter(Q(municipality_id=viewer.municipality_id), ~Exists(undone), step__in=steps)
    return rows.exclude(outcome=Move.UNDONE)


def answerable(viewer: Viewer, *, now: datetime) -> QuerySet[Concern]:
    """Give the visible concerns, and those put to a team of the viewer whose term has passed.

    So that who answers too late hears that, and not that there is nothing. For answering only: no page reads it.
    """
    asked = Q(decision__to_team_id__in=viewer.team_ids, decision__outcome=Outcome.PASSED_ON)
    return Concern.objects.filter(asked | Q(pk__in=concerns(viewer, now=now).values("pk")))


def with_team(viewer: Viewer, *, now: datetime) -> QuerySet[Concern]:
    """Give the concerns that a team of the viewer was asked to take and can still answer, or has taken."""
    return Concern.objects.filter(_with_team(viewer, now))


def repair_rows(viewer: Viewer) -> QuerySet[RepairRow]:
    """Give the rows of lists for the viewer's municipality, and those of which nobody knows whose they are."""
    if not does_triage(viewer):
        return RepairRow.objects.none()
    return RepairRow.objects.filter(Q(municipality_id=viewer.municipality_id) | Q(municipality_id__isnull=True))


def imports(viewer: Viewer) -> QuerySet[Import]:
    """Give the lists read for the viewer's municipality, and those for a whole region: counts only."""
    if not does_triage(viewer):
        return Import.objects.none()
    return Import.objects.filter(Q(municipality_id=viewer.municipality_id) | Q(municipality_id__isnull=True))


def points(viewer: Viewer) -> QuerySet[ReportingPoint]:
    """Give the points of the viewer's municipality that take concerns in; everybody who works there may know them."""
    return ReportingPoint.objects.filter(Q(municipality_id=viewer.municipality_id), active=True)


def points_to_set(viewer: Viewer) -> QuerySet[ReportingPoint]:
    """Give every point of the municipality, those out of use too, to who may see how intake is set up there."""
    if not may_see_settings(viewer):
        return ReportingPoint.objects.none()
    return ReportingPoint.objects.filter(Q(municipality_id=viewer.municipality_id))


def themes_of(municipality_id: UUID) -> QuerySet[Theme]:
    """Give the reasons for involvement of a municipality; the list says nothing about anybody."""
    return Theme.objects.filter(municipality_id=municipality_id)
