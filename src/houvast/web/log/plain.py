"""What stands in the log, as a resident reads it: short words, without those of the trade."""

from collections.abc import Mapping

from houvast.audit.services.act import READ, REFUSED

_REFUSED = "wilde iets zien of doen, maar mocht dat niet"
_OF_THIS: Mapping[str, str] = {
    "case.opened": "begon een dossier over u",
    "case.read": "bekeek uw dossier",
    "case.closed": "sloot uw dossier",
    "case.reopened": "opende uw dossier weer",
    "case.erased": "vernietigde uw dossier",
    "case.note_written": "schreef iets op over u",
    "case.linked": "legde een verband met een ander dossier",
    "case.organisation_added": "vroeg een organisatie om mee te helpen",
    "case.organisation_left": "liet een organisatie stoppen met meehelpen",
    "participant.own_page_read": "las uw eigen pagina",
    "participant.own_page_on_paper": "gaf uw eigen pagina op papier",
    "plan.read": "bekeek uw plan",
    "reporting_code.read": "bekeek uw dossier",
    "task.read": "bekeek een taak uit uw plan",
    "resident.bsn_shown": "bekeek uw burgerservicenummer (BSN)",
    "concern.read": "las een melding over u",
    "concern.case_read": "las de meldingen over u",
    "access.given": "liet iemand anders in uw dossier kijken",
    "access.withdrawn": "zorgde dat iemand niet meer in uw dossier kan kijken",
    "disclosure.made": "deelde gegevens over u, of vroeg of dat mag",
    "disclosure.read": "bekeek wat er over u is gedeeld",
    "document.listed": "bekeek welke stukken er over u zijn",
    "document.downloaded": "las een stuk over u",
    "known.told": "hoorde dat er een dossier over u is",
    "log.extracted": "maakte een lijst zoals deze",
}
_OF_SUCH: Mapping[str, str] = {
    "case": "werkte uw gegevens bij",
    "reporting_code": "werkte uw gegevens bij",
    "phase": "keek of de hulp nog past",
    "scaling": "besliste of overlegde over welke hulp nodig is",
    "judgement": "gaf of vroeg een mening over welke hulp nodig is",
    "seat": "regelde wie uw hulp leidt",
    "hand_over": "regelde wie uw hulp leidt",
    "take_over": "regelde wie uw hulp leidt",
    "receiver": "regelde wie uw hulp overneemt",
    "pulse": "schreef op hoe het met u gaat",
    "aftercare": "regelde wie vraagt hoe het met u gaat",
    "moment": "bereidde een belangrijk moment voor",
    "stay": "sprak met een andere gemeente over u",
    "move": "sprak met een andere gemeente over u",
    "consultation": "sprak over u in een overleg, of bereidde dat voor",
    "participant": "regelde wie een eigen pagina heeft, of logde daar in",
    "plan": "werkte aan uw plan",
    "task": "werkte aan een taak uit uw plan",
    "limit": "schreef iets op over een regel waar u zich aan moet houden",
    "tailor_made": "werkte aan een oplossing op maat voor u",
    "concern": "werkte aan een melding over u",
    "resident": "werkte uw gegevens bij",
    "household": "werkte de gegevens van uw huishouden bij",
    "network": "werkte bij wie u bijstaat",
    "referral": "werkte samen met het Zorg- en Veiligheidshuis",
    "house_file": "werkte aan uw dossier bij het Zorg- en Veiligheidshuis",
    "access": "regelde wie in uw dossier kan kijken",
    "document": "werkte aan een stuk over u",
    "letter": "schreef of bekeek een brief aan u",
    "disclosure": "legde vast wat er over u is gedeeld",
    "known": "vroeg of u hier bekend bent",
    "consent": "legde vast waar u ja of nee op zei",
    "note": "vernietigde iets dat over u was opgeschreven",
    "request": "werkte aan een vraag van u over uw gegevens",
    "retention": "keek hoe lang uw gegevens blijven, of vernietigde ze",
    "sample": "keek na of iemand uw gegevens mocht zien",
    "log": "keek na wie uw gegevens zag",
}
_ELSE = {READ: "bekeek gegevens over u"}
_OTHER = "deed iets met uw dossier"
NOT_ABOUT_A_CASE = frozenset(
    {
        "directory",
        "account",
        "point",
        "list_version",
        "theme",
        "import",
        "repair_row",
        "figures",
        "admission_criterion",
        "short_line",
        "colleague_question",
        "ground",
        "covenant",
        "sharing_term",
        "vault",
        "alarm",
    }
)
"""The kinds of which no entry is about a case. A test looks that every other kind has words here."""


def plain(event: str, outcome: str) -> str:
    """Say in plain words what somebody did."""
    if outcome == REFUSED:
        return _REFUSED
    return _OF_THIS.get(event) or _OF_SUCH.get(event.partition(".")[0]) or _ELSE.get(outcome, _OTHER)


def has_words(event: str) -> bool:
    """Say whether this kind of event has plain words of its own."""
    return event in _OF_THIS or event.partition(".")[0] in _OF_SUCH
