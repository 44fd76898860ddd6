"""The commands of `houvast`: one module each, with a `COMMAND`. A new one is a file here and a line in the register."""

from collections.abc import Mapping
from importlib import import_module

from houvast.cli.command import Command

REGISTER: Mapping[str, str] = {
    "migrate": "houvast.cli.commands.migrate",
    "serve": "houvast.cli.commands.serve",
    "check-database": "houvast.cli.commands.check_database",
    "seal-log": "houvast.cli.commands.seal_log",
    "keys": "houvast.cli.commands.keys",
    "audit": "houvast.cli.commands.audit",
    "first-administrator": "houvast.cli.commands.first_administrator",
    "health": "houvast.cli.commands.health",
    "destroy": "houvast.cli.commands.destroy",
    "replay-destructions": "houvast.cli.commands.replay_destructions",
    "import-e33": "houvast.cli.commands.read_police_list",
    "tidy-documents": "houvast.cli.commands.tidy_documents",
    "practice-region": "houvast.cli.commands.practice_region",
    "ave": "houvast.cli.commands.ave",
}


def commands() -> dict[str, Command]:
    """Load every command in the register, in the order in which the help lists them."""
    return {name: _load(module) for name, module in REGISTER.items()}


def _load(module: str) -> Command:
    command = import_module(module).COMMAND
    if not isinstance(command, Command):
        raise TypeError(f"{module}.COMMAND is not a Command")
    return command
