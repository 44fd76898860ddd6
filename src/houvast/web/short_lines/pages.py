"""The short lines of one's teams, and one of them with its history."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.directory.selectors_lines import kept_teams
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines import policy
from houvast.short_lines.selectors.lines import LineHistory, LineView, history, line, lines
from houvast.short_lines.selectors.questions import asked_of, questions
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import PRIMARY, SECONDARY, SUBTLE, Act
from houvast.web.short_lines.looks import NOBODY, by_team, look, question_line

LIST = "/korte-lijnen/"


@require_safe
@signed_in
def overview(request: DoorRequest) -> HttpResponse:
    """Show whom to call, for each team of the viewer."""
    teams = by_team(lines(request.viewer, now=request.now), request.now)
    asked = tuple(question_line(each, request.now) for each in questions(request.viewer, now=request.now))
    context = {"nav": "lijnen", "teams": teams, "questions": asked, "may_begin": bool(kept_teams(request.viewer))}
    return render(request, "korte_lijnen/lijst.html", context)


@require_safe
@signed_in
def line_page(request: DoorRequest, line_id: UUID) -> HttpResponse:
    """Show one line: who answers, who stands in, and how it went."""
    found = line(request.viewer, line_id, now=request.now)
    past = history(request.viewer, line_id)
    context = {
        "nav": "lijnen",
        "line": look(found, request.now),
        "team": found.team_name,
        "acts": _acts(request, found),
        "ended": short(in_amsterdam(found.ended_at).date(), in_amsterdam(request.now).date()) if found.ended_at else "",
        "turns": _turns(request, past),
        "checks": _checks(request, past),
    }
    return render(request, "korte_lijnen/lijn.html", context)


def _acts(request: DoorRequest, found: LineView) -> tuple[Act, ...]:
    """Give what the viewer can do: ask who answers there, and keep the line."""
    ended, answers = found.ended_at is not None, asked_of(request.viewer, found.id, now=request.now)
    if not policy.may_ask(request.viewer, found.team, answers, ended=ended).allowed:
        return _keeping(request, found)
    ask = Act("Vraag stellen", addresses.short_line(found.id, "vraag"), PRIMARY)
    return (ask, *_keeping(request, found))


def _keeping(request: DoorRequest, found: LineView) -> tuple[Act, ...]:
    if not policy.may_keep_lines(request.viewer, found.team, ended=found.ended_at is not None).allowed:
        return ()
    change = Act("Contact wijzigen", addresses.short_line(found.id, "contact"), SECONDARY)
    check = Act("Nakijken", addresses.short_line(found.id, "klopt"), SECONDARY)
    end = Act("Lijn beëindigen", addresses.short_line(found.id, "beeindigen"), SUBTLE)
    return (change, end) if found.contact is None else (change, check, end)


def _turns(request: DoorRequest, past: LineHistory) -> tuple[tuple[str, str, str], ...]:
    """Give who answered over time: name, since when, and who wrote it down."""
    today = in_amsterdam(request.now).date()
    return tuple(
        (each.name or NOBODY, f"sinds {short(in_amsterdam(each.since).date(), today)}", each.set_by)
        for each in past.turns
    )


def _checks(request: DoorRequest, past: LineHistory) -> tuple[str, ...]:
    today = in_amsterdam(request.now).date()
    return tuple(f"{short(in_amsterdam(each.at).date(), today)}, {each.by}" for each in past.checks)
