"""The log of a municipality, for its privacy officer. That it was read stands in the log itself."""

from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.events import LOG_READ
from houvast.audit.services.act import record_read
from houvast.desk.selectors.log import LogFilter, LogLine, log
from houvast.kernel.dutch_dates import moment
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_look import OPTIONAL, fields
from houvast.web.log.forms import LogForm
from houvast.web.log.words import SYSTEMS, particulars, sentence
from houvast.web.look import Link, Paging

REFUSED = "geweigerd"


@dataclass(frozen=True, slots=True)
class LogRow:
    """An entry as the page prints it."""

    at: str
    who: str
    where: str
    what: str
    more: str
    code: str
    refused: bool
    concern: Link | None


@require_safe
@signed_in
def log_page(request: DoorRequest) -> HttpResponse:
    """Show the log, newest first."""
    form = LogForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    wanted = LogFilter(
        code=chosen.get("casus", "").strip().upper(),
        refused=chosen.get("wat") == REFUSED,
        concern=chosen.get("signaal"),
    )
    page = log(request.viewer, wanted, after=request.GET.get("na", ""))
    record_read(
        LOG_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"rows": len(page.rows), "of_case": bool(wanted.code), "of_concern": wanted.concern is not None},
    )
    kept = {name: value for name, value in chosen.items() if value}
    following = Link("Ouder", f"?{urlencode({**kept, 'na': page.after})}") if page.after else None
    first = Link("Naar het nieuwste", f"?{urlencode(kept)}") if request.GET.get("na") else None
    context = {
        "nav": "logboek",
        "of_concern": f"signaal {wanted.concern.hex[-6:]}" if wanted.concern else "",
        "fields": tuple(replace(field, label=field.label.removesuffix(OPTIONAL)) for field in fields(form)),
        "rows": [_row(line, request.now) for line in page.rows],
        "paging": Paging(f"{len(page.rows)} regels op deze pagina", first, following) if following or first else None,
    }
    return render(request, "logboek/lijst.html", context)


def _who(line: LogLine) -> str:
    if line.who is not None:
        return line.who.name
    if line.is_outsider:
        return "iemand zonder account"
    return f"Houvast ({SYSTEMS.get(line.system, line.system)})" if line.system else "onbekend"


def _row(line: LogLine, now: datetime) -> LogRow:
    details = {name: value for name, value in line.details.items() if name != "code" or not line.code}
    more = particulars(line.event, details, line.names, refused=line.refused)
    account = f"account van {line.account}" if line.account and not line.who else ""
    return LogRow(
        at=moment(line.at, now),
        who=_who(line),
        where=line.who.organisation if line.who else "",
        what=sentence(line.event),
        more="; ".join(part for part in (more, account) if part),
        code=line.code,
        refused=line.refused,
        concern=Link(f"signaal {line.concern.hex[-6:]}", f"?signaal={line.concern}") if line.concern else None,
    )
