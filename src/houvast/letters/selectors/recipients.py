"""To whom a letter of a case can go, each with how it reaches them and what the writer must know."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.contents import PersonLine, network_around, people
from houvast.cases.selectors.households import everybody_of_case
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.rules.addressing import ReachFacts
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors import NetworkLine
from houvast.residents.selectors_hidden import without_address


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody of a case. `may_know` is what the resident lets them know; `resident` is "" for a resident itself."""

    id: UUID
    is_resident: bool
    name: str
    role: str
    facts: ReachFacts
    language: str = ""
    interpreter: bool = False
    contact_wish: str = ""
    may_know: str = ""
    resident: str = ""

    @property
    def other(self) -> Other:
        """Give them as somebody who gets something of a resident."""
        return Other(self.id) if self.is_resident else Other(network_member_id=self.id)


def recipients(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[Recipient, ...]:
    """Give the people of a case and who is close to them, as far as the viewer sees them; in a fixed number of queries.

    For those close to a resident the register holds no address: their letters go by hand.
    """
    persons = people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    without = without_address(everybody_of_case(case_id))
    names = {each.resident.id: each.resident.name for each in persons}
    around = network_around(persons)
    return (
        *(_of_resident(each, without) for each in persons),
        *(_of_network(each, names[each.resident_id]) for each in around),
    )


def _of_resident(person: PersonLine, without: frozenset[UUID]) -> Recipient:
    line = person.resident
    shut = line.id in without
    return Recipient(
        id=line.id,
        is_resident=True,
        name=line.name,
        role=person.role or ("kind" if person.is_child else "inwoner"),
        facts=ReachFacts("" if shut else line.place, "" if shut else line.mail_to, line.reach, no_address=shut),
        language=line.language,
        interpreter=line.interpreter,
        contact_wish=line.contact_wish,
    )


def _of_network(line: NetworkLine, resident: str) -> Recipient:
    return Recipient(
        id=line.id,
        is_resident=False,
        name=line.name,
        role=f"{line.relation} van {resident}",
        facts=ReachFacts(),
        may_know=line.may_know,
        resident=resident,
    )
