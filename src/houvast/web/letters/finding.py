"""Finding a letter by its id, with its case."""

from uuid import UUID

from houvast.cases.selectors import bands
from houvast.cases.selectors.bands import FoundCase
from houvast.kernel.errors import NotVisible
from houvast.letters.selectors.reading import LetterLine, letter
from houvast.web.door import DoorRequest


def find(request: DoorRequest, letter_id: UUID) -> tuple[FoundCase, LetterLine]:
    """Give a letter that the viewer may read, and its case. Raises `NotVisible`."""
    line = letter(request.viewer, letter_id, now=request.now)
    found = bands.by_ids(request.viewer, [line.case_id], now=request.now).get(line.case_id)
    if found is None:
        raise NotVisible
    return found, line
