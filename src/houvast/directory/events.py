"""What happens in the directory and at the door, as the audit log says it."""

from houvast.audit.events import Event

MUNICIPALITY_REGISTERED = Event("directory.municipality_registered", "nam een gemeente op")
MODEL_ADOPTED = Event("directory.model_adopted", "stelde een versie van het AVE-model vast")
ORGANISATION_REGISTERED = Event("directory.organisation_registered", "nam een organisatie op")
TEAM_REGISTERED = Event("directory.team_registered", "nam een team op")
MEMBER_REGISTERED = Event("directory.member_registered", "nam een medewerker op")
MEMBER_ENDED = Event("directory.member_ended", "legde vast dat een medewerker weggaat")
FUNCTION_GIVEN = Event("directory.function_given", "gaf een medewerker een functie")
FUNCTION_ENDED = Event("directory.function_ended", "beëindigde de functie van een medewerker")
MANDATE_GIVEN = Event("directory.mandate_given", "gaf een medewerker mandaat")
STAND_IN_NAMED = Event("directory.stand_in_named", "wees een vervanger aan")
DUO_FORMED = Event("directory.duo_formed", "vormde een duo")
ACCOUNT_OPENED = Event("account.opened", "opende een account")
REPAIR_ASKED = Event("account.repair_asked", "vroeg herstel van een tweede factor")
REPAIR_APPROVED = Event("account.repair_approved", "keurde herstel van een tweede factor goed")
FACTOR_ENROLLED = Event("account.factor_enrolled", "stelde een tweede factor in")
PASSWORD_CHANGED = Event("account.password_changed", "wijzigde het eigen wachtwoord")
SIGNED_IN = Event("account.signed_in", "logde in")
SIGN_IN_FAILED = Event("account.sign_in_failed", "een poging om in te loggen mislukte")
SIGN_IN_LOCKED = Event("account.sign_in_locked", "inloggen werd na te veel pogingen tijdelijk gesloten")
SIGNED_OUT = Event("account.signed_out", "logde uit")
