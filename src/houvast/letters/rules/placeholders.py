"""Words between braces in a template: a closed set, filled in once, never read as anything else."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

LONGEST_SUBJECT, LONGEST_TEXT = 120, 4000
EMPTY = "Dit is nog leeg."


class Placeholder(StrEnum):
    """What can be filled in; the value is the word that stands between the braces."""

    NAME = "naam"
    DATE = "datum"
    MUNICIPALITY = "gemeente"
    LEADS = "wie leidt"
    PHONE = "telefoon"
    SINCE = "sinds"
    TALK = "gesprek"
    DECISION = "besluit"
    DECIDED_ON = "besloten op"
    SHARED = "gedeeld"
    ASKED_ON = "vraagdag"


MEANINGS: Mapping[Placeholder, str] = MappingProxyType(
    {
        Placeholder.NAME: "de naam van wie de brief krijgt",
        Placeholder.DATE: "de dag van vandaag",
        Placeholder.MUNICIPALITY: "de naam van uw gemeente",
        Placeholder.LEADS: "wie de regie heeft",
        Placeholder.PHONE: "het telefoonnummer van wie de regie heeft",
        Placeholder.SINCE: "sinds wanneer die de regie heeft",
        Placeholder.TALK: "dag en tijd van het gesprek",
        Placeholder.DECISION: "wat er is besloten",
        Placeholder.DECIDED_ON: "de dag van het besluit",
        Placeholder.SHARED: "wat met wie is gedeeld",
        Placeholder.ASKED_ON: "de dag waarop u vraagt hoe het gaat",
    }
)
"""What each stands for, as a form explains it."""

_NAMED = re.compile(r"\{([^{}\n]*)\}")
_GAP = re.compile(r"\[vul in: [^\]\n]*\]")
_LOOSE = "Een { of } hoort bij een invulplek, zoals {naam}. Haal hem weg, of maak de invulplek af."


def gap(placeholder: Placeholder) -> str:
    """Give what stands in the text when nothing is known."""
    return f"[vul in: {MEANINGS[placeholder]}]"


def filled(text: str, values: Mapping[Placeholder, str]) -> str:
    """Fill a text in, in one go: what a value says is not looked at again. What is not known becomes a gap."""

    def value(found: re.Match[str]) -> str:
        placeholder = Placeholder(found[1])
        return values.get(placeholder) or gap(placeholder)

    return _NAMED.sub(value, text)


def first_gap(text: str) -> str:
    """Give the first gap that a text still has; "" when it has none."""
    found = _GAP.search(text)
    return found[0] if found else ""


def template_problems(subject: str, text: str) -> dict[str, str]:
    """Give a Dutch message for each field of a template that cannot be used; an empty dict when all is well."""
    problems = {}
    for field, said, most in (("subject", subject, LONGEST_SUBJECT), ("text", text, LONGEST_TEXT)):
        problem = _problem(said, most)
        if problem:
            problems[field] = problem
    if "\n" in subject.strip():
        problems["subject"] = "Een onderwerp is één regel."
    return problems


def _problem(said: str, most: int) -> str:
    if not said.strip():
        return EMPTY
    if len(said) > most:
        return f"Dit is te lang: hoogstens {most} tekens."
    unknown = [each for each in _NAMED.findall(said) if each not in set(Placeholder)]
    if unknown:
        known = ", ".join(f"{{{each}}}" for each in Placeholder)
        return f"Houvast kent {{{unknown[0]}}} niet. U kunt kiezen uit: {known}."
    return _LOOSE if re.search(r"[{}]", _NAMED.sub("", said)) else ""
