"""What happens to referrals and files, as the audit log says it."""

from houvast.audit.events import Event

REFERRED = Event("referral.made", "meldde een casus aan bij een Zorg- en Veiligheidshuis")
REFERRAL_READ = Event("referral.read", "bekeek de aanmeldingen van een casus")
ANSWERED = Event("referral.answered", "legde het antwoord van een Zorg- en Veiligheidshuis vast")
RETURNED = Event("referral.returned", "legde vast dat een casus terugkwam van een Zorg- en Veiligheidshuis")
LOOKED_BACK = Event("referral.looked_back", "keek terug op wat gemeente en Zorg- en Veiligheidshuis verwachtten")
FILE_READ = Event("house_file.read", "bekeek een dossier van een Zorg- en Veiligheidshuis")
FILES_LISTED = Event("house_file.listed", "bekeek de dossiers van een Zorg- en Veiligheidshuis")
NOTE_WRITTEN = Event("house_file.note_written", "schreef een notitie in een dossier")
PARTICIPANT_ADDED = Event("house_file.participant_added", "liet een deelnemer toe tot een dossier")
PARTICIPANT_ENDED = Event("house_file.participant_ended", "beëindigde de deelname aan een dossier")
CRITERION_SET = Event("admission_criterion.set", "stelde een toelatingscriterium in")
FILE_ERASED = Event("house_file.erased", "vernietigde een dossier van het ZVH")
REFERRALS_ERASED = Event("referral.erased", "leegde de aanmeldingen bij het ZVH van een vernietigde casus")
