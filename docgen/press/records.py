"""What was made of each document, kept beside the results by a digest of what it was made from.

A run that was interrupted finds there what is done; a print job takes its pages from there, one document at a time.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from msgspec import DecodeError, Struct
from msgspec.msgpack import Decoder, Encoder

from docgen.diagnostics import Diagnostic
from docgen.files import unwritable
from docgen.page import Pages

FILE = Path(".docgen", "records.sqlite")
"""Below the results; a file for each document would take as long to make as a third of the document."""
SCHEMA = """
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS records (key TEXT PRIMARY KEY, record BLOB NOT NULL);
"""
"""What a lost record costs is to make its document anew: nobody waits for the disk."""
SOUND = "ok"
LEVEL = 1
MOST_UNPACKED = 50_000_000
"""Bytes of a record; a page takes about ten thousand."""


class Record(Struct, frozen=True):
    """A document that was made: digests of its files by suffix, its pages, what was said of it."""

    files: dict[str, str]
    pages: Pages
    found: tuple[Diagnostic, ...]


ENCODER, DECODER = Encoder(), Decoder(Record)


def packed(record: Record) -> bytes:
    """A record as it is kept; the same record gives the same bytes."""
    return zlib.compress(ENCODER.encode(record), LEVEL)


def unpacked(kept: bytes) -> Record | None:
    """A record again; None if it is damaged."""
    try:
        return DECODER.decode(zlib.decompressobj().decompress(kept, MOST_UNPACKED))
    except (zlib.error, DecodeError):
        return None


class Store:
    """The records of a batch, which the process that carries it out writes and nobody else."""

    def __init__(self, records: sqlite3.Connection, file: Path) -> None:
        self._records, self._file = records, file
        self.name = file.name

    def put(self, made: Iterable[tuple[str, bytes]]) -> None:
        """Keep packed records by their keys, all or none.

        Raises:
            OutputError: they cannot be written.
        """
        with _said(self._file), self._records:
            self._records.executemany("REPLACE INTO records VALUES (?, ?)", made)

    def get(self, key: str) -> Record | None:
        """The record of that key; None where there is none, or it is damaged. Raises OutputError likewise."""
        with _said(self._file):
            found = self._records.execute("SELECT record FROM records WHERE key = ?", (key,)).fetchone()
        return unpacked(found[0]) if found else None

    def known(self) -> frozenset[str]:
        """The keys of all records. Raises OutputError likewise."""
        with _said(self._file):
            return frozenset(key for (key,) in self._records.execute("SELECT key FROM records"))

    def keep_only(self, keys: frozenset[str]) -> None:
        """Remove the records of what is no longer made. Raises OutputError likewise."""
        stale = [(key,) for key in self.known() - keys]
        with _said(self._file), self._records:
            self._records.executemany("DELETE FROM records WHERE key = ?", stale)


@contextmanager
def store(out: Path) -> Iterator[Store]:
    """The records below the results of a batch; a file that is none, or damaged, is begun anew.

    Raises:
        OutputError: it cannot be written.
    """
    file = out / FILE
    with _said(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        if not _is_sound(file):
            file.unlink()
        records = sqlite3.connect(file)
    with closing(records):
        with _said(file):
            records.executescript(SCHEMA)
        yield Store(records, file)


def _is_sound(file: Path) -> bool:
    """Whether SQLite finds nothing amiss in a file; where there is none, it makes one."""
    with closing(sqlite3.connect(file)) as records:
        try:
            said: str = records.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            return False
    return said == SOUND


@contextmanager
def _said(file: Path) -> Iterator[None]:
    """What SQLite and the disk complain of, in words for a clerk."""
    try:
        yield
    except OSError as reason:
        raise unwritable(file, reason.strerror or str(reason)) from None
    except sqlite3.Error as reason:
        raise unwritable(file, str(reason)) from None


def is_finished(record: Record, stem: Path) -> bool:
    """Whether the files of a record are there as they were made."""
    return all(digest_of(stem, suffix) == made for suffix, made in record.files.items())


def digest_of(stem: Path, suffix: str) -> str:
    """The SHA-256 of a file; empty where there is none."""
    try:
        return sha256(Path(f"{stem}.{suffix}").read_bytes()).hexdigest()
    except OSError:
        return ""
