"""Seeing short lines: who works in the team, and the administrator of its organisation."""

from datetime import datetime
from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, UUIDField, When

from houvast.directory.selectors_lines import who_sign_in
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines.models import ColleagueQuestion, LineCheck, LineContact, LineSetting, ShortLine


def lines(viewer: Viewer) -> QuerySet[ShortLine]:
    """Give the lines of the viewer's own teams, those that ended too; to an administrator those of all own teams."""
    seen = Q(team_id__in=viewer.team_ids)
    if viewer.is_administrator:
        seen |= Q(team__organisation_id=viewer.organisation_id)
    return ShortLine.objects.filter(seen)


def contacts(viewer: Viewer) -> QuerySet[LineContact]:
    """Give the contacts that visible lines have, and had."""
    return LineContact.objects.filter(line_id__in=lines(viewer).values("pk"))


def checks(viewer: Viewer) -> QuerySet[LineCheck]:
    """Give when visible lines were looked at."""
    return LineCheck.objects.filter(line_id__in=lines(viewer).values("pk"))


def questions(viewer: Viewer, *, now: datetime) -> QuerySet[ColleagueQuestion]:
    """Give the questions of who asked them and of whose turn it is (`turn`), until they are destroyed.

    The turn is that of who holds the line now, as in `rules.asking.whose_turn`; of what was answered, of who did.
    """
    today, able = in_amsterdam(now).date(), who_sign_in(now=now)
    end = Q(line__contact__until_on__isnull=True) | Q(line__contact__until_on__gte=today)
    contact = Q(line__contact__member_id__in=able) & end
    stand_in = Q(line__contact__stand_in_id__in=able)
    to_contact, to_stand_in = F("line__contact__member_id"), F("line__contact__stand_in_id")
    turn = Case(
        When(answered_at__isnull=False, then=F("answered_by_id")),
        When(stand_in & Q(passed_at__isnull=False), then=to_stand_in),
        When(contact, then=to_contact),
        When(stand_in, then=to_stand_in),
        default=None,
        output_field=UUIDField(),
    )
    kept = ColleagueQuestion.objects.filter(keep_until__gte=today, key__destroyed_at__isnull=True).annotate(turn=turn)
    return kept.filter(Q(asked_by_id__in=viewer.member_ids) | Q(turn__in=viewer.member_ids))


def settings(municipality_id: UUID) -> QuerySet[LineSetting]:
    """Give what a municipality set; the terms are no secret to who works there."""
    return LineSetting.objects.filter(municipality_id=municipality_id)
