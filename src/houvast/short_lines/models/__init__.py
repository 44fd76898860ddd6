"""The tables of short lines."""

from houvast.short_lines.models.lines import LineCheck, LineContact, ShortLine
from houvast.short_lines.models.questions import ColleagueQuestion
from houvast.short_lines.models.settings import LineSetting

__all__ = ["ColleagueQuestion", "LineCheck", "LineContact", "LineSetting", "ShortLine"]
