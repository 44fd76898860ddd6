"""What is wrong with one cell or one row, in words a coordinator understands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A refusal or warning: line in the file, heading as it stands in the file, reason as a Dutch sentence.

    The reason never repeats what is known of the person, because reports are kept longer than lists.
    """

    row: int
    column: str
    reason: str
