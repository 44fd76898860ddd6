"""Where sealed text of this room belongs: the first half of its place."""

DISCLOSURE = "sharing_disclosure.content"
TURN = "sharing_disclosureturn.reason"
CONSENT_NAME = "sharing_consent.giver_name"
CONSENT_ABOUT = "sharing_consent.about"
CONSENT_END = "sharing_consentend.reason"
