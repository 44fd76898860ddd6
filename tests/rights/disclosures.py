"""What is shared from the case `shared` of the region of the matrix. All *verzonnen*."""

from dataclasses import replace
from uuid import UUID

from houvast.cases.models import CaseResident
from houvast.directory.models import Member
from houvast.directory.selectors import viewer_of
from houvast.sharing.rules.grounds import BEGINS, ReceiverKind
from houvast.sharing.rules.known import KnownLimits, Sought
from houvast.sharing.selectors.known import sample
from houvast.sharing.services.ask_known import NewQuestion, ask_known
from houvast.sharing.services.set_ground import set_ground
from tests.sharing.worlds import Sharing
from tests.worlds import NOW, World


def add_disclosures(here: World, case_id: UUID, partner: Member) -> dict[str, str]:
    """Let Sanne (`dir`) share: `given` with the partner (`part`), `asked_share` that waits, `paper` for others.

    Sanne also asked whether somebody is known (`known_question`).
    """
    resident_id = CaseResident.objects.get(case_id=case_id).resident_id
    sharing = Sharing(here, case_id, resident_id, partner, {})
    fact = replace(BEGINS["fact-behandeling"], second=True)
    set_ground(actor=here.actor("beheer"), now=NOW, municipality_id=here.municipality.id, line=fact)
    consent = sharing.consent()
    given, asked, paper = sharing.new(), sharing.new(), replace(sharing.new(), receiver=sharing.on_paper())
    receiver = replace(sharing.with_yara(), kinds=frozenset({ReceiverKind.FACT}))
    for each in (given, replace(asked, ground=fact.code, receiver=receiver), paper):
        sharing.share(each)
    new = NewQuestion(Sought("123456782"), "signal", {"signal": "Een signaal beoordelen"})
    ask_known(actor=here.actor("sanne"), now=NOW, new=new, limits=KnownLimits(5, 100))
    question = sample(viewer_of(here.actor("privacy"), now=NOW))[0].id
    made = {
        "known_question": question,
        "given": given.id,
        "asked_share": asked.id,
        "paper": paper.id,
        "consent": consent,
    }
    return {**{name: str(each) for name, each in made.items()}, "shared_resident": str(resident_id)}
