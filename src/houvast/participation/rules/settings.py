"""What a municipality sets for own pages: the client supporter, where one complains, and the ages of children. Pure."""

from dataclasses import dataclass, field

from houvast.participation.rules.taking_part import USUAL_AGES, Ages, ages_problems

LONGEST = 120


@dataclass(frozen=True, slots=True)
class OwnPageFacts:
    """What holds in a municipality. `number` is that of the version, 0 for what every municipality begins with.

    The supporter is the free and independent client supporter (Wmo 2015 art. 2.2.4); "" as long as nobody set one.
    """

    supporter_name: str = ""
    supporter_organisation: str = ""
    supporter_phone: str = ""
    complaint_at: str = ""
    complaint_phone: str = ""
    ages: Ages = field(default=USUAL_AGES)
    number: int = 0


def setting_problems(facts: OwnPageFacts) -> dict[str, str]:
    """Say at each field what is missing."""
    wanted = {
        "supporter_organisation": (facts.supporter_organisation, "Vul in waar de cliëntondersteuner werkt."),
        "supporter_phone": (facts.supporter_phone, "Vul het nummer van de cliëntondersteuning in."),
        "complaint_at": (facts.complaint_at, "Vul in bij wie een inwoner een klacht indient."),
        "complaint_phone": (facts.complaint_phone, "Vul het nummer voor klachten in."),
    }
    problems = {name: told for name, (text, told) in wanted.items() if not text.strip()}
    texts = {"supporter_name": facts.supporter_name, **{name: text for name, (text, _) in wanted.items()}}
    long = {name: f"Hoogstens {LONGEST} tekens." for name, text in texts.items() if len(text) > LONGEST}
    return {**problems, **long, **ages_problems(facts.ages)}
