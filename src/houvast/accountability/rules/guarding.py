"""Keeping somebody who is shielded out of an answer that goes to who must not find them. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from houvast.accountability.rules.request_content import Chosen
from houvast.kernel.findable import Findable
from houvast.kernel.held import Held
from houvast.residents.rules.traces import Traces


@dataclass(frozen=True, slots=True)
class Guard:
    """What one shield keeps out: since when, of which cases, and the words that lead to the person.

    `helpers` are the names of organisations that came since then: what they wrote stays out whole.
    """

    since: date
    case_ids: frozenset[UUID]
    traces: Traces
    helpers: frozenset[str] = frozenset()

    def keeps_out(self, held: Held) -> bool:
        """Say whether a thing stays out whole: where somebody stays always, the rest from the first day on."""
        if held.case_id not in self.case_ids:
            return False
        is_new = held.on is None or held.on >= self.since
        return held.finds is Findable.PLACE or (is_new and held.finds is not None) or held.source in self.helpers


def guarded(items: Sequence[Held], guards: Collection[Guard]) -> tuple[Held, ...]:
    """Give what may go to who asks: without what finds a shielded person, and without their traces in the rest."""
    kept = (held for held in items if not any(guard.keeps_out(held) for guard in guards))
    traces = _all_traces(guards)
    return tuple(_without(held, traces) for held in kept)


def guarded_chosen(chosen: Sequence[Chosen], guards: Collection[Guard]) -> tuple[Chosen, ...]:
    """Do the same with what somebody chose, also in the words that take the place of what was shortened."""
    kept = (each for each in chosen if not any(guard.keeps_out(each.held) for guard in guards))
    traces = _all_traces(guards)
    return tuple(replace(each, held=_without(each.held, traces), words=traces.taken_out(each.words)) for each in kept)


def _all_traces(guards: Collection[Guard]) -> Traces:
    found = Traces()
    for guard in guards:
        found |= guard.traces
    return found


def _without(held: Held, traces: Traces) -> Held:
    lines = tuple((traces.taken_out(word), traces.taken_out(said)) for word, said in held.lines)
    return replace(held, title=traces.taken_out(held.title), lines=lines, source=traces.taken_out(held.source))
