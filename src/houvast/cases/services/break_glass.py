"""Break the glass: open a case for a few hours because it cannot wait and nobody of it can be reached."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy_glass, scopes
from houvast.cases.models import GlassBreak
from houvast.cases.rules.glass import USUAL_GLASS_HOURS, ends_at
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.services.steps.give_access import Cause, give_access
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.set_seat import domain_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

REASON_PLACE = "cases_glassbreak.reason"
TRIED_PLACE = "cases_glassbreak.tried"


@dataclass(frozen=True, slots=True)
class NewGlassBreak:
    """Why it cannot wait, and whom somebody tried to reach. `id` makes that sending it twice does it once."""

    reason: str
    tried: str
    id: UUID = field(default_factory=new_id)


def break_glass(
    *, actor: Actor, now: datetime, case_id: UUID, new: NewGlassBreak, hours: int = USUAL_GLASS_HOURS
) -> datetime:
    """Open a case; gives when that ends. `hours` are the municipality's own: they stand in a higher room.

    Who leads the case or its process is told at once, and says afterwards whether it was right. Raises `NotVisible`,
    `Refused`, `Invalid`, or `Conflict` when the viewer has opened it already.
    """
    with acting_on_case(events.GLASS_BROKEN, actor=actor, now=now, case_id=case_id) as loaded:
        running = GlassBreak.objects.filter(case_id=case_id, member_id=loaded.viewer.member_id, until_at__gt=now)
        if running.exists():
            raise Conflict("U nam al noodtoegang tot deze casus, en ziet haar nog.")
        if GlassBreak.objects.filter(pk=new.id).exists():
            raise Conflict("Dit formulier is al verstuurd. Open de pagina opnieuw en schrijf wat er nu is.")
        seen = scopes.access(loaded.viewer, now=now).filter(case_id=case_id).values_list("part", flat=True)
        loaded.permit(policy_glass.may_break_glass(loaded.viewer, loaded.facts, [Part(each) for each in seen]))
        problems = {
            name: told
            for name, text, told in (
                ("reason", new.reason, "Schrijf op waarom het nu moet."),
                ("tried", new.tried, "Schrijf op wie u probeerde te bereiken."),
            )
            if not text.strip()
        }
        if problems:
            raise Invalid(problems)
        until = ends_at(now, hours)
        _write(loaded, new, now, until)
        loaded.about("glass_break", new.id)
        return until


def _write(loaded: LoadedCase, new: NewGlassBreak, now: datetime, until: datetime) -> None:
    case, viewer = loaded.case, loaded.viewer
    GlassBreak(
        id=new.id,
        case=case,
        municipality_id=case.municipality_id,
        member_id=viewer.member_id,
        reason_sealed=seal(case.key, new.reason.strip(), place=f"{REASON_PLACE}:{new.id}"),
        tried_sealed=seal(case.key, new.tried.strip(), place=f"{TRIED_PLACE}:{new.id}"),
        at=now,
        until_at=until,
    ).save(force_insert=True)
    domains = {domain_of(loaded.model, each) for each in viewer.functions & loaded.facts.process_functions}
    give_access(
        case,
        Relation.BROKE_GLASS,
        Cause("glass_break", new.id, "emergency"),
        now=now,
        phase=loaded.phase,
        member_ids=[viewer.member_id],
        domain=_widest(domains),
        until=until,
    )


def _widest(domains: set[str]) -> str:
    """Give a domain with a ground for care when one of the functions has it, as a seat by that function would."""
    return min(domains, key=lambda each: (each == "public_order", each))
