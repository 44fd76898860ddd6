"""Fill a database through the services and keep its rows: `python -m tests.upgrade.make_filled`.

Run once for each version that is released, and then never again for that version.
"""

import os
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import django

if TYPE_CHECKING:
    from tests.worlds import World

POLICE_LIST = Path(__file__).parents[1] / "intake" / "data" / "e33-voorbeeld.csv"


def fill() -> None:
    """Put one of everything into the database that is in use. All of it is *verzonnen*."""
    from houvast.directory.models import Account, Mandate, StandIn
    from houvast.directory.services.ask_factor_repair import ask_factor_repair
    from tests.intake.worlds import make_duo
    from tests.lives import lives
    from tests.worlds import NOW, START

    lived = lives()
    world = lived.world
    for name, member in world.members.items():
        account = Account.objects.create(member=member, username=f"{name}.eemsdelta")
        if name == "sanne":
            ask_factor_repair(account.id, actor=world.actor("beheer"), now=NOW)
    make_duo(world, "marit", "nadia")
    Mandate.objects.create(
        member=world.members["erik"], function="wethouder", document="Mandaatbesluit 2026-01", from_at=START
    )
    StandIn.objects.create(
        member=world.members["sanne"], stand_in=world.members["bram"], from_at=NOW, until_at=NOW + timedelta(days=5)
    )
    _live_together(world, lived.resident_elsewhere)
    _hear_of_people(world)


def _live_together(world: "World", resident_id: UUID) -> None:
    """Let a resident live in a household, with an aunt beside it."""
    from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
    from houvast.residents.services.form_household import NewHouseholdMember, form_household
    from tests.worlds import NOW

    sanne = world.actor("sanne")
    form_household(
        actor=sanne,
        now=NOW,
        municipality_id=world.municipality.id,
        name="Huishouden Dijkhuis",
        members=[NewHouseholdMember(resident_id, "vader")],
    )
    add_network_member(actor=sanne, now=NOW, new=NewNetworkMember(resident_id, "Tante Riekje", "tante"))


def _hear_of_people(world: "World") -> None:
    """Import a police list with rows to repair, and pass a concern on to a team that says yes."""
    from houvast.intake.models import Concern, Theme
    from houvast.intake.rules.person import PersonFacts
    from houvast.intake.rules.triage import Outcome
    from houvast.intake.services.answer_pass_on import answer_pass_on
    from houvast.intake.services.decide_concern import NewDecision, decide_concern
    from houvast.intake.services.import_list import LIST_READER, import_list
    from houvast.kernel.actor import member
    from tests.intake.worlds import make_concern, make_point, make_triager
    from tests.worlds import NOW

    Theme.objects.create(municipality=world.municipality, code="schulden", name="Schulden")
    concern = make_concern(world, make_point(world), person=PersonFacts(surname="Vegt", first_names="Yvonne"))
    triager = member(make_triager(world, "Femke (verzonnen)", "oggz").id)
    passed_on = NewDecision(Outcome.PASSED_ON, "other_task", to_team=world.teams["Jeugd"].id)
    version = Concern.objects.get(pk=concern.id).version
    decide_concern(actor=triager, now=NOW, concern_id=concern.id, version=version, new=passed_on)
    answer_pass_on(actor=world.actor("iris"), now=NOW, concern_id=concern.id, accepted=True)
    import_list(actor=LIST_READER, now=NOW, content=b"".join(POLICE_LIST.read_bytes().splitlines(keepends=True)[:40]))


def main() -> None:
    """Fill a fresh database and keep its rows."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    django.setup()
    from django.apps import apps

    from tests.databases import SqliteDatabases
    from tests.upgrade.rows import dump, write

    with tempfile.TemporaryDirectory() as directory:
        databases = SqliteDatabases(Path(directory), Path(directory) / "template.sqlite3")
        databases.make_template()
        databases.use(databases.copy("filled"))
        fill()
        write(dump(apps))
        databases.close()


if __name__ == "__main__":
    main()
