"""The tables of short lines."""

from houvast.short_lines.models.lines import LineCheck, LineContact, ShortLine
from houvast.short_lines.models.settings import LineSetting

__all__ = ["LineCheck", "LineContact", "LineSetting", "ShortLine"]
