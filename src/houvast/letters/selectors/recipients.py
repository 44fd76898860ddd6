"""To whom a letter of a case can go, each with how it reaches them and what the writer must know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.contents import PersonLine, network_around, people
from houvast.cases.selectors.households import everybody_of_case
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.rules.addressing import ReachFacts
from houvast.letters.rules.representing import Represents
from houvast.residents.rules.shielding import Other
from houvast.residents.selectors import NetworkLine
from houvast.residents.selectors_hidden import told_in_each, without_address


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody of a case. `may_know` is what the resident lets them know; `resident` is "" for a resident itself.

    `speaks_for` is whom somebody of the network represents: that is why they may know. `represented_by` names who
    represents a resident. `near_to` is the resident to whom somebody of the network is close.
    """

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
    speaks_for: UUID | None = None
    represented_by: str = ""
    near_to: UUID | None = None

    @property
    def others(self) -> tuple[Other, ...]:
        """Give them as who gets something of a resident, with to whom they are close: that one hears it too."""
        if self.is_resident:
            return (Other(self.id),)
        return (Other(network_member_id=self.id), Other(self.near_to))


def recipients(
    viewer: Viewer, case_id: UUID, *, now: datetime, representing: Sequence[Represents] = ()
) -> tuple[Recipient, ...]:
    """Give the people of a case and who is close to them, as far as the viewer sees them; in a fixed number of queries.

    `representing` is who represents whom now. Letters to who is close to a resident go by hand, unless it was recorded
    where they may go; never to where a hidden address is.
    """
    persons = people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    everybody = everybody_of_case(case_id)
    without = without_address(everybody)
    names = {each.resident.id: each.resident.name for each in persons}
    around = network_around(persons)
    tells = told_in_each([each.mail_to for each in around], everybody)
    called = names | {each.id: each.name for each in around}
    known = tuple(each for each in representing if each.resident_id in names and each.who_id in called)
    return (
        *(_of_resident(each, without, known, called) for each in persons),
        *(
            _of_network(replace(each, mail_to="") if hides else each, names[each.resident_id], known)
            for each, hides in zip(around, tells, strict=True)
        ),
    )


def _of_resident(
    person: PersonLine, without: frozenset[UUID], representing: Sequence[Represents], called: Mapping[UUID, str]
) -> Recipient:
    line = person.resident
    role = person.role or ("kind" if person.is_child else "inwoner")
    speaks = [f"{each.as_what} van {called[each.resident_id]}" for each in representing if each.who_id == line.id]
    spoken_for = [f"{called[each.who_id]}, {each.as_what}" for each in representing if each.resident_id == line.id]
    shut = line.id in without
    return Recipient(
        id=line.id,
        is_resident=True,
        name=line.name,
        role=", ".join((role, *speaks)),
        facts=ReachFacts("" if shut else line.place, "" if shut else line.mail_to, line.reach, no_address=shut),
        language=line.language,
        interpreter=line.interpreter,
        contact_wish=line.contact_wish,
        represented_by=" en ".join(spoken_for),
    )


def _of_network(line: NetworkLine, resident: str, representing: Sequence[Represents]) -> Recipient:
    speaks = next((each for each in representing if each.who_id == line.id), None)
    return Recipient(
        id=line.id,
        is_resident=False,
        name=line.name,
        role=f"{speaks.as_what if speaks else line.relation} van {resident}",
        facts=ReachFacts(mail_to=line.mail_to),
        may_know=line.may_know,
        resident=resident,
        speaks_for=speaks.resident_id if speaks else None,
        near_to=line.resident_id,
    )
