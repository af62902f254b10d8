"""What was made of each document, kept beside the results by a digest of what it was made from.

A run that was interrupted finds there what is done; a print job takes its pages from there, one document at a time.
"""

from __future__ import annotations

import zlib
from hashlib import sha256
from pathlib import Path

from msgspec import DecodeError, Struct
from msgspec.msgpack import Decoder, Encoder

from docgen.diagnostics import Diagnostic
from docgen.files import write_whole
from docgen.page import Pages

FOLDER = ".docgen"
SUFFIX = ".pages"
LEVEL = 1
MOST_UNPACKED = 50_000_000
"""Bytes of a record; a page takes about twenty thousand."""


class Record(Struct, frozen=True):
    """A document that was made: digests of its files by suffix, its pages, what was said of it."""

    files: dict[str, str]
    pages: Pages
    found: tuple[Diagnostic, ...]


PACKED, UNPACKED = Encoder(), Decoder(Record)


class Store(Struct, frozen=True):
    """The records of a batch, in a folder of their own under its results."""

    out: Path

    def path(self, key: str) -> Path:
        """The file of a record."""
        return self.out / FOLDER / f"{key}{SUFFIX}"

    def put(self, key: str, record: Record) -> None:
        """Keep a record.

        Raises:
            OutputError: it cannot be written.
        """
        write_whole(self.path(key), zlib.compress(PACKED.encode(record), LEVEL))

    def get(self, key: str) -> Record | None:
        """The record of that key; None where there is none, or it is damaged."""
        try:
            packed = self.path(key).read_bytes()
            return UNPACKED.decode(zlib.decompressobj().decompress(packed, MOST_UNPACKED))
        except (OSError, zlib.error, DecodeError):
            return None

    def finished(self, key: str, stem: Path) -> Record | None:
        """The record, if its files are there as they were made."""
        record = self.get(key)
        if record is None or any(digest_of(stem, suffix) != made for suffix, made in record.files.items()):
            return None
        return record

    def keep_only(self, keys: frozenset[str]) -> None:
        """Remove the records of what is no longer made."""
        folder = self.out / FOLDER
        for file in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
            if file.stem not in keys:
                file.unlink(missing_ok=True)


def digest_of(stem: Path, suffix: str) -> str:
    """The SHA-256 of a file; empty where there is none."""
    try:
        return sha256(Path(f"{stem}.{suffix}").read_bytes()).hexdigest()
    except OSError:
        return ""
