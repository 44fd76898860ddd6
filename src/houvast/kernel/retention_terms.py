"""The Dutch words for the values of retention, as part of `value_terms.py`."""

from collections.abc import Mapping
from types import MappingProxyType

RETENTION: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "DestructionAnswer.Outcome": {
            "APPROVED": "goedgekeurd",
            "REFUSED": "niet goedgekeurd",
            "WITHDRAWN": "voorstel ingetrokken",
        },
        "DestructionAnswer.Reason": {
            "PERIOD": "de termijn klopt niet",
            "NEEDED": "het is nog nodig",
            "ARCHIVE": "het gaat naar het archief",
            "MISTAKE": "het was een vergissing",
        },
        "DestructionProposal.Unit": {
            "CASE": "hele casus",
            "PARTNER_NOTE": "notitie van een partner",
            "HOUSE_FILE": "dossier bij een ZVH",
            "CONCERN": "los signaal",
            "AGENDA_ITEM": "agendapunt dat geen casus is",
            "REPAIR_ROW": "rij te herstellen",
            "COLLEAGUE_QUESTION": "vraag aan een collega",
            "REQUEST": "verzoek van een inwoner",
        },
        "LegalHold.Reason": {
            "COURT": "rechtszaak",
            "COMPLAINT": "klacht of bezwaar",
            "REQUEST": "verzoek van de inwoner",
            "INQUIRY": "onderzoek",
            "HERITAGE": "blijvend te bewaren",
        },
        "RetentionPeriod.RecordKind": {
            "CASE": "verloop van de casus",
            "PLAN": "plan en taken",
            "NOTE": "notities",
            "DOCUMENT": "documenten",
            "CONSULTATION": "overleg",
            "CONCERN": "signalen",
            "LONE_CONCERN": "losse signalen",
            "REPAIR_ROW": "rijen te herstellen",
            "REFERRAL": "aanmeldingen bij een ZVH",
            "HOUSE_FILE": "dossiers van een ZVH",
            "PERSON": "persoonsgegevens",
            "COLLEAGUE_QUESTION": "vragen aan collega’s",
            "LOG": "logboek",
            "REQUEST": "verzoeken van inwoners",
        },
        "RetentionPeriod.CountedFrom": {
            "RECORD": "vanaf de laatste vastlegging",
            "CLOSING": "vanaf het sluiten van de casus",
        },
        "RetentionPeriod.Certainty": {
            "SOURCED": "staat in de bron",
            "CHECK": "nog na te gaan",
            "MADE_UP": "termijn is verzonnen",
        },
    }
)
