"""Worlds for intake: the ten Groningen municipalities, and points, duos and concerns in them. All *verzonnen*."""

from datetime import date, datetime
from uuid import UUID

from houvast.directory.models import Duo, Member, MemberFunction, Municipality, Organisation
from houvast.intake.models import Concern, ReportingPoint
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.urgency import DEFAULT_URGENCIES
from houvast.intake.services.steps.file_concern import Destination, NewRecord, build
from houvast.intake.services.steps.keyed_hash import keyed_hash
from houvast.kernel.ids import new_id
from tests.worlds import NOW, START, World

TEN = (
    "Eemsdelta",
    "Groningen",
    "Het Hogeland",
    "Midden-Groningen",
    "Oldambt",
    "Pekela",
    "Stadskanaal",
    "Veendam",
    "Westerkwartier",
    "Westerwolde",
)


def make_ten(*, besides: str = "") -> None:
    """Make the ten municipalities with their organisations, except the one that stands already."""
    for name in TEN:
        if name != besides:
            municipality = Municipality.objects.create(
                code=name.lower().replace(" ", "-"), name=name, region="Groningen"
            )
            Organisation.objects.create(kind="municipality", name=f"Gemeente {name}", municipality=municipality)


def make_point(
    world: World, *steps: str, name: str = "Meldpunt Zorg en Veiligheid", source: str = ""
) -> ReportingPoint:
    """Make a point where concerns come in, with one triage question."""
    return ReportingPoint.objects.create(
        municipality=world.municipality,
        name=name,
        source=source or ReportingPoint.Source.REPORTING_POINT,
        instruction=["Is er nu gevaar voor de persoon of voor een ander?"],
        steps=list(steps or ("oggz",)),
    )


def make_concern(
    world: World,
    point: ReportingPoint,
    *,
    person: PersonFacts | None = None,
    text: str = "De gordijnen blijven dicht.",
    urgency: str = "normal",
    incident: str = "",
    now: datetime = NOW,
    entered_by: UUID | None = None,
) -> Concern:
    """Make a concern that waits for its first step."""
    to = Destination(world.municipality.id, world.organisation.id, point.id, point.steps)
    record = NewRecord(
        identity=keyed_hash("test", str(new_id())),
        person=person or PersonFacts(surname="Vegt", prefix="van der", first_names="Yvonne"),
        reported_on=date(2026, 11, 22),
        incident=incident,
        text=text,
        reporter="Buurvrouw, 0596 00 01 12",
        wants_answer=True,
        entered_by=entered_by,
    )
    concern = build(record, to, within=DEFAULT_URGENCIES[urgency], now=now)
    concern.save(force_insert=True)
    return concern


def make_duo(world: World, first: str, second: str) -> None:
    """Let two members of a world share intake."""
    Duo.objects.create(first_id=world.id(first), second_id=world.id(second), from_at=START)


def make_triager(world: World, name: str, domain: str) -> Member:
    """Add a member who does triage on a domain."""
    made = Member.objects.create(organisation=world.organisation, name=name, from_at=START)
    MemberFunction.objects.create(
        member=made, function="oggz-coordinator", domain=domain, title="coördinator", from_at=START
    )
    return made
