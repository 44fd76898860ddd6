"""Who speaks for a resident, as far as letters need it: pure. Whether that is so, a higher room says."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Represents:
    """That somebody represents a resident: `who_id` is a resident of the case or somebody of the network."""

    who_id: UUID
    resident_id: UUID
    as_what: str
