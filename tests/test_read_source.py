"""What was met and not understood: one warning for each thing, at the first place where it stood."""

from docgen.diagnostics import Place, Severity
from docgen.read.source import Source
from docgen.read.styles import read_styles


def source():
    return Source("试验.docx", read_styles(None, {}), part=None)


def test_numbers_count_the_paragraphs_of_the_body():
    found = source()
    assert [found.next_index() for _ in range(3)] == [0, 1, 2]


def test_paragraphs_of_a_header_are_not_counted():
    body = source()
    head = body.in_margin(part=None)
    assert [head.next_index(), body.next_index(), head.next_index()] == [-1, 0, -1]


def test_each_thing_is_reported_once_with_its_first_place_and_its_number():
    found = source()
    found.report("字符格式", "em")
    found.next_index()
    found.report("字符格式", "em")
    found.report("图形", "pict")
    found.in_margin(part=None).report("图形", "pict")
    one, two = found.diagnostics()
    assert (one.severity, one.rule, one.place) == (Severity.WARNING, "未支持的内容", Place("试验.docx", spot="第1段"))
    assert one.message == "字符格式 em 未支持，共 2 处，版面可能与 Word 不同"
    assert (two.place.spot, two.message) == ("第2段", "图形 pict 未支持，共 2 处，版面可能与 Word 不同")


def test_what_only_a_header_holds_is_said_to_stand_there():
    found = source()
    found.in_margin(part=None).report("图形", "pict")
    assert [each.place.spot for each in found.diagnostics()] == ["页眉页脚"]


def test_nothing_unknown_gives_no_warning():
    assert source().diagnostics() == ()
