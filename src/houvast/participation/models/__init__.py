"""The tables of taking part."""

from houvast.participation.models.codes import PersonalCode, SignInCode
from houvast.participation.models.participants import Participant, ParticipantEnd
from houvast.participation.models.settings import OwnPageSetting
from houvast.participation.models.wishes import Wish
from houvast.participation.models.withholding import WithheldPart

__all__ = ["OwnPageSetting", "Participant", "ParticipantEnd", "PersonalCode", "SignInCode", "Wish", "WithheldPart"]
