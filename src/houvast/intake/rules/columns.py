"""What a municipality calls the columns of its police lists: checked before it is kept, and read as one mapping."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from houvast.intake.rules.mapping import ColumnMapping, Field
from houvast.intake.rules.spelling import clean, key

MOST_HEADINGS, LONGEST_HEADING = 20, 60


def tidied_headings(headings: Iterable[str]) -> tuple[str, ...]:
    """Give headings without empty ones and needless spaces; what reads the same stands once."""
    kept: dict[str, str] = {}
    for heading in filter(None, map(clean, headings)):
        kept.setdefault(key(heading), heading)
    return tuple(kept.values())


def problem_with_headings(headings: Sequence[str], others: Mapping[str, Collection[str]]) -> str:
    """Say what is wrong with the headings of a field, and on which line; "" when nothing is.

    `others` are the headings of the other fields, by what each field is called.
    """
    if not headings:
        return "Vul minstens één kolomnaam in."
    if len(headings) > MOST_HEADINGS:
        return f"Dit zijn {len(headings)} kolomnamen. Houd het bij {MOST_HEADINGS}."
    taken = {key(heading): name for name, theirs in others.items() for heading in theirs}
    for line, heading in enumerate(headings, start=1):
        if not key(heading):
            return f"Regel {line}: “{heading[:20]}” is geen kolomnaam. Gebruik minstens één letter of cijfer."
        if len(heading) > LONGEST_HEADING:
            return f"Regel {line}: “{heading[:20]}…” is te lang. Gebruik ten hoogste {LONGEST_HEADING} tekens."
        if key(heading) in taken:
            return f"Regel {line}: “{heading}” staat al bij {taken[key(heading)]}. Haal haar daar eerst weg."
    return ""


def together(mappings: Sequence[ColumnMapping]) -> ColumnMapping:
    """Give one mapping for a list of several municipalities.

    A heading that does not mean the same everywhere is left out: nobody can say which of them is meant, and a missing
    column is told, a wrong one is not.
    """
    fields: dict[str, set[Field]] = {}
    headings: dict[Field, dict[str, str]] = {}
    for mapping in mappings:
        for field, theirs in mapping.headings.items():
            for heading in theirs:
                fields.setdefault(key(heading), set()).add(field)
                headings.setdefault(field, {}).setdefault(key(heading), heading)
    clear = {same for same, meant in fields.items() if len(meant) == 1}
    return ColumnMapping(
        {field: tuple(text for same, text in said.items() if same in clear) for field, said in headings.items()}
    )
