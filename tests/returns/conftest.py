"""What the tests of readers can ask for."""

from collections.abc import Iterator

import pytest

from tests.returns import postgres


@pytest.fixture(scope="session")
def database() -> Iterator[postgres.Server]:
    """A PostgreSQL server for this test process."""
    with postgres.server() as made:
        yield made
