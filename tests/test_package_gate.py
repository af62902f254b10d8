"""Files that are no DOCX, or hostile: each is refused with one reason and nothing is unpacked, fetched or raised."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx_files import (
    CONTENT,
    OFFICE,
    content_types,
    document,
    docx_file,
    p,
    parts,
    refused,
    relations,
    root,
    tbl,
    zipped,
)

from docgen import package
from docgen.diagnostics import Place, error
from docgen.read import read

BROKEN = "不是完好的 Word 文档，可能没有下载或复制完整"
UNREADABLE = "文件不是 .docx（打不开压缩包）"


def replaced(name, content):
    return zipped({**parts(p("文")), name: content})


def without(name):
    return zipped({key: content for key, content in parts(p("文")).items() if key != name})


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"%PDF-1.7", "公文".encode(), b"PK\x03\x04", b"PK\x05\x06" + b"\x00" * 9]
)
def test_what_is_no_archive_is_refused(data):
    assert refused(data) == UNREADABLE


def test_an_old_or_encrypted_document_is_refused_with_advice():
    found, diagnostics = read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512, "a.doc")
    assert found is None
    assert diagnostics == (
        error(
            "文件格式",
            Place("a.doc"),
            "这是加密的文档或旧版 .doc 文件，不是 .docx",
            "请在 Word 或 WPS 中去掉密码，另存为 .docx",
        ),
    )


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_cut_off_is_refused(share):
    whole = docx_file(p("文"))
    assert refused(whole[: int(len(whole) * share)]) == UNREADABLE


def test_an_archive_without_a_document_is_refused():
    assert refused(zipped({"a.txt": "文"})) == BROKEN


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
def test_a_package_without_a_part_that_it_needs_is_refused(name):
    assert refused(without(name)) == BROKEN


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("[Content_Types].xml", "<a/>"),
        ("_rels/.rels", "<a/>"),
        ("_rels/.rels", relations(("main", f"{OFFICE}/officeDocument", "word/none.xml"))),
        ("word/_rels/document.xml.rels", relations(("r1", f"{OFFICE}/styles", "none.xml"))),
        ("word/document.xml", "<w:document"),
        ("word/document.xml", b"\xff\xfe\x00"),
        ("word/document.xml", ""),
    ],
)
def test_a_package_with_a_broken_part_is_refused(name, content):
    assert refused(replaced(name, content)) == BROKEN


@pytest.mark.parametrize("content", [root("document", ""), root("body", "<w:body/>"), "<a/>"])
def test_a_document_without_a_body_is_refused(content):
    assert refused(replaced("word/document.xml", content)) == "文档里没有正文"


def test_a_document_with_two_bodies_is_refused():
    twice = f"<w:body>{p('文')}</w:body>" * 2
    assert refused(replaced("word/document.xml", root("document", twice))) == "文档里有不止一个正文"


@pytest.mark.parametrize("kind", ["template.main+xml", "stylesWithEffects+xml"])
def test_another_kind_of_file_is_named(kind):
    types = content_types({"word/document.xml": f"{CONTENT}.{kind}"})
    message = refused(replaced("[Content_Types].xml", types))
    assert message == f"不是 .docx 文档，可能是模板、带宏的文档或其他文件（{CONTENT}.{kind}）"


def test_too_many_entries_are_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_ENTRIES", 4)
    assert document(p("文")).text == "文"
    monkeypatch.setattr(package, "MAX_ENTRIES", 3)
    assert refused(docx_file(p("文"))) == "压缩包里有 4 个文件，超过 3 个"


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MAX_UNPACKED", 1_000)
    assert refused(docx_file(p("文"))) == "解压后超过 0 MB"


def test_a_part_that_swells_too_much_is_refused():
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<" * 2_000_000)
    assert refused(buffer.getvalue()) == "word/document.xml 的压缩比异常，可能是恶意文件"


def test_a_small_part_may_swell(monkeypatch):
    monkeypatch.setattr(package, "MAX_RATIO", 2)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in parts(p("文" * 1000)).items():
            archive.writestr(name, content)
    assert read(buffer.getvalue(), "试验.docx")[1] == ()


@pytest.mark.parametrize("name", ["../a.xml", "word/../../a.xml", "/etc/a.xml", "word\\..\\a.xml", "\\a.xml"])
def test_a_path_that_leaves_the_archive_is_refused(name):
    assert refused(replaced(name, "<a/>")) == f"压缩包里有不安全的路径 {name}"


def test_two_dots_inside_a_name_are_no_path():
    assert read(replaced("word/a..b.xml", "<a/>"), "试验.docx")[1] == ()


def damaged(method):
    """A file whose document.xml does not unpack, or asks for a password."""
    data = bytearray(docx_file(p("文")))
    return bytes(method(data, data.index(b"word/document.xml"), data.rindex(b"word/document.xml")))


def with_wrong_bytes(data, local, central):
    data[local + 17 : local + 37] = bytes(20)
    return data


def with_password(data, local, central):
    data[local - 24] |= 1
    data[central - 38] |= 1
    return data


def with_strange_packing(data, local, central):
    data[local - 22] = data[central - 36] = 99
    return data


def as_deflated(data, local, central):
    data[local - 22] = data[central - 36] = 8
    return data


def as_lzma(data, local, central):
    data[local - 22] = data[central - 36] = 14
    return data


def as_bzip2(data, local, central):
    data[local - 22] = data[central - 36] = 12
    return data


@pytest.mark.parametrize("method", [with_wrong_bytes, with_strange_packing, as_deflated, as_lzma, as_bzip2])
def test_a_part_that_does_not_unpack_is_refused(method):
    assert refused(damaged(method)) == BROKEN


def test_an_archive_with_a_password_is_refused():
    assert refused(damaged(with_password)) == "压缩包加了密码"


SECRET = "机密内容"


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_a_part_with_entities_is_refused_and_nothing_is_fetched(tmp_path, part):
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    found = parts(p("文"), styles="", core="<cp:coreProperties xmlns:cp='c'/>")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    data = zipped({**found, part: entity + found[part].replace("文", "&e;")})
    assert refused(data) == f"/{part} 带有 DTD，Word 文档不允许有"


def test_entities_that_multiply_are_refused():
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    document_xml = f'<!DOCTYPE x [<!ENTITY l0 "哈哈哈">{laughs}]><w:document xmlns:w="w" a="&l9;"/>'
    assert refused(replaced("word/document.xml", document_xml)) == BROKEN


@pytest.mark.parametrize("levels", [300, 5_000])
def test_content_controls_that_nest_without_end_are_refused(levels):
    body = "<w:sdt><w:sdtContent>" * levels + p("文") + "</w:sdtContent></w:sdt>" * levels
    assert refused(docx_file(body)) == BROKEN


def test_content_controls_as_deep_as_xml_may_be_are_read():
    levels = 120
    body = "<w:sdt><w:sdtContent>" * levels + p("文") + "</w:sdtContent></w:sdt>" * levels
    assert document(body).text == "文"


def nested(levels):
    inner = p("文")
    for _ in range(levels):
        inner = tbl(f"<w:tr><w:tc>{inner}{p()}</w:tc></w:tr>")
    return inner


def test_tables_in_tables_are_read_to_twenty_levels():
    assert document(nested(20)).text.strip() == "文"


def test_tables_nested_deeper_are_refused():
    assert refused(docx_file(nested(21))) == "表格套表格超过 20 层"


def test_tables_nested_too_deep_in_a_footer_are_refused():
    footer = ("f1", "footer", "footer1.xml", root("ftr", nested(21)))
    assert refused(docx_file(p("文"), related=[footer])) == "表格套表格超过 20 层"


def test_parts_related_in_a_long_chain_are_refused():
    chain = {f"word/_rels/a{at}.bin.rels": relations(("r1", f"{OFFICE}/x", f"a{at + 1}.bin")) for at in range(2_000)}
    types = content_types({"word/document.xml": f"{CONTENT}.document.main+xml"}).replace('"png"', '"bin"')
    links = relations(("r1", f"{OFFICE}/x", "a0.bin"))
    blobs = {f"word/a{at}.bin": "" for at in range(2_001)}
    data = zipped(
        {**parts(p("文")), "[Content_Types].xml": types, "word/_rels/document.xml.rels": links, **chain, **blobs}
    )
    assert refused(data) == BROKEN
