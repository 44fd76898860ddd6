"""People about whom somebody asks whether they are known. Everybody in them is *verzonnen*."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.cases.selectors.hits import KnownCase
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.cases.services.withhold_hit import withhold_hit
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.sharing.rules.known import KnownLimits, Sought
from houvast.sharing.services.ask_known import NewQuestion, ask_known
from tests.lives import close, open_with
from tests.worlds import NOW, World, make_resident, make_world

BORN = date(1992, 3, 4)
REVIEW = date(2027, 1, 11)
SILENT = ("Niemand", "Zonder", "Gesloten", "Verzwegen", "Buurvrouw", "Elders")
"""Not in the register; without a case; closed; withheld; Bram is locked out; in another municipality."""
PURPOSES = IntakeSettings().purposes


@dataclass(frozen=True)
class Known:
    """A municipality where "Bekend" has a case that Sanne leads, and one each for the reasons not to say so."""

    world: World
    there: World
    cases: Mapping[str, UUID] = field(default_factory=dict)
    residents: Mapping[str, UUID] = field(default_factory=dict)

    def ask(
        self, surname: str, who: str = "bram", now: datetime = NOW, *, world: World | None = None, limit: int = 20
    ) -> tuple[KnownCase, ...]:
        """Let somebody ask about a person."""
        new = NewQuestion(Sought(surname=surname, born=BORN), "signal", PURPOSES)
        actor = (world or self.world).actor(who)
        return ask_known(actor=actor, now=now, new=new, limits=KnownLimits(limit, 100))


def make_known(world: World | None = None) -> Known:
    """Make them."""
    world, there = world or make_world(), make_world("oldambt", "Oldambt")
    names = ("Bekend", *SILENT[1:-1])
    residents = {name: make_resident(world, name).id for name in names}
    residents["Elders"] = make_resident(there, "Elders").id
    cases = {name: open_with(world, residents[name]) for name in names if name != "Zonder"}
    cases["Elders"] = open_with(there, residents["Elders"])
    close(world, cases["Gesloten"])
    sanne = world.actor("sanne")
    withhold_hit(actor=sanne, now=NOW, case_id=cases["Verzwegen"], reason="Haar ex zoekt haar.", review_on=REVIEW)
    kept_out = NewLockOut(world.id("bram"), "Haar buurman.")
    lock_out(actor=sanne, now=NOW, case_id=cases["Buurvrouw"], new=kept_out)
    return Known(world, there, cases, residents)
