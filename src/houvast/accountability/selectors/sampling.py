"""Samples of the log: what there is to draw from, and what was drawn and found."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.accountability import policy, scopes
from houvast.accountability.models import Sample, SampledOpening, SampleFinding
from houvast.accountability.rules.sampling import Asked, LogRow, Opening, Stratum, drawn, openings
from houvast.audit import scopes as of_log
from houvast.audit.services.act import READ, REFUSED
from houvast.cases.selectors.oversight import held_by_members, kept_cases
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.verdict import Verdict
from houvast.kernel.working_time import AMSTERDAM, in_amsterdam
from houvast.vault.sealing import unseal

WORDS_PLACE = "accountability_samplefinding.words"
MOST_SAMPLES = 100
COUNTED_FOR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class SampleLine:
    """A sample as lists show it."""

    id: UUID
    number: int
    first: date
    last: date
    drawn_at: datetime
    drawn_by: str
    openings: int
    judged: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of an opening, the last time."""

    outcome: str
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SampledLine:
    """An opening that was drawn. `seen` counts how often it was judged; `may_judge` is what the policy says."""

    number: int
    stratum: Stratum
    member: str
    organisation: str
    code: str
    day: date
    rows: int
    seen: int
    finding: Finding | None
    may_judge: Verdict


@dataclass(frozen=True, slots=True)
class SampleView:
    """A sample with everything in it. `sizes` counts each group in the log of its period."""

    line: SampleLine
    seed: str
    sizes: Mapping[Stratum, int]
    rows: tuple[SampledLine, ...]


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """What was found of one group in a year: how many were in the log of the periods, drawn, and found how."""

    stratum: Stratum
    in_log: int
    drawn: int
    found: Mapping[str, int]


def population(municipality_id: UUID, first: date, last: date, *, without: UUID) -> tuple[Opening, ...]:
    """Give every opening of a period but those of one member, in three queries. Of destroyed cases there is none."""
    begin = datetime.combine(first, time(), tzinfo=AMSTERDAM)
    end = datetime.combine(last + timedelta(days=1), time(), tzinfo=AMSTERDAM)
    kept = kept_cases(municipality_id)
    wanted = Q(outcome=READ) | Q(outcome=REFUSED, details__reason="not_visible")
    rows = of_log.entries(municipality_id).filter(wanted, at__gte=begin, at__lt=end, case__isnull=False)
    rows = rows.filter(actor_member__isnull=False).exclude(actor_member=without).order_by("at", "chain_id", "number")
    held: dict[bool, dict[tuple[UUID, UUID], list[tuple[datetime, datetime | None]]]] = {True: {}, False: {}}
    for each in held_by_members(municipality_id, begin=begin, end=end):
        held[each.is_glass].setdefault((each.member, each.case), []).append((each.from_at, each.until_at))
    columns = rows.values_list("pk", "at", "actor_member", "case", "outcome")
    told = (
        LogRow(entry, at, in_amsterdam(at).date(), member, case, outcome == REFUSED)
        for entry, at, member, case, outcome in columns.iterator()
        if member and case in kept
    )
    return openings(told, broke_glass=_asked(held[True]), has_role=_asked(held[False]))


def _asked(held: Mapping[tuple[UUID, UUID], list[tuple[datetime, datetime | None]]]) -> Asked:
    def asked(member: UUID, case: UUID, at: datetime) -> bool:
        return any(since <= at and (until is None or at < until) for since, until in held.get((member, case), ()))

    return asked


def samples(viewer: Viewer) -> tuple[SampleLine, ...]:
    """Give the samples of the municipality, the newest first; in three queries. Raises `NotVisible`."""
    rows = _seen(viewer).select_related("drawn_by").order_by("-number")[:MOST_SAMPLES]
    return _lines(viewer, list(rows))


def _seen(viewer: Viewer) -> QuerySet[Sample]:
    if not policy.may_sample(viewer).allowed:
        raise NotVisible
    return scopes.samples(viewer)


def _one(viewer: Viewer, sample_id: UUID) -> Sample:
    row = _seen(viewer).filter(pk=sample_id).select_related("drawn_by").first()
    if row is None:
        raise NotVisible
    return row


