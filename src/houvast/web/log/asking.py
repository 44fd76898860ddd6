"""Which lines of the log somebody asks for, on every page and in every file of it."""

from dataclasses import asdict

from houvast.audit.events import Event
from houvast.audit.services.act import record_read
from houvast.desk.selectors.log import LogFilter, name_in_log
from houvast.directory.policy import may_read_log
from houvast.directory.selectors_log import people_of
from houvast.web.door import DoorRequest
from houvast.web.log.files import as_id
from houvast.web.log.forms import LogForm

REFUSED = "geweigerd"


def asked_form(request: DoorRequest) -> LogForm:
    """Give the form with everybody who works here, and whoever else was chosen by their name in a line."""
    municipality = request.viewer.municipality_id
    people = people_of(municipality) if municipality and may_read_log(request.viewer).allowed else ()
    asked = as_id(request.GET.get("wie", ""))
    if asked and people and asked not in dict(people) and (name := name_in_log(request.viewer, asked)):
        people += ((asked, name),)
    return LogForm(request.GET.dict(), people)


def wanted_in(form: LogForm) -> tuple[LogFilter, dict[str, object]]:
    """Give which lines are wanted, and what of it stands in the address of the next page."""
    form.is_valid()
    chosen = form.cleaned_data
    wanted = LogFilter(
        code=chosen.get("casus", "").strip().upper(),
        refused=chosen.get("wat") == REFUSED,
        concern=chosen.get("signaal"),
        member=as_id(chosen.get("wie", "")),
        event=chosen.get("soort", ""),
        first=chosen.get("van"),
        last=chosen.get("tot"),
    )
    return wanted, {name: value for name, value in chosen.items() if value}


def record(event: Event, request: DoorRequest, wanted: LogFilter, rows: int | None) -> None:
    """Put on record that lines were given, and by what they were chosen."""
    told = {name: bool(value) for name, value in asdict(wanted).items()}
    record_read(
        event,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"rows": rows, "chosen": sorted(name for name, chosen in told.items() if chosen)},
    )
