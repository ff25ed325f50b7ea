"""A database apart from the live file: in memory, and nowhere else."""

import duckdb


def in_memory(**config: str | int) -> duckdb.DuckDBPyConnection:
    """A connection to an empty database in memory.

    What does not fit raises OutOfMemoryException: left to itself DuckDB would spill children's rows, unencrypted, to a folder
    `.tmp` wherever the process was started, and a killed one would leave them there.
    """
    return duckdb.connect(":memory:", config={"temp_directory": "", **config})
