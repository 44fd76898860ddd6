"""What is shared from the case `shared` of the region of the matrix. All *verzonnen*."""

from dataclasses import replace
from uuid import UUID

from houvast.cases.models import CaseResident
from houvast.directory.models import Member
from houvast.sharing.rules.grounds import BEGINS, ReceiverKind
from houvast.sharing.services.set_ground import set_ground
from tests.sharing.worlds import Sharing
from tests.worlds import NOW, World


def add_disclosures(here: World, case_id: UUID, partner: Member) -> dict[str, str]:
    """Let Sanne (`dir`) share: `given` with the partner (`part`), `asked_share` that waits, `paper` for others."""
    resident_id = CaseResident.objects.get(case_id=case_id).resident_id
    sharing = Sharing(here, case_id, resident_id, partner, {})
    fact = replace(BEGINS["fact-behandeling"], second=True)
    set_ground(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=fact)
    consent = sharing.consent()
    given, asked, paper = sharing.new(), sharing.new(), replace(sharing.new(), receiver=sharing.on_paper())
    receiver = replace(sharing.with_yara(), kinds=frozenset({ReceiverKind.FACT}))
    for each in (given, replace(asked, ground=fact.code, receiver=receiver), paper):
        sharing.share(each)
    made = {"given": given.id, "asked_share": asked.id, "paper": paper.id, "consent": consent}
    return {**{name: str(each) for name, each in made.items()}, "shared_resident": str(resident_id)}
