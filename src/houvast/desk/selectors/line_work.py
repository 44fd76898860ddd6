"""Mijn werk: short lines that nobody answers or looked at for long, and questions to a colleague."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from houvast.desk.rules.work import Act, Cause, WorkRow, coming, days_since, is_new
from houvast.directory.selectors_lines import coordinators
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import relative, short
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines.selectors.lines import LineView, asking_for_attention
from houvast.short_lines.selectors.questions import QuestionLine, questions


def line_rows(viewer: Viewer, *, now: datetime) -> Iterator[WorkRow]:
    """Give a row for each line that asks for attention to who coordinates the team; without one, to all of the team."""
    found = asking_for_attention(viewer, now=now)
    leaders: dict[UUID, frozenset[UUID]] = {}
    if found:
        leaders = coordinators({each.team.team_id for each in found}, now=now)
    for each in found:
        if leaders.get(each.team.team_id, viewer.member_ids) & viewer.member_ids:
            yield _row(each, now)


def _row(line: LineView, now: datetime) -> WorkRow:
    today = in_amsterdam(now).date()
    if line.vacant_since is not None:
        was = f" {line.was} was het." if line.was else ""
        why = f"{line.team_name} heeft hier geen contact.{was} Wie belt u nu?"
        since = f"sinds {short(line.vacant_since, today)}"
        when, act = (relative(line.vacant_since, today), since, True), Act.FIND_CONTACT
        order = line.vacant_since
    else:
        why = f"{line.team_name} keek deze lijn lang niet na. Klopt zij nog?"
        when, act, order = coming(line.check_on, now), Act.CHECK_LINE, line.check_on
    weight = 0 if line.contact is None else 1
    return WorkRow(
        cause=Cause.SHORT_LINE,
        code="",
        name=line.name,
        phase=None,
        why=why,
        when=when[0],
        when_exact=when[1],
        late=when[2],
        act=act,
        target=str(line.id),
        order=(weight, order.isoformat()),
    )


def colleague_rows(viewer: Viewer, *, now: datetime) -> Iterator[WorkRow]:
    """Give a row for each question that is the viewer's turn, and for a new answer to what the viewer asked."""
    for each in questions(viewer, now=now):
        if each.to_answer:
            why = f"{each.asked_by} van {each.team} vraagt u iets, buiten een casus."
            yield _asked(each, Cause.YOUR_DECISION, Act.ANSWER_COLLEAGUE, why, each.asked_at, now)
        elif each.asked and each.answered_at is not None and is_new(each.answered_at, now):
            why = f"{each.answers} antwoordde op uw vraag."
            yield _asked(each, Cause.ANSWERED, Act.READ_COLLEAGUE, why, each.answered_at, now)


def _asked(each: QuestionLine, cause: Cause, act: Act, why: str, since: datetime, now: datetime) -> WorkRow:
    today = in_amsterdam(now).date()
    return WorkRow(
        cause=cause,
        code="",
        name=f"Vraag langs de lijn {each.line}",
        phase=None,
        why=why,
        when=days_since(since, now),
        when_exact=f"sinds {short(in_amsterdam(since).date(), today)}",
        late=False,
        act=act,
        target=str(each.id),
        order=(0, since.isoformat()),
    )
