"""`houvast serve`."""

import os
import runpy
import select
import socket
import sys
from argparse import ArgumentParser, Namespace

from houvast.cli.checkpoints import LOOK_EVERY_SECONDS, keep_going
from houvast.cli.command import Command
from houvast.configuration import LOOPBACK

WORKERS = 2
THREADS = 4


def add_arguments(parser: ArgumentParser) -> None:
    """Take whether only to look if the port is free."""
    parser.add_argument("--check-port", action="store_true", help="start niet, kijk alleen of de poort vrij is")


def run(arguments: Namespace) -> int:
    """Serve until stopped, after making sure that the port is free and the database is fit to serve."""
    from django.conf import settings

    host = LOOPBACK if settings.CONFIGURATION.practice else ""
    port = settings.CONFIGURATION.port
    if not port_is_free(host, port):
        print(f"Poort {port} is bezet. Kies een andere, bijvoorbeeld: PORT={port + 1}", file=sys.stderr)
        return 1
    if arguments.check_port:
        return 0
    obstacles, warned = _look(practice=settings.CONFIGURATION.practice)
    for line in obstacles + warned:
        print(line, file=sys.stderr)
    if obstacles:
        return 1
    print(f"Houvast draait op http://localhost:{port} (stoppen: Ctrl+C)", flush=True)
    _keep_making_checkpoints()
    _serve(f"{host}:{port}")
    return 0


def port_is_free(host: str, port: int) -> bool:
    """Say whether a server could listen there: nobody else does."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _look(*, practice: bool) -> tuple[list[str], list[str]]:
    """Give what keeps the server from starting, and what only needs somebody soon; nothing of that in practice."""
    from django.db import connections

    from houvast.cli.checkpoints import now
    from houvast.upkeep.readiness import obstacles, warnings

    found = obstacles(practice=practice)
    warned = [] if found or practice else warnings(now=now())
    connections.close_all()  # the workers are forks of this process and must not share its connection
    return found, warned


def _keep_making_checkpoints() -> None:
    """Start a process of its own that makes the checkpoints of the log as long as this server is there.

    It holds the other end of a pipe that closes when this server is gone, in whatever way.
    """
    reading, _writing = os.pipe()
    if os.fork():
        os.close(reading)
        return
    os.close(_writing)
    os.setsid()
    try:
        keep_going(lambda: not select.select([reading], [], [], LOOK_EVERY_SECONDS)[0])
    finally:
        os._exit(0)


def _serve(address: str) -> None:
    sys.argv = [
        "gunicorn",
        f"--bind={address}",
        f"--workers={WORKERS}",
        f"--threads={THREADS}",
        "--preload",
        "--no-control-socket",
        "--log-level=warning",
        "houvast.wsgi:application",
    ]
    runpy.run_module("gunicorn", run_name="__main__")


COMMAND = Command("Start de webserver (PORT, zonder: 8000).", run, add_arguments)
