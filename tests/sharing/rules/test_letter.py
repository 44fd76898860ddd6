"""The letter to the resident says everything that they must know, in whole sentences."""

from dataclasses import replace

from houvast.sharing.rules.letter import LetterFacts, letter

FACTS = LetterFacts(
    about="Ruben Dijkhuis",
    what=("het plan", "eén notitie"),
    receiver="Yara Mensah",
    organisation="GGZ de Wierde",
    purpose="De behandelaar moet weten wat is afgesproken",
    law="Wmo 2015, artikel 5.2.9",
    on="ma 23 nov 2026",
    until="wo 23 dec 2026",
    municipality="Eemsdelta",
)
RIGHTS = (
    "U mag vragen wat er over u is opgeschreven en wat is gedeeld.\n"
    "Klopt iets niet? Dan mag u vragen om het te veranderen. U mag ook uw eigen verhaal erbij laten zetten.\n"
    "Bent u het er niet mee eens? Zeg dat tegen uw contactpersoon of tegen de gemeente Eemsdelta. "
    "Dat heet bezwaar maken.\n"
    "Komt u er niet uit? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens."
)


def test_a_letter_says_what_went_to_whom_why_until_when_and_what_one_can_do() -> None:
    assert letter(FACTS) == (
        ("Over wie gaat dit?", "Ruben Dijkhuis"),
        ("Wat is gedeeld?", "Het plan\nEén notitie"),
        ("Met wie?", "Yara Mensah (GGZ de Wierde)"),
        ("Waarom?", "De behandelaar moet weten wat is afgesproken."),
        ("Mag dat?", "Volgens de gemeente mag dit. De regels staan in: Wmo 2015, artikel 5.2.9."),
        (
            "Sinds wanneer en tot wanneer?",
            "Sinds ma 23 nov 2026. Tot en met wo 23 dec 2026. Daarna ziet Yara Mensah dit niet meer.",
        ),
        ("Wat kunt u doen?", RIGHTS),
    )


def test_an_organisation_is_named_once() -> None:
    for organisation in ("", "GGZ de Wierde"):
        facts = replace(FACTS, receiver="GGZ de Wierde", organisation=organisation)
        assert dict(letter(facts))["Met wie?"] == "GGZ de Wierde"


def test_what_was_stopped_early_says_when() -> None:
    said = dict(letter(replace(FACTS, withdrawn_on="vr 27 nov 2026")))["Sinds wanneer en tot wanneer?"]
    assert said == "Sinds ma 23 nov 2026. Het delen is gestopt op vr 27 nov 2026."


def test_who_gave_consent_reads_first_that_they_can_withdraw_it() -> None:
    said = dict(letter(replace(FACTS, relies_on_consent=True)))["Wat kunt u doen?"]
    first = "U gaf hier toestemming voor. U mag die altijd intrekken. Dan stopt het delen meteen."
    assert said == f"{first}\n{RIGHTS}"


def test_who_has_it_on_paper_must_throw_it_away() -> None:
    said = dict(letter(replace(FACTS, keeps=True)))["Sinds wanneer en tot wanneer?"]
    assert said.endswith("Tot en met wo 23 dec 2026. Daarna moet Yara Mensah dit weggooien.")
