"""Work as the owner of the tables, in a command: for what the application role may not do."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections


@contextmanager
def as_owner() -> Iterator[None]:
    """Let the connection that everything uses be the owner's for a while; where there is one role, nothing changes.

    So a fact and its entry in the log stay one transaction. Never in a server: only a command calls this.
    """
    if "owner" not in connections:
        yield
        return
    connection = connections["default"]
    own = {name: connection.settings_dict[name] for name in ("USER", "PASSWORD")}
    connection.close()
    connection.settings_dict.update({name: connections["owner"].settings_dict[name] for name in own})
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(own)
