"""The Dutch words for taking part and own pages (see `terms`)."""

from collections.abc import Mapping
from types import MappingProxyType

PARTICIPATION: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ParticipantKind": {
            "SELF": "de inwoner zelf",
            "REPRESENTATIVE": "vertegenwoordiger",
            "NETWORK": "iemand uit het netwerk",
        },
        "Capacity": {
            "PARENT": "ouder met gezag",
            "GUARDIAN": "voogd",
            "CURATOR": "curator",
            "MENTOR": "mentor",
            "AUTHORISED": "gemachtigde",
        },
        "WordsAbout": {
            "GENERAL": "in het algemeen",
            "PLAN": "over het hele plan",
            "GOAL": "over een doel",
            "STEP": "over de stap",
            "DECISION": "over een besluit",
            "QUESTION": "als antwoord op een vraag",
        },
        "WishKind": {
            "SOMEBODY": "iemand erbij",
            "MOMENT": "een andere dag voor een moment",
            "MEETING": "een andere dag voor een gesprek",
        },
        "OwnPart": {
            "QUESTIONS": "wat wij vragen",
            "FIRST": "het eerste wat komt",
            "LEADER": "wie de hulp leidt",
            "HELPERS": "wie nog meer helpt",
            "AGREEMENTS": "wat is afgesproken",
            "OWN_TASKS": "de eigen taken",
            "WORDS": "wat iemand zelf schrijft",
            "WISHES": "wat iemand vraagt of voorstelt",
            "STEP": "de stap van de casus",
            "DECISIONS": "wat is besloten",
            "LETTERS": "brieven aan de lezer",
            "LOOKED": "wie keek",
            "SHARED": "wat met wie is gedeeld",
            "REQUESTS": "vragen over de eigen gegevens",
            "OBJECTING": "wat iemand kan doen die het niet eens is",
        },
    }
)
PARTICIPATION_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "allowed": "wat iemand van het netwerk mag zien",
        "alone_from": "alleen vanaf deze leeftijd",
        "both_from": "samen vanaf deze leeftijd",
        "capacity": "als wat",
        "complaint_at": "waar een klacht heen gaat",
        "complaint_phone": "nummer voor klachten",
        "about_id": "waarover het precies gaat",
        "is_resident": "door de inwoner zelf",
        "own_words": "eigen woorden",
        "participant": "deelnemer",
        "person": "persoon",
        "is_granted": "antwoord is ja",
        "new_on": "nieuwe dag",
        "sees_plan": "plan gaat over deze inwoner",
        "stood": "hoe het er stond",
        "supporter_name": "cliëntondersteuner",
        "supporter_organisation": "organisatie van de cliëntondersteuner",
        "supporter_phone": "nummer van de cliëntondersteuner",
        "young_agrees": "jongere vindt het goed",
    }
)
