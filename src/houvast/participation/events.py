"""What happens around taking part, as the audit log says it."""

from houvast.audit.events import Event

PAGE_GIVEN = Event("participant.page_given", "gaf iemand een eigen pagina")
CODE_MADE = Event("participant.code_made", "maakte een persoonlijke code voor een eigen pagina")
PAGE_ENDED = Event("participant.page_ended", "beëindigde een eigen pagina")
SIGN_IN_CODE_ASKED = Event("participant.sign_in_code_asked", "vroeg een code om in te loggen op een eigen pagina")
SIGN_IN_CODE_NOT_SENT = Event("participant.sign_in_code_not_sent", "kon een code voor een eigen pagina niet sturen")
SIGN_IN_CODE_TRIED = Event("participant.sign_in_code_tried", "vulde een code in voor een eigen pagina")
PAGES_OFFERED = Event("participant.pages_offered", "zag na inloggen met DigiD dat er een eigen pagina is")
SIGNED_IN = Event("participant.signed_in", "logde in op een eigen pagina, met DigiD")
SIGNED_OUT = Event("participant.signed_out", "meldde zich af van een eigen pagina")
OWN_PAGE_READ = Event("participant.own_page_read", "las de eigen pagina")
OWN_PAGE_ON_PAPER = Event("participant.own_page_on_paper", "gaf iemand de eigen pagina op papier")
PART_WITHHELD = Event("participant.part_withheld", "liet een deel van een eigen pagina weg, met een reden")
PART_SHOWN_AGAIN = Event("participant.part_shown_again", "liet een deel van een eigen pagina weer zien")
SOMEBODY_PROPOSED = Event("participant.somebody_proposed", "stelde op de eigen pagina iemand voor het netwerk voor")
DATE_ASKED = Event("participant.date_asked", "vroeg op de eigen pagina om een andere dag")
WISH_GRANTED = Event("participant.wish_granted", "zei ja op wat iemand op de eigen pagina wenste")
WISH_DECLINED = Event("participant.wish_declined", "zei nee op wat iemand op de eigen pagina wenste, met een reden")
OWN_PAGE_SET = Event("participant.own_page_set", "stelde de eigen pagina van de gemeente in")
