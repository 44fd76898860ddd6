"""Whom a proposal asks for a judgement at the moment that it is made; told before it is made, and done when it is."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import Responsibility
from houvast.cases.policy import CaseFacts
from houvast.cases.rules.judging import asked_at_once, named
from houvast.directory.selectors import MemberLine, functions_of, possible_holders


@dataclass(frozen=True, slots=True)
class AskedAtOnce:
    """Members with the function that they are asked by, and the functions for which somebody still has to choose."""

    people: tuple[tuple[MemberLine, str], ...]
    to_choose: tuple[str, ...]


def who_is_asked_at_once(
    model: Model, boundary: Boundary, facts: CaseFacts, proposed_by: UUID, *, now: datetime
) -> AskedAtOnce:
    """Give whom the model names, as far as it is clear who that is; nobody where a boundary is not weighed together."""
    own = functions_of(proposed_by, municipality_id=facts.municipality_id, now=now)
    functions = named(model, boundary, own)
    lines = possible_holders(facts.municipality_id, functions, now=now) if functions else ()
    people = {line.id: line for line in lines}
    holders = {code: [line.id for line in lines if code in line.functions] for code in functions}
    seated = {holder for each in Responsibility if (holder := facts.holder(each)) is not None}
    asked = asked_at_once(holders, seated - {proposed_by})
    to_choose = tuple(code for code in functions if code not in asked.values())
    return AskedAtOnce(tuple((people[member], function) for member, function in asked.items()), to_choose)
