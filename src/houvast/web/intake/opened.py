"""The concern that a page of its own is about, with what every outcome needs to know of it."""

from dataclasses import dataclass
from uuid import UUID

from houvast.intake import policy
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.selectors.concern_pages import ConcernPage
from houvast.intake.selectors.persons import KnownPerson
from houvast.kernel.dutch_dates import moment, time_left
from houvast.kernel.verdict import Verdict
from houvast.web.door import DoorRequest
from houvast.web.intake.reading import read_concern, read_persons


@dataclass(frozen=True, slots=True)
class Opened:
    """A concern on a page of its own: the facts to show, the cases it may join, and what comes after it."""

    id: UUID
    version: int
    name: str
    surname: str
    municipality_id: UUID
    step: str
    has_surname: bool
    themes: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    cases: tuple[tuple[UUID, str], ...]
    verdict: Verdict
    settings: IntakeSettings


def open_concern(request: DoorRequest, concern_id: UUID) -> Opened:
    """Find a concern and put the read on record. Raises `NotVisible`."""
    page = read_concern(request, concern_id)
    confirmed = next((each for each in read_persons(request, page) if each.confirmed), None)
    return Opened(
        id=page.id,
        version=page.version,
        name=page.name,
        surname=page.surname,
        municipality_id=page.municipality_id,
        step=page.facts.step,
        has_surname=bool(page.surname) or page.resident_id is not None,
        themes=page.themes,
        facts=_facts(request, page, confirmed),
        cases=tuple((hit.case_id, f"{hit.code}, van {confirmed.name}") for hit in confirmed.cases) if confirmed else (),
        verdict=policy.may_decide(request.viewer, page.facts, page.duo_domains),
        settings=page.settings,
    )


def _facts(request: DoorRequest, page: ConcernPage, confirmed: KnownPerson | None) -> tuple[tuple[str, str], ...]:
    facts = [("Over", page.name), ("Bron", f"{page.point}, binnen {moment(page.received_at, request.now)}")]
    if confirmed is not None:
        facts.append(("Bevestigd", confirmed.name))
    if page.told is not None and page.told.text:
        facts.append(("Melding", page.told.text))
    facts.append(("Klok", time_left(page.clock.until, request.now)))
    return tuple(facts)
