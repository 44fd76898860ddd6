"""Saying that a file does not come in."""


class NotAccepted(Exception):
    """A file does not come in; the message says in Dutch why, and what to do."""

    def __init__(self, message: str) -> None:
        """Keep the message for the person."""
        super().__init__(message)
        self.message = message
