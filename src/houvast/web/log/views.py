"""The log of a municipality, for its privacy officer. That it was read stands in the log itself."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from urllib.parse import urlencode

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.events import LOG_EXTRACTED, LOG_READ, LOG_SAVED
from houvast.audit.services.act import record_read
from houvast.desk.selectors.log import LogLine, log, whole_log
from houvast.desk.selectors.log_extract import ExtractLine, log_extract
from houvast.kernel.actor import ActorKind
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_look import OPTIONAL, fields, summary
from houvast.web.log.asking import asked_form, record, wanted_in
from houvast.web.log.files import as_csv
from houvast.web.log.forms import ExtractForm
from houvast.web.log.plain import plain
from houvast.web.log.words import SYSTEMS, particulars, sentence
from houvast.web.look import Link, Paging

HEAD = ("wanneer", "wie", "organisatie", "geweigerd", "wat", "bijzonderheden", "casus of signaal")


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A line of an extract as the page prints it."""

    day: str
    who: str
    organisation: str
    what: str
    times: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """An entry as the page prints it."""

    at: str
    exact: str
    who: str
    who_url: str
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
    form = asked_form(request)
    wanted, kept = wanted_in(form)
    page = log(request.viewer, wanted, after=request.GET.get("na", ""))
    record(LOG_READ, request, wanted, len(page.rows))
    following = Link("Ouder", f"?{urlencode({**kept, 'na': page.after})}") if page.after else None
    first = Link("Naar het nieuwste", f"?{urlencode(kept)}") if request.GET.get("na") else None
    context = {
        "nav": "logboek",
        "of_concern": f"signaal {wanted.concern.hex[-6:]}" if wanted.concern else "",
        "summary": summary(form, "Niet alles wat u koos is te gebruiken", ""),
        "fields": tuple(replace(field, label=field.label.removesuffix(OPTIONAL)) for field in fields(form)),
        "rows": [_row(line, request.now) for line in page.rows],
        "question": urlencode(kept),
        "paging": Paging(f"{len(page.rows)} regels op deze pagina", first, following) if following or first else None,
    }
    return render(request, "logboek/lijst.html", context)


@require_safe
@signed_in
def log_file(request: DoorRequest) -> StreamingHttpResponse:
    """Give the lines that are chosen as a file (CSV), however many, a few hundred at a time."""
    wanted, _ = wanted_in(asked_form(request))
    lines = whole_log(request.viewer, wanted)
    first = next(lines, None)
    record(LOG_SAVED, request, wanted, None)
    told = as_csv((_row(line, request.now) for line in chain([first] if first else [], lines)), HEAD, _cells)
    answer = StreamingHttpResponse(told, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="logboek.csv"'
    return answer


@require_safe
@signed_in
def extract_page(request: DoorRequest) -> HttpResponse:
    """Show what a resident may know of who did what with one case: functions and organisations, no names."""
    form = ExtractForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    code = chosen.get("casus", "").strip().upper()
    found = log_extract(request.viewer, code, first=chosen.get("van"), last=chosen.get("tot"))
    if found is not None:
        record_read(
            LOG_EXTRACTED,
            actor=request.actor,
            now=request.now,
            municipality=request.viewer.municipality_id,
            case=found[0],
            details={"rows": len(found[1])},
        )
    context = {
        "nav": "logboek",
        "fields": tuple(replace(field, label=field.label.removesuffix(OPTIONAL)) for field in fields(form)),
        "summary": summary(form, "Niet alles wat u invulde is te gebruiken", ""),
        "code": code,
        "found": found is not None,
        "rows": [_plain_row(line) for line in found[1]] if found else [],
        "made": exact(in_amsterdam(request.now).date()),
    }
    return render(request, "logboek/uittreksel.html", context)


_NOT_A_WORKER = {
    ActorKind.SYSTEM: "Houvast, het programma zelf",
    ActorKind.OUTSIDER: "iemand met een link",
    ActorKind.PARTICIPANT: "iemand met een eigen pagina",
}


def _plain_row(line: ExtractLine) -> PlainRow:
    who_it_was = _NOT_A_WORKER.get(line.kind) or line.title or "medewerker"
    times = f"{line.times} keer" if line.times > 1 else ""
    return PlainRow(exact(line.day), who_it_was, line.organisation, plain(line.event, line.outcome), times)


def _cells(row: LogRow) -> tuple[str, ...]:
    concern = row.concern.text if row.concern else ""
    return (row.exact, row.who, row.where, "ja" if row.refused else "nee", row.what, row.more, row.code or concern)


def _who(line: LogLine) -> str:
    if line.who is not None:
        return line.who.name
    if line.kind is ActorKind.PARTICIPANT:
        return word_for(line.takes_part_as) if line.takes_part_as else _NOT_A_WORKER[line.kind]
    if line.kind is ActorKind.OUTSIDER:
        return _NOT_A_WORKER[line.kind]
    return f"Houvast ({SYSTEMS.get(line.system, line.system)})" if line.system else "onbekend"


def _row(line: LogLine, now: datetime) -> LogRow:
    details = {name: value for name, value in line.details.items() if name != "code" or not line.code}
    more = particulars(line.event, details, line.names, refused=line.refused)
    account = f"account van {line.account}" if line.account and not line.who else ""
    return LogRow(
        at=moment(line.at, now),
        exact=in_amsterdam(line.at).isoformat(sep=" ", timespec="seconds"),
        who=_who(line),
        who_url=f"?wie={line.member}" if line.member else "",
        where=line.who.organisation if line.who else "",
        what=sentence(line.event),
        more="; ".join(part for part in (more, account) if part),
        code=line.code,
        refused=line.refused,
        concern=Link(f"signaal {line.concern.hex[-6:]}", f"?signaal={line.concern}") if line.concern else None,
    )
