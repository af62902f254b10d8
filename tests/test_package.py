"""The bytes of a DOCX: the same for the same document, whenever and wherever it is written."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from docgen.package import OWN, package_bytes, set_moment


def made(text="文"):
    document = docx.Document()
    document.add_paragraph(text)
    return document


def entries(data):
    return ZipFile(BytesIO(data)).infolist()


def test_the_same_document_gives_the_same_bytes():
    assert package_bytes(made()) == package_bytes(made())


def test_no_entry_bears_a_time_of_its_own():
    assert {entry.date_time for entry in entries(package_bytes(made()))} == {(1980, 1, 1, 0, 0, 0)}


def test_content_types_stand_first_and_the_rest_in_order():
    first, *rest = (entry.filename for entry in entries(package_bytes(made())))
    assert first == "[Content_Types].xml"
    assert rest[-2:] == [*OWN]
    assert rest[:-2] == sorted(rest[:-2])
    assert "word/document.xml" in rest


def test_entries_are_packed_and_readable():
    found = entries(package_bytes(made()))
    assert {entry.compress_type for entry in found} == {ZIP_DEFLATED}
    assert {entry.external_attr >> 16 for entry in found} == {0o600}


def test_no_part_is_lost_or_changed():
    buffer = BytesIO()
    made().save(buffer)
    written, packed = ZipFile(buffer), ZipFile(BytesIO(package_bytes(made())))
    assert sorted(written.namelist()) == sorted(packed.namelist())
    assert all(written.read(name) == packed.read(name) for name in written.namelist())


@pytest.mark.parametrize("text", ["文", "a & b < c"])
def test_the_bytes_are_a_document_again(text):
    assert [each.text for each in docx.Document(BytesIO(package_bytes(made(text)))).paragraphs] == [text]


def dates(document):
    core = document.core_properties
    return core.created, core.modified, core.last_printed


def test_a_document_may_bear_the_time_at_which_it_was_made():
    document = made()
    set_moment(document, 86_400.0)
    day = datetime(1970, 1, 2, tzinfo=UTC)
    assert dates(docx.Document(BytesIO(package_bytes(document)))) == (day, day, None)


def test_a_document_may_bear_no_time_at_all():
    document = made()
    document.core_properties.last_printed = datetime(2020, 1, 1)
    document.core_properties.title = "题"
    set_moment(document, None)
    written = docx.Document(BytesIO(package_bytes(document)))
    assert dates(written) == (None, None, None)
    assert written.core_properties.title == "题"
