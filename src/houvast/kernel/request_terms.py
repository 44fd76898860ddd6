"""The Dutch words for the values of requests of residents, as part of `value_terms.py`."""

from collections.abc import Mapping
from types import MappingProxyType

REQUESTS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "RequestKind": {
            "INSPECTION": "inzage",
            "CORRECTION": "verbetering",
            "OBJECTION": "bezwaar tegen het gebruik",
            "ERASURE": "wissen",
        },
        "Asker": {
            "RESIDENT": "de inwoner zelf",
            "REPRESENTATIVE": "wie de inwoner vertegenwoordigt",
            "PARENT": "ouder of voogd van een kind",
        },
        "RequestChannel": {
            "COUNTER": "aan de balie",
            "LETTER": "per brief",
            "EMAIL": "per e-mail",
            "PHONE": "per telefoon",
            "CONTACT_POINT": "bij het contactpunt van een ZVH",
            "OWN_PAGE": "op de eigen pagina",
        },
        "SignInWay": {
            "CODES": "met de code op papier en een code per sms",
            "DIGID": "met DigiD",
        },
        "AnswerWay": {
            "PICK_UP": "ophalen bij de gemeente",
            "CALL": "bellen en dan afspreken hoe",
            "POST": "met de post naar het adres dat bekend is",
        },
        "RequestStep": {
            "IDENTIFIED": "gecontroleerd wie het vraagt",
            "PUT_BEFORE": "ook voorgelegd aan een ZVH",
            "GATHERED": "gegevens verzameld",
            "HOUSE_GATHERED": "het huis verzamelde",
            "HOUSE_GAVE": "het huis gaf zijn deel",
            "EXTENDED": "termijn verlengd",
            "ANSWERED": "verzoek beantwoord",
        },
        "IdentityWay": {
            "SAW_DOCUMENT": "paspoort of ander bewijs gezien",
            "DIGITAL": "ingelogd met DigiD",
            "CALLED_BACK": "teruggebeld op een bekend nummer",
            "SAW_MANDATE": "machtiging of gezag gezien",
            "OWN_CODES": "beide codes van de eigen pagina zijn genoeg",
        },
        "ItemAnswer": {
            "WHOLE": "helemaal geven",
            "SHORTENED": "inkorten",
            "LEFT_OUT": "weglaten",
        },
        "LeftOutReason": {
            "THIRD_PARTY": "het gaat over een ander",
            "SAFETY": "het brengt iemand in gevaar",
            "INVESTIGATION": "er loopt een onderzoek van politie of justitie",
        },
        "RequestOutcome": {
            "GRANTED": "gedaan wat is gevraagd",
            "PARTLY": "voor een deel gedaan",
            "REFUSED": "verzoek geweigerd",
        },
        "ErasureRefusal": {
            "EXPRESSION": "vrijheid van meningsuiting en informatie",
            "LEGAL_TASK": "een wettelijke plicht of taak",
            "HEALTH": "volksgezondheid",
            "ARCHIVE": "archief of onderzoek",
            "CLAIM": "een rechtszaak of klacht",
        },
        "EffectKind": {
            "CORRECTED": "verbeterd",
            "TOLD": "verteld aan wie het eerder kreeg",
            "NOT_TOLD": "niet verteld aan wie het eerder kreeg",
            "BESIDE": "eigen kijk ernaast gezet",
            "PROPOSED": "voorgesteld om te vernietigen",
        },
        "Statement.Kind": {
            "CORRECTION": "vraagt om verbetering",
            "OBJECTION": "maakte bezwaar",
            "OWN_VIEW": "heeft een eigen kijk",
        },
        "Statement.About": {
            "PEOPLE": "bij de persoon",
            "PLAN": "bij het plan",
            "NOTES": "bij de notities",
        },
        "HeldKind": {
            "PERSON": "uw gegevens",
            "CASE": "uw dossier",
            "PLAN": "uw plan",
            "NOTE": "wat is opgeschreven",
            "DOCUMENT": "stukken",
            "CONCERN": "wat is gemeld",
            "CONSULTATION": "wat is besproken",
            "HOUSE": "wat een ZVH weet",
            "SHARED": "wat is gedeeld",
            "LOOKED": "wie keek",
            "ASKED": "wat u vroeg",
        },
    }
)
