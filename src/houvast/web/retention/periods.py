"""The retention periods of a municipality: reading them, and setting one."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.accountability.models import RetentionPeriod
from houvast.accountability.rules.retention import Certainty, CountedFrom, Period
from houvast.accountability.selectors.periods import periods_of
from houvast.accountability.services.set_period import set_period
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.retention import looks
from houvast.web.retention.forms import PeriodForm

_EVERY = "alle"


def _for_whom(period: Period) -> str:
    said = [looks.ground_word(period.ground)] if period.ground else []
    if period.organisation_kind:
        said.append(f"van {looks.organisation_word(period.organisation_kind)}")
    return ", ".join(said) or "al het andere"


def _url(period: Period) -> str:
    kind, ground, organisation_kind = period.place
    return f"/bewaren/termijnen/{kind}/{ground or _EVERY}/{organisation_kind or _EVERY}/"


@require_safe
@signed_in
def period_list(request: DoorRequest) -> HttpResponse:
    """Show all periods, by kind of record."""
    periods = periods_of(looks.municipality_of(request))
    groups: dict[str, list[tuple[str, str, str, str, str]]] = {}
    for each in sorted(periods, key=lambda period: (period.kind, not period.ground, period.ground)):
        unused = "" if each.active else "niet in gebruik; "
        certainty = word_for(RetentionPeriod.Certainty(each.certainty))
        years = f"{unused}{each.years} jaar, {word_for(RetentionPeriod.CountedFrom(each.counted_from))}"
        groups.setdefault(looks.kind_word(each.kind), []).append(
            (_for_whom(each), _url(each), years, each.source, certainty)
        )
    return render(request, "bewaren/termijnen.html", {"nav": looks.NAV, "groups": groups.items()})


@signed_in
def change(request: DoorRequest, kind: str, ground: str, organisation_kind: str) -> HttpResponse:
    """Set one period."""
    wanted = (kind, "" if ground == _EVERY else ground, "" if organisation_kind == _EVERY else organisation_kind)
    periods = {each.place: each for each in periods_of(looks.municipality_of(request))}
    seen = next((each for place, each in periods.items() if place == wanted), None)
    if seen is None:
        raise NotVisible
    page = ActPage(
        title=f"Bewaartermijn: {looks.kind_word(seen.kind)}",
        button="Termijn vastleggen",
        done="De termijn geldt vanaf nu, ook voor wat er al is.",
        not_done="Er is nog niets vastgelegd.",
        back="/bewaren/termijnen/",
        back_text="Bewaartermijnen",
        intro=f"Voor {_for_whom(seen)}.",
        consequences=("Alle termijnen die hierop lopen, tellen opnieuw.", "De vorige versie blijft bewaard."),
        nav=looks.NAV,
    )
    initial = {
        "number": seen.number,
        "years": seen.years,
        "counted_from": seen.counted_from.value,
        "source": seen.source,
        "certainty": seen.certainty.value,
        "active": seen.active,
    }

    def do(data: dict[str, object]) -> str:
        years = data["years"]
        changed = replace(
            seen,
            number=int(str(data["number"])),
            years=years if isinstance(years, int) else 0,
            counted_from=CountedFrom(str(data["counted_from"])),
            source=str(data["source"]),
            certainty=Certainty(str(data["certainty"])),
            active=bool(data["active"]),
        )
        set_period(actor=request.actor, now=request.now, period=changed)
        return page.back

    return act_page(request, page, PeriodForm(request.POST or None, initial=initial), do)
