"""What happens to grounds, covenants and what is shared, as the audit log says it."""

from houvast.audit.events import Event

GROUND_SET = Event("ground.set", "stelde een grond om te delen in")
COVENANT_SET = Event("covenant.set", "legde een convenant vast")
TERMS_SET = Event("sharing_term.set", "stelde in hoe lang er hoogstens wordt gedeeld")
SHARED = Event("disclosure.made", "vroeg of iets gedeeld mag worden")
RECEIVED = Event("disclosure.received", "kreeg iets terug van het Zorg- en Veiligheidshuis")
ANSWERED = Event("disclosure.answered", "gaf als tweede antwoord over delen")
WITHDRAWN = Event("disclosure.withdrawn", "trok in wat was gedeeld")
TOLD = Event("disclosure.told", "legde vast wat de inwoner weet over delen")
READ = Event("disclosure.read", "bekeek wat met wie is gedeeld")
PRINTED = Event("disclosure.printed", "drukte af wat is gedeeld")
KNOWN_ASKED = Event("known.asked", "vroeg of iemand bekend is")
KNOWN_TOLD = Event("known.told", "hoorde dat iemand in deze casus bekend is")
SAMPLE_READ = Event("known.sample_read", "bekeek de steekproef van vragen of iemand bekend is")
SAMPLE_JUDGED = Event("known.sample_judged", "zei of een vraag of iemand bekend is nodig was")
CONSENT_GIVEN = Event("consent.given", "legde toestemming vast")
CONSENT_WITHDRAWN = Event("consent.withdrawn", "legde vast dat toestemming is ingetrokken")
CONSENTS_ERASED = Event("consent.erased", "leegde de toestemmingen van een vernietigde casus")
