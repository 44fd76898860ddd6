"""The text for the resident: what went, to whom, why, until when, and what they can do. In plain words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the text says, in words. `about` are the people it is about; `withdrawn_on` is filled if it ended early."""

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


def letter(facts: LetterFacts) -> tuple[tuple[str, str], ...]:
    """Give the text as headings with what stands below them."""
    whom = facts.receiver if facts.organisation in ("", facts.receiver) else f"{facts.receiver} ({facts.organisation})"
    until = f"Tot en met {facts.until}. Daarna ziet {facts.receiver} dit niet meer."
    if facts.withdrawn_on:
        until = f"Het delen is gestopt op {facts.withdrawn_on}."
    rights = [
        "U mag vragen wat er over u is opgeschreven en wat is gedeeld.",
        "Klopt iets niet? Dan mag u vragen om het te veranderen, of uw eigen verhaal erbij te zetten.",
        f"U mag bezwaar maken. Zeg dat tegen uw contactpersoon of tegen de gemeente {facts.municipality}.",
        "Komt u er niet uit? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.",
    ]
    if facts.relies_on_consent:
        rights.insert(0, "U gaf hier toestemming voor. U mag die altijd intrekken. Dan stopt het delen meteen.")
    return (
        ("Over wie gaat dit?", facts.about),
        ("Wat is gedeeld?", "\n".join(facts.what)),
        ("Met wie?", whom),
        ("Waarom?", f"{facts.purpose}."),
        ("Mag dat?", f"Ja. Dit staat in: {facts.law}."),
        ("Sinds wanneer en tot wanneer?", f"Sinds {facts.on}. {until}"),
        ("Wat kunt u doen?", "\n".join(rights)),
    )
