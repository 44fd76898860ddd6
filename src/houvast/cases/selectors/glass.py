"""Who broke the glass: for who leads the case with why, for a privacy officer without."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.cases import policy_glass, scopes
from houvast.cases.models import GlassBreak, GlassJudgement
from houvast.cases.rules.glass import judge_before
from houvast.cases.services.break_glass import REASON_PLACE, TRIED_PLACE
from houvast.cases.services.judge_glass import WORDS_PLACE
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.verdict import Verdict
from houvast.vault.sealing import unseal

MOST = 100


@dataclass(frozen=True, slots=True)
class GlassLine:
    """Who opened a case, when and until when. `was_right` is None until somebody said so.

    `reason`, `tried` and `words` are "" for a privacy officer. `judge_before` is by when who leads has said so, or
    another is asked; `may_judge` is what the policy says of who looks.
    """

    id: UUID
    case_id: UUID
    code: str
    municipality_id: UUID
    member: str
    organisation: str
    at: datetime
    until: datetime
    judge_before: datetime
    reason: str
    tried: str
    was_right: bool | None
    words: str
    judged_by: str
    judged_at: datetime | None
    may_judge: Verdict


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[GlassLine, ...]:
    """Give who broke the glass of a case that the viewer leads, newest first; nobody for who does not lead it."""
    return _led(viewer, scopes.glass_breaks(viewer, now=now).filter(case_id=case_id), now)


def running(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[tuple[str, datetime], ...]:
    """Give who sees a case that the viewer leads by breaking the glass, by name, and until when; in one query."""
    rows = scopes.glass_breaks(viewer, now=now).filter(case_id=case_id, until_at__gt=now).order_by("until_at", "id")
    return tuple(rows.values_list("member__name", "until_at"))


def waiting(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> tuple[GlassLine, ...]:
    """Give what the viewer must judge in these cases."""
    rows = scopes.glass_breaks(viewer, now=now).filter(case_id__in=case_ids)
    rows = rows.exclude(pk__in=scopes.glass_judgements(viewer, now=now).values("glass_break_id"))
    return tuple(_line(viewer, row, None, now, reads=False) for row in _joined(rows)[:MOST])


def of_municipality(viewer: Viewer, *, now: datetime) -> tuple[GlassLine, ...]:
    """Give a privacy officer who broke the glass in their municipality, newest first; nobody for anybody else."""
    rows = list(_joined(scopes.logged_glass_breaks(viewer))[:MOST])
    said = _by_break(scopes.logged_glass_judgements(viewer).filter(glass_break__in=rows))
    return tuple(_line(viewer, row, said.get(row.id), now, reads=False) for row in rows)


def by_id(viewer: Viewer, glass_id: UUID, *, now: datetime) -> GlassLine:
    """Give one, as who leads the case sees it, or else as a privacy officer does. Raises `NotVisible`."""
    own = _led(viewer, scopes.glass_breaks(viewer, now=now).filter(pk=glass_id), now)
    found = own or tuple(each for each in of_municipality(viewer, now=now) if each.id == glass_id)
    if not found:
        raise NotVisible
    return found[0]


def _joined(rows: QuerySet[GlassBreak]) -> QuerySet[GlassBreak]:
    people = ("member__organisation", "case__case_direction", "case__process_direction", "case__key")
    return rows.select_related(*people).order_by("-at", "id")


def _led(viewer: Viewer, rows: QuerySet[GlassBreak], now: datetime) -> tuple[GlassLine, ...]:
    found = list(_joined(rows)[:MOST])
    said = _by_break(scopes.glass_judgements(viewer, now=now).filter(glass_break__in=found))
    return tuple(_line(viewer, row, said.get(row.id), now, reads=True) for row in found)


def _by_break(rows: QuerySet[GlassJudgement]) -> Mapping[UUID, GlassJudgement]:
    return {row.glass_break_id: row for row in rows.select_related("by")}


def _line(viewer: Viewer, row: GlassBreak, said: GlassJudgement | None, now: datetime, *, reads: bool) -> GlassLine:
    key = row.case.key
    verdict = policy_glass.may_judge_glass(
        viewer,
        row.municipality_id,
        (row.case.case_direction.member_id, row.case.process_direction.member_id),
        broken_by=row.member_id,
        judged=said is not None,
        late=now > judge_before(row.at),
    )
    return GlassLine(
        id=row.id,
        case_id=row.case_id,
        code=row.case.code,
        municipality_id=row.municipality_id,
        member=row.member.name,
        organisation=row.member.organisation.name,
        at=row.at,
        until=row.until_at,
        judge_before=judge_before(row.at),
        reason=unseal(key, row.reason_sealed, place=f"{REASON_PLACE}:{row.id}") if reads else "",
        tried=unseal(key, row.tried_sealed, place=f"{TRIED_PLACE}:{row.id}") if reads else "",
        was_right=None if said is None else said.was_right,
        words=unseal(key, said.words_sealed, place=f"{WORDS_PLACE}:{said.id}") if said and reads else "",
        judged_by="" if said is None else said.by.name,
        judged_at=None if said is None else said.at,
        may_judge=verdict,
    )
