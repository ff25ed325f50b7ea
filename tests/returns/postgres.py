"""A real PostgreSQL server for the tests, started by them and gone after: a port of its own, a password, no disk sync."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine
from sqlalchemy.pool import NullPool

PASSWORD = "s3cret@/:word"  # with what an address must escape
TOOLS = Path(__file__).resolve().parents[2] / "tools"


@dataclass(frozen=True)
class Server:
    """superuser: makes tables. reader: may only read."""

    port: int

    def address(
        self, user: str = "undrift_reader", password: str = PASSWORD, database: str = "postgres"
    ) -> str:
        url = URL.create("postgresql+pg8000", user, password, "127.0.0.1", self.port, database)
        return url.render_as_string(hide_password=False)

    def engine(self) -> Engine:
        return create_engine(self.address("undrift_owner"), poolclass=NullPool)


@contextmanager
def server() -> Iterator[Server]:
    """Start one; the role undrift_reader may read what the owner makes and do no more."""
    sys.path.insert(0, str(TOOLS))
    try:
        from install_postgres import find_postgres  # type: ignore[import-not-found,unused-ignore]
    finally:
        sys.path.remove(str(TOOLS))
    programs = find_postgres()
    assert programs, "no PostgreSQL was found: run tools/install_postgres.py"
    # Not under pytest's own folder, which the server's user may not enter.
    folder = Path(tempfile.mkdtemp(prefix="undrift-postgres-"))
    # PostgreSQL refuses to run as root.
    user = None
    if os.geteuid() == 0:
        user = next(
            name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()}
        )
        shutil.chown(folder, user)
    words = folder / "password"
    words.write_text(PASSWORD + "\n")
    words.chmod(0o644)

    def run(*command: str | Path) -> None:
        done = subprocess.run(
            list(map(str, command)), user=user, capture_output=True, text=True, check=False, cwd=folder,
            # The server outlives pg_ctl and would hold its pipes open.
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    try:
        run(programs / "initdb", "-D", data, "-U", "undrift_owner", "--pwfile", words, "--auth", "scram-sha-256",
            "--encoding", "UTF8", "--locale", "C", "--no-sync")  # fmt: skip
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        run(programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-t", "600", "-o", settings, "start")
        made = Server(port)
        with made.engine().begin() as connection:
            connection.exec_driver_sql(
                f"CREATE ROLE undrift_reader LOGIN PASSWORD '{PASSWORD}';"
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO undrift_reader"
            )
        yield made
        run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
