"""pipeline: one content file through all stages; one mistake, one clear message, nothing made."""

import gc
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest
from samples import NOTICES, ROOT, form, template

from docgen.diagnostics import Severity
from docgen.files import shelf_for
from docgen.load import Stock
from docgen.pipeline import Shelf, machine_fonts, make_notice, make_pdf

GOOD = "模板: 大工发\n标题: 关于试验的通知\n正文: |\n  一、要求\n  正文。\n"
EVERY_ELEMENT = ROOT / "tests" / "cases" / "notices" / "全部要素.yaml"


@pytest.fixture(scope="module")
def fonts():
    return machine_fonts()


def shelf(**changes):
    parts = {"template": template, "form": form, "list_file": lambda name: b"", "stock": Stock()}
    return Shelf(**{**parts, **changes})


def made(text, fonts, **changes):
    return make_notice(text.encode(), "甲.yaml", shelf(**changes), fonts)


def refusals(text, fonts, **changes):
    result = made(text, fonts, **changes)
    assert (result.docx, result.pdf) == (None, None)
    return [str(found) for found in result.diagnostics if found.severity.value == "错误"]


def test_a_content_file_becomes_a_word_file_and_a_pdf(fonts):
    result = made(GOOD, fonts)
    assert result.diagnostics == ()
    assert ZipFile(BytesIO(result.docx)).testzip() is None
    assert result.pdf.startswith(b"%PDF")
    assert len(result.pages.pages) == 1


def test_two_builds_give_the_same_bytes(fonts):
    first, second = made(GOOD, fonts), made(GOOD, machine_fonts())
    assert (first.docx, first.pdf) == (second.docx, second.pdf)


def test_the_pdf_says_what_it_is_and_has_bookmarks(fonts):
    text = GOOD.replace("正文: |", "发文字号: 大工发〔2026〕1号\n署名: 大连市总工会\n成文日期: 2026年1月5日\n正文: |")
    with pypdfium2.PdfDocument(made(text, fonts).pdf) as pdf:
        info = pdf.get_metadata_dict()
        titles = [(mark.level, mark.get_title()) for mark in pdf.get_toc()]
    assert (info["Title"], info["Author"], info["Subject"]) == ("关于试验的通知", "大连市总工会", "大工发〔2026〕1号")
    assert titles == [(0, "关于试验的通知"), (1, "一、要求")]


def test_rare_characters_are_served_and_named(fonts):
    result = made(GOOD.replace("正文。", "李镕、王喆、张玥。"), fonts)
    assert result.pdf is not None
    assert [found.rule for found in result.diagnostics] == ["生僻字"] * 3


def test_a_character_that_no_face_has_stops_the_document(fonts):
    assert refusals(GOOD.replace("正文。", "奇字\U0002a6a5。"), fonts) == [
        "甲.docx:第8段: 错误: 没有字体能显示“\U0002a6a5”（U+2A6A5）（请安装含有此字的字体，或改用别的字）"
    ]


def test_a_document_with_every_element_is_made(fonts):
    result = make_notice(EVERY_ELEMENT.read_bytes(), str(EVERY_ELEMENT), shelf_for(EVERY_ELEMENT), fonts)
    assert {found.rule for found in result.diagnostics} == {"生僻字", "定版"}
    styles = {item.style for page in result.pages.pages for item in page.texts}
    assert styles >= {
        "版头", "密级和保密期限", "紧急程度", "发文机关标志", "签发人", "签发人续", "公文标题", "主送机关", "公文正文",
        "一级标题", "二级标题", "三级标题", "四级标题", "表头", "表文", "名单", "附件说明首项", "附件说明次项", "盖章署名",
        "成文日期", "附注", "附件标签", "附件标题", "条目标题", "条目", "抄送机关", "印发机关", "单页码", "双页码",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "messages"),
    [
        (("标题: 关于试验的通知\n", ""), ["甲.yaml:1:1: 错误: 缺少“标题”"]),
        (("标题:", "标提:"), ["甲.yaml:2:1: 错误: 没有“标提”这个键（是不是“标题”？）"]),
        (("模板: 大工发", "模板: 大工發"), ["甲.yaml:1:5: 错误: “模板”写的是“大工發”，没有这个模板（是不是“大工发”？）"]),
        (("模板: 大工发", "模板: 大工发\n成文日期: 2018年2月30日"), ["甲.yaml:2:7: 错误: “成文日期”"]),
        (("模板: 大工发", "模板: 大工发\n发文字号: 大工发[2018]04号"), ["甲.yaml:2:7: 错误: “发文字号”写的是“大工发[2018]04号”"]),
        (("正文: |\n  一、要求\n  正文。\n", "正文:\n"), ["甲.yaml:"]),
        (("正文。", "共{{ 名单|数 }}人。"), ["甲.yaml:5:"]),
    ],
)  # fmt: skip
def test_a_mistake_in_the_content_gives_one_message_with_its_place(change, messages, fonts):
    found = refusals(GOOD.replace(*change), fonts, stock=Stock(frozenset(("大工发",)), frozenset()))
    assert len(found) == len(messages)
    assert all(text.startswith(wanted) for text, wanted in zip(found, messages, strict=True))


def test_all_mistakes_of_a_file_are_told_at_once(fonts):
    text = "模板: 大工发\n标提: 甲\n发文字号: 大工发[2018]4号\n成文日期: 2018年13月1日\n正文: 乙\n"
    assert len(refusals(text, fonts)) == 3


def test_a_missing_list_file_is_named(fonts):
    def nothing(name):
        raise FileNotFoundError(name)

    text = GOOD + "数据:\n  名单: {文件: 名单.xlsx}\n"
    assert "名单.xlsx" in refusals(text, fonts, list_file=nothing)[0]


def test_a_damaged_template_is_named(fonts):
    assert refusals(GOOD, fonts, template=lambda name: b"no zip")[0].startswith(
        "大工发.docx: 错误: 文件不是 .docx（打不开压缩包）"
    )


def test_any_word_file_becomes_a_pdf_unchanged(fonts):
    docx = made(GOOD, fonts).docx
    result = make_pdf(docx, "甲.docx", fonts)
    assert result.docx == docx
    assert result.pdf == made(GOOD, fonts).pdf


def test_a_file_that_is_no_word_file_is_refused(fonts):
    result = make_pdf(b"no zip", "甲.docx", fonts)
    assert result.pdf is None
    assert str(result.diagnostics[0]).startswith("甲.docx: 错误: 文件不是 .docx")


@pytest.mark.parametrize("file", NOTICES, ids=lambda file: file.stem)
def test_every_notice_is_made_without_a_word_but_of_what_was_decided(file, fonts):
    result = make_notice(file.read_bytes(), file.name, shelf_for(file), fonts)
    said = [found.message for found in result.diagnostics]
    assert said == [decision.sentence for decision in result.decisions]
    assert {found.severity for found in result.diagnostics} <= {Severity.NOTE}
    assert result.pdf is not None


def test_no_search_for_garbage_goes_on_while_a_document_is_made(fonts):
    seen = []

    def watched(name):
        seen.append(gc.isenabled())
        return template(name)

    assert gc.isenabled()
    made(GOOD, fonts, template=watched)
    assert (seen, gc.isenabled()) == ([False], True)


def test_the_search_stays_off_for_those_who_switched_it_off(fonts):
    gc.disable()
    try:
        made(GOOD, fonts)
        assert not gc.isenabled()
    finally:
        gc.enable()
