"""Every line of the five real documents stands in the PDF that comes of its content file.

`tests/cases/sources` holds the texts line by line as fingerprints, for other people's documents are not committed:
a line is its length and the first digits of its hash, white space left out.
"""

import json
import re
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from samples import NOTICES, ROOT

from docgen.files import shelf_for
from docgen.pipeline import machine_fonts, make_notice

FINGERPRINTS = json.loads((Path(__file__).parent / "cases" / "sources.json").read_text(encoding="utf-8"))
NUMBER_LINE = re.compile(r"^— \d+ —$", re.MULTILINE)
HASH_DIGITS = 12


def bare(text):
    return "".join(text.split())


def pdf_text(pdf):
    """The text of a PDF without white space and page numbers, as a reader extracts it."""
    with pypdfium2.PdfDocument(pdf) as read:
        pages = [page.get_textpage().get_text_range().replace("\r", "") for page in read]
    return bare("".join(NUMBER_LINE.sub("", page) for page in pages)).replace("\x02", "-").replace("\ufffe", "-")


def fingerprint(text):
    return sha256(bare(text).encode()).hexdigest()[:HASH_DIGITS]


def windows(text, length):
    return {fingerprint(text[at : at + length]) for at in range(len(text) - length + 1)}


@pytest.fixture(scope="module")
def fonts():
    return machine_fonts()


@pytest.fixture(scope="module")
def texts(fonts):
    made = {}
    for file in NOTICES:
        result = make_notice(file.read_bytes(), file.name, shelf_for(file), fonts)
        assert {found.rule for found in result.diagnostics} <= {"定版"}
        made[file.stem] = pdf_text(result.pdf)
    return made


def test_the_five_notices_are_there():
    assert sorted(file.stem for file in NOTICES) == sorted(FINGERPRINTS)
    assert ROOT.joinpath("content", "notices").is_dir()


@pytest.mark.parametrize("stem", sorted(FINGERPRINTS))
def test_every_line_of_the_source_stands_in_the_pdf(stem, texts):
    text = texts[stem]
    by_length = {length: windows(text, length) for length in {length for length, _ in FINGERPRINTS[stem]["lines"]}}
    lost = [
        number for number, (length, mark) in enumerate(FINGERPRINTS[stem]["lines"]) if mark not in by_length[length]
    ]
    assert lost == []


@pytest.mark.parametrize("stem", sorted(FINGERPRINTS))
def test_what_was_mended_stands_in_a_comment_as_it_was(stem):
    file = ROOT / "content" / "notices" / f"{stem}.yaml"
    comments = "".join(line for line in file.read_text(encoding="utf-8").split("\n") if line.startswith("#"))
    assert [original for original in FINGERPRINTS[stem]["mended"] if original not in comments] == []