def _lines(viewer: Viewer, rows: list[Sample]) -> tuple[SampleLine, ...]:
    drawn_of = Counter(scopes.sampled_openings(viewer).filter(sample__in=rows).values_list("sample_id", flat=True))
    first = scopes.sample_findings(viewer).filter(opening__sample__in=rows, number=1)
    judged = Counter(first.values_list("opening__sample_id", flat=True))
    return tuple(
        SampleLine(
            row.id,
            row.number,
            row.first_on,
            row.last_on,
            row.drawn_at,
            row.drawn_by.name,
            drawn_of[row.id],
            judged[row.id],
        )
        for row in rows
    )


def sample(viewer: Viewer, sample_id: UUID) -> SampleView:
    """Give one sample with what was drawn and found, in a fixed number of queries. Raises `NotVisible`."""
    row = _one(viewer, sample_id)
    drawn_rows = scopes.sampled_openings(viewer).filter(sample=row).select_related("member__organisation", "case__key")
    found: dict[UUID, list[SampleFinding]] = defaultdict(list)
    for each in scopes.sample_findings(viewer).filter(opening__sample=row).select_related("by").order_by("number"):
        found[each.opening_id].append(each)
    rows = tuple(_sampled(viewer, each, found[each.id]) for each in drawn_rows.order_by("number"))
    sizes = {stratum: int(row.sizes.get(stratum.value, 0)) for stratum in Stratum}
    return SampleView(_lines(viewer, [row])[0], row.seed, sizes, rows)


def _sampled(viewer: Viewer, row: SampledOpening, found: list[SampleFinding]) -> SampledLine:
    return SampledLine(
        number=row.number,
        stratum=Stratum(row.stratum),
        member=row.member.name,
        organisation=row.member.organisation.name,
        code=row.case.code,
        day=row.day,
        rows=row.rows,
        seen=len(found),
        finding=_finding(row, found[-1]) if found else None,
        may_judge=policy.may_judge_opening(viewer, row.member_id),
    )


def _finding(row: SampledOpening, last: SampleFinding) -> Finding:
    words = unseal(row.case.key, last.words_sealed, place=f"{WORDS_PLACE}:{last.id}")
    return Finding(last.outcome, words, last.by.name, last.at)


def draws_the_same(viewer: Viewer, sample_id: UUID) -> bool:
    """Draw a sample again from its seed, and say whether the same comes out. Raises `NotVisible`.

    Of a case that was destroyed since, nothing can be drawn; then it may differ, and the page says so.
    """
    row = _one(viewer, sample_id)
    every = population(row.municipality_id, row.first_on, row.last_on, without=row.drawn_by_id)
    again = [each.entry for each in drawn(every, wanted=row.wanted, seed=row.seed)]
    kept = scopes.sampled_openings(viewer).filter(sample=row).order_by("number")
    return again == list(kept.values_list("entry", flat=True))


def figures(viewer: Viewer, *, now: datetime) -> tuple[GroupFigures, ...]:
    """Count without names what was drawn and found in a year, for each group; in three queries. Raises `NotVisible`."""
    rows = _seen(viewer).filter(drawn_at__gt=now - COUNTED_FOR)
    sizes = Counter[str]()
    for each in rows.values_list("sizes", flat=True):
        sizes.update(each)
    drawn_rows = dict(scopes.sampled_openings(viewer).filter(sample__in=rows).values_list("pk", "stratum"))
    last: dict[UUID, str] = {}
    findings = scopes.sample_findings(viewer).filter(opening__sample__in=rows).order_by("number")
    for opening, outcome in findings.values_list("opening_id", "outcome"):
        last[opening] = outcome
    found = Counter((drawn_rows[opening], outcome) for opening, outcome in last.items())
    counted = Counter(drawn_rows.values())
    return tuple(
        GroupFigures(
            stratum,
            sizes[stratum.value],
            counted[stratum.value],
            {outcome: found[stratum.value, outcome] for outcome in SampleFinding.Outcome.values},
        )
        for stratum in Stratum
    )
