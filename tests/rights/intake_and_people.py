"""What waits in intake and with the administrator of the region of the matrix. Everybody in it is *verzonnen*."""

from datetime import datetime, timedelta

from houvast.directory.models import Account, Duo, Mandate, MemberFunction
from houvast.directory.services.ask_factor_repair import ask_factor_repair
from houvast.intake.models import RepairRow
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.triage import Outcome
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.intake.services.import_list import LIST_READER, import_list
from houvast.kernel.actor import member
from tests.intake.worlds import make_concern, make_point
from tests.worlds import NOW, World, add_member, make_resident

HEADER = (
    "Incidentnummer;Datum kennisname;Tijd;Klasse;Achternaam;Tussenvoegsel;Voornamen;Geboortedatum;Geslacht;BSN;"
    "Straat;Huisnummer;Postcode;Woonplaats;Gemeente;Toelichting"
)
WITHOUT_NUMBER = ";08-04-2026;09:55;E33;Walter;;Rayan;30-11-1996;M;;Maxstraat;123;9785 JH;Delfzijl;Eemsdelta;Op straat."


def add_concerns(here: World, there: World, *, moment: datetime) -> dict[str, str]:
    """Add a concern for OGGZ, one for public order first, one passed on a moment ago, and a row to repair."""
    point = make_point(here)
    make_point(there)
    resident = make_resident(here, "Bolt", "Jan")
    facts = PersonFacts(surname="Bolt", first_names="Jan")
    concern = make_concern(here, point, person=facts)
    first = make_concern(here, make_point(here, "public_order", "oggz", name="Politie"), person=facts)
    passed = make_concern(here, point, person=facts)
    decide_concern(
        actor=here.actor("marit"),
        now=moment - timedelta(minutes=5),
        concern_id=passed.id,
        version=0,
        new=NewDecision(Outcome.PASSED_ON, "other_task", to_team=here.teams["Jeugd"].id),
    )
    import_list(actor=LIST_READER, now=NOW, content=f"{HEADER}\n{WITHOUT_NUMBER}\n".encode())
    return {
        "concern": str(concern.id),
        "point": str(point.id),
        "first": str(first.id),
        "passed": str(passed.id),
        "someone": str(resident.id),
        "repair_row": str(RepairRow.objects.get().id),
    }


def add_people(here: World) -> dict[str, str]:
    """Add a second administrator who asked for the repair of an account, and name members to manage."""
    anke = add_member(here.organisation, "Anke (verzonnen)", "functioneel-beheerder", "", "beheerder", None)
    lost = add_member(here.organisation, "Lies (verzonnen)", "teammedewerker", "wmo", "medewerker", None)
    Account.objects.create(member=anke, username="anke.eemsdelta", password="!")
    account = Account.objects.create(member=lost, username="lies.eemsdelta")
    Account.objects.create(member=here.members["dirk"], username="dirk.eemsdelta")
    repair = ask_factor_repair(account.id, actor=member(anke.id), now=NOW)
    colleague = here.members["bos"]
    mandate = Mandate.objects.create(member=lost, function="burgemeester", document="Besluit", from_at=NOW)
    duo = Duo.objects.create(first=lost, second=colleague, from_at=NOW)
    return {
        "colleague": str(colleague.id),
        "opened": str(anke.id),
        "with_account": str(here.id("dirk")),
        "function": str(MemberFunction.objects.get(member=colleague).id),
        "repair": str(repair),
        "team": str(here.teams["Jeugd"].id),
        "mandate": str(mandate.id),
        "duo": str(duo.id),
    }
