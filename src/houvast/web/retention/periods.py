"""The retention periods of a municipality: reading them, and setting one."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.accountability.models import RetentionPeriod
from houvast.accountability.rules.retention import Certainty, CountedFrom, Period
from houvast.accountability.selectors.periods import periods_of
from houvast.accountability.services.set_period import set_period
from houvast.kernel.clock_start import RecordKind
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.retention import looks
from houvast.web.retention.forms import ChangePeriodForm, NewPeriodForm

_EVERY = "alle"
LIST = "/bewaren/termijnen/"


def _for_whom(period: Period) -> str:
    said = [looks.ground_word(period.ground)] if period.ground else []
    if period.organisation_kind:
        said.append(f"van {looks.organisation_word(period.organisation_kind)}")
    return ", ".join(said) or "al het andere"


def _url(period: Period) -> str:
    kind, ground, organisation_kind = period.place
    return f"{LIST}{kind}/{ground or _EVERY}/{organisation_kind or _EVERY}/"


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


_CONSEQUENCES = ("Alle termijnen die hierop lopen, tellen opnieuw.", "De vorige versie blijft bewaard.")
_DONE = "De termijn geldt vanaf nu, ook voor wat er al is."


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
        done=_DONE,
        not_done="Er is nog niets vastgelegd.",
        back=LIST,
        back_text="Bewaartermijnen",
        intro=f"Voor {_for_whom(seen)}.",
        consequences=_CONSEQUENCES,
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
        changed = replace(_filled(seen.place, data), number=int(str(data["number"])))
        set_period(actor=request.actor, now=request.now, period=changed)
        return LIST

    return act_page(request, page, ChangePeriodForm(request.POST or None, initial=initial), do)


@signed_in
def add(request: DoorRequest) -> HttpResponse:
    """Set a period for records that had none of their own: a kind, a ground and a kind of organisation."""
    looks.municipality_of(request)
    page = ActPage(
        title="Bewaartermijn toevoegen",
        button="Termijn toevoegen",
        done=_DONE,
        not_done="Er is nog niets vastgelegd.",
        back=LIST,
        back_text="Bewaartermijnen",
        intro="Wat een organisatie noemt, gaat voor; daarna wat een grond noemt.",
        consequences=_CONSEQUENCES[:1],
        nav=looks.NAV,
    )

    def do(data: dict[str, object]) -> str:
        place = (RecordKind(str(data["kind"])), str(data["ground"]), str(data["organisation_kind"]))
        set_period(actor=request.actor, now=request.now, period=_filled(place, data), is_new=True)
        return LIST

    return act_page(request, page, NewPeriodForm(request.POST or None, initial={"active": True}), do)


def _filled(place: tuple[RecordKind, str, str], data: dict[str, object]) -> Period:
    """Give a period as it was filled in, for the records of a place."""
    kind, ground, organisation_kind = place
    years = data["years"]
    return Period(
        kind=kind,
        ground=ground,
        organisation_kind=organisation_kind,
        years=years if isinstance(years, int) else 0,
        counted_from=CountedFrom(str(data["counted_from"])),
        source=str(data["source"]),
        certainty=Certainty(str(data["certainty"])),
        active=bool(data["active"]),
    )
