"""The text for the resident: what went, to whom, why, until when, and what they can do. In plain words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the text says, in words. `about` are the people it is about; `withdrawn_on` is filled if it ended early.

    `keeps` says that the receiver has it on paper, or in a file of its own: then nobody can take it back.
    """

    about: str
    what: tuple[str, ...]
    receiver: str
    organisation: str
    purpose: str
    law: str
    on: str
    until: str
    municipality: str
    withdrawn_on: str = ""
    relies_on_consent: bool = False
    keeps: bool = False


def letter(facts: LetterFacts) -> tuple[tuple[str, str], ...]:
    """Give the text as headings with what stands below them."""
    whom = facts.receiver if facts.organisation in ("", facts.receiver) else f"{facts.receiver} ({facts.organisation})"
    after = f"moet {facts.receiver} dit weggooien" if facts.keeps else f"ziet {facts.receiver} dit niet meer"
    until = f"Tot en met {facts.until}. Daarna {after}."
    if facts.withdrawn_on:
        until = f"Het delen is gestopt op {facts.withdrawn_on}."
    rights = [
        "U mag vragen wat er over u is opgeschreven en wat is gedeeld.",
        "Klopt iets niet? Dan mag u vragen om het te veranderen. U mag ook uw eigen verhaal erbij laten zetten.",
        f"Bent u het er niet mee eens? Zeg dat tegen uw contactpersoon of tegen de gemeente {facts.municipality}. "
        "Dat heet bezwaar maken.",
        "Komt u er niet uit? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.",
    ]
    if facts.relies_on_consent:
        rights.insert(0, "U gaf hier toestemming voor. U mag die altijd intrekken. Dan stopt het delen meteen.")
    return (
        ("Over wie gaat dit?", facts.about),
        ("Wat is gedeeld?", "\n".join(f"{each[:1].upper()}{each[1:]}" for each in facts.what)),
        ("Met wie?", whom),
        ("Waarom?", f"{facts.purpose}."),
        ("Mag dat?", f"Volgens de gemeente mag dit. De regels staan in: {facts.law}."),
        ("Sinds wanneer en tot wanneer?", f"Sinds {facts.on}. {until}"),
        ("Wat kunt u doen?", "\n".join(rights)),
    )
