"""What somebody brings into a case: who may, on which ground, and whether it may be passed on."""

from collections.abc import Collection

from houvast.ave.vocabulary import Domain
from houvast.cases.rules.matrix import Part

TAKES_PART = frozenset({Part.TASK, Part.ITEM, Part.JUDGEMENT})
"""Who does a task, discusses the case at a table or is asked to judge may also write down what they know."""


def asks_permission(part: Part | str, *, ask_before_passing: bool) -> bool:
    """Say whether a note goes no further before its writer agrees: always about police and justice.

    Police data go on with permission only (Wpg 16-20; `docs/wie-ziet-wat.md` says how certain that is).
    """
    return part == Part.JUSTICE_NOTES or ask_before_passing


def has_ground_for_care(domains: Collection[str], *, is_partner: bool) -> bool:
    """Say whether somebody may write about care: not from public order alone, nor without a domain in a municipality.

    A partner brings the ground of its own organisation.
    """
    return bool(set(domains) - {Domain.PUBLIC_ORDER.value}) or (is_partner and not domains)
