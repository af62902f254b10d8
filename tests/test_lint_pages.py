"""Page rules: each finds what is wrong on pages, and none speaks about pages that docgen made."""

import pytest
from documents import cell, document, para, row, run, section, sheet, table
from fake_fonts import FakeFonts
from formats import CONTENTS, made_from_file
from msgspec.structs import replace
from samples import NOTICES, ROOT
from settling import ATTACHED, IMPRINT, MANY, SIGNED, case, notice, settle_whole

from docgen.files import shelf_for
from docgen.formats import Border, Edges
from docgen.layout import lay_out
from docgen.lint import check_pages
from docgen.lint.families import BY_NAME, PAGE_RULES
from docgen.lint.sheets import DEPTH, LEFT, MEASURE, TOP, Sheets
from docgen.page import BLACK, Face, Page, Pages, Rule, Text
from docgen.pipeline import machine_fonts, make_notice, set_pages
from docgen.units import points_from_mm

QUIET = sorted(file for file in (ROOT / "tests" / "cases" / "quiet").glob("*.yaml") if file.stem != "纪要")
"""The 纪要 needs a template of its own."""
KNOWN = {"大连市总工会2012年工作要点": ["标题外形"]}
"""Its clerk broke the title into two lines of eleven characters each."""
OWN = sorted((ROOT / "tests" / "cases" / "notices").glob("*.yaml"))
A4 = (points_from_mm(210.0), points_from_mm(297.0))
FACE = Face("试", "")
RIGHT_MARGIN = A4[0] - LEFT - MEASURE
WHOLE = {**SIGNED, **IMPRINT, **ATTACHED}


def laid(given):
    return Sheets("试验.docx", given, lay_out(given, FakeFonts(), "试验.docx")[0])


def of_case(found):
    return Sheets("试验.docx", found.document, found.pages)


def of_blocks(*blocks, paper=None):
    return laid(document(section(*blocks, paper=paper)))


def of_pages(*pages, given=None):
    return Sheets("试验.docx", given or document(section("文")), Pages(pages))


def page(number, *items, label=None, size=A4):
    return Page(*size, number, label if label is not None else str(number), items)


def text(words, x=100.0, y=200.0, style="公文正文", source=0, size=16.0):
    return Text(x, y, size * len(words), words, FACE, size, style=style, source=source)


def folio(number, x=None, words=None):
    """A page number at its place: right on odd pages, left on even ones."""
    words = words or f"— {number} —"
    width = 14.0 * 3
    place = (A4[0] - RIGHT_MARGIN - 14.0 - width) if number % 2 else LEFT + 14.0
    return replace(text(words, place if x is None else x, 760.0, "单页码", -1, 14.0), width=width)


def changed(sheets, change):
    """The same pages with `change` applied to every item."""
    pages = tuple(replace(each, items=tuple(map(change, each.items))) for each in sheets.pages.pages)
    return Sheets(sheets.name, sheets.document, replace(sheets.pages, pages=pages))


def formatted(style, words="文字", index=0, paper=None, **changes):
    """A document of one paragraph whose run has the given format."""
    known = {"east_asia": "仿宋_GB2312", "size": 16.0}
    paragraph = para(run(words, **{**known, **changes}), style=style)
    return of_blocks(paragraph, paper=paper or sheet(*A4, margins=MARGINS))


MARGINS = replace(sheet().margins, top=TOP, left=LEFT, right=RIGHT_MARGIN, bottom=A4[1] - TOP - DEPTH)
GOOD = settle_whole(notice(30, **WHOLE))
COPIED = settle_whole(notice(30, copies="市委办公室", **WHOLE))
SETTLED_WITH_COPIES = Sheets("试验.docx", COPIED.document, COPIED.pages)
SETTLED = Sheets("试验.docx", GOOD.document, GOOD.pages)


def moved_mark(item):
    return (
        replace(item, y=item.y + points_from_mm(45))
        if isinstance(item, Text) and item.style == "发文机关标志"
        else item
    )


def short_rule(item):
    is_red = isinstance(item, Rule) and item.color not in (BLACK, "auto") and item.y1 == item.y2
    return replace(item, x2=item.x1 + points_from_mm(100)) if is_red else item


def lifted_rule(item):
    return replace(item, y1=item.y1 - 60, y2=item.y2 - 60) if isinstance(item, Rule) else item


def even_rule(item):
    return replace(item, thickness=1.0) if isinstance(item, Rule) else item


def tall_row():
    return table(row(cell(*["甲"] * 8), "乙"), columns=(50.0, 50.0))


def imprint_alone(copies):
    return of_case(case(notice(5, copies=copies, **IMPRINT)))


def letter_with_printing():
    docx = made_from_file("信函").docx
    found = set_pages(docx, "信函.docx", machine_fonts())
    last = found.document.sections[-1]
    more = replace(last, blocks=(*last.blocks, para("办公室 2026年1月5日印发", style="印发机关", index=9_999)))
    return Sheets("信函.docx", replace(found.document, sections=(*found.document.sections[:-1], more)), found.pages)


WRONG = {
    "首页无正文": [lambda: of_case(case(notice(3, addressees=MANY + "、" + MANY)))],
    "署名独占一页": [
        lambda: of_blocks(
            para("标题", style="公文标题"),
            para("文", style="公文正文"),
            para("大连市总工会", style="发文机关署名", page_break_before=True),
        )
    ],
    "版记在单页": [lambda: imprint_alone("市委办公室")],
    "版记跨页": [lambda: imprint_alone("、".join(["甲区总工会"] * 400))],
    "版记不到底": [lambda: changed(SETTLED, lifted_rule)],
    "信函的版记": [letter_with_printing],
    "红线长度": [lambda: changed(SETTLED, short_rule)],
    "红头高度": [lambda: changed(SETTLED, moved_mark)],
    "密级在右": [lambda: of_pages(page(1, text("机密", 400.0, style="密级和保密期限")))],
    "标题外形": [
        lambda: of_blocks(para("甲乙\n丙丁", style="公文标题")),
        lambda: of_blocks(para("甲乙丙\n丁\n戊己庚", style="公文标题")),
    ],
    "标题断词": [
        lambda: of_blocks(para("做好20\n26年工作", style="公文标题")),
        lambda: of_blocks(para("做好工作\n的通知", style="公文标题")),
    ],
    "行首标点": [lambda: of_blocks(para("甲乙\n，丙"))],
    "行末标点": [lambda: of_blocks(para("根据《\n工会法》"))],
    "破折号断行": [lambda: of_blocks(para("甲—\n—乙")), lambda: of_blocks(para("甲…\n…乙"))],
    "数字断行": [lambda: of_blocks(para("甲20\n26年"))],
    "表格行拆开": [lambda: of_blocks("甲", tall_row())],
    "附件没有另起页": [lambda: of_blocks("甲", para("附件1", style="附件标签"))],
    "附件标题太近": [lambda: of_blocks(para("附件1", style="附件标签"), para("名单", style="附件标题"))],
    "文号位置": [lambda: of_pages(page(1, text("甲发〔2026〕1号", LEFT, style="发文字号")))],
    "署名位置": [
        lambda: of_pages(
            page(1, text("大连市总工会", 300.0, style="发文机关署名"), text("2026年", 300.0, y=230.0, style="成文日期"))
        )
    ],
    "盖章署名位置": [
        lambda: of_pages(
            page(1, text("大连市总工会", 100.0, style="盖章署名"), text("日期", 300.0, y=230.0, style="成文日期"))
        )
    ],
    "附件说明位置": [lambda: of_pages(page(1, text("附件：名单", LEFT, style="附件说明")))],
    "版记线粗细": [lambda: changed(SETTLED_WITH_COPIES, even_rule)],
    "缺页码": [lambda: of_pages(page(1, text("文"), folio(1)), page(2, text("文")))],
    "空白页有页码": [lambda: of_pages(page(1, text("文"), folio(1)), page(2, folio(2)), page(3, text("文"), folio(3)))],
    "页码不连": [lambda: of_pages(page(1, text("文"), folio(1)), page(2, text("文"), folio(1), label="1"))],
    "页码写法": [lambda: of_pages(page(1, text("文"), folio(1, words="第1页")))],
    "页码位置": [
        lambda: of_pages(page(1, text("文"), folio(1, x=A4[0] / 2 - 21))),
        lambda: of_pages(page(1, text("文"), folio(1)), page(2, text("文"), folio(2, x=400.0))),
    ],
    "纸张": [lambda: formatted("公文正文", paper=sheet(width=612.0, height=792.0, margins=MARGINS))],
    "页边": [
        lambda: formatted("公文正文", paper=sheet(*A4, margin=72.0)),
        lambda: of_pages(
            page(1, text("文")),
            page(2, text("文", y=150.0)),
            given=document(section("文", paper=sheet(*A4, margins=MARGINS))),
        ),
    ],
    "每行字数": [lambda: formatted("公文正文", size=14.0), lambda: formatted("公文正文", spacing=1.0)],
    "每面行数": [lambda: of_pages(page(1), page(2, *(text("文", y=120.0 + 35.0 * at) for at in range(3))))],
    "正文字体": [
        lambda: formatted("公文正文", east_asia="宋体"),
        lambda: formatted("一级标题", east_asia="黑体", size=18.0),
        lambda: formatted("二级标题", east_asia="仿宋"),
    ],
    "标题字体": [
        lambda: formatted("公文标题", east_asia="黑体", size=22.0),
        lambda: formatted("公文标题", east_asia="方正小标宋简体", size=22.0, bold=True),
    ],
    "版记字号": [lambda: formatted("抄送机关", size=16.0)],
    "彩色的字": [lambda: formatted("公文标题", color="0000FF")],
    "段间空行": [lambda: of_blocks(para("甲", style="公文正文"), para(style="公文正文"), para("乙", style="一级标题"))],
    "主送不顶格": [lambda: of_blocks(para("市委：", style="主送机关", first=20.0))],
    "正文不空二字": [lambda: of_blocks(para("甲", style="公文正文", first=0.0))],
}


def told(sheets):
    return {rule.name for rule in PAGE_RULES for _ in rule.function(sheets)}


@pytest.mark.parametrize(
    ("name", "make"),
    [pytest.param(name, make, id=f"{name}-{at}") for name, all_of in WRONG.items() for at, make in enumerate(all_of)],
)
def test_a_page_rule_finds_what_is_wrong(name, make):
    found = list(BY_NAME[name].function(make()))
    assert found
    assert all(each.place.spot for each in found)


def test_every_page_rule_has_a_wrong_case():
    assert sorted(WRONG) == sorted(rule.name for rule in PAGE_RULES)


@pytest.fixture(scope="module")
def fonts():
    return machine_fonts()


@pytest.mark.parametrize("file", [*NOTICES, *QUIET, *OWN], ids=lambda file: file.stem)
def test_pages_that_docgen_made_are_silent(file, fonts):
    made = make_notice(file.read_bytes(), file.name, shelf_for(NOTICES[0]), fonts)
    found = set_pages(made.docx, file.name, fonts)
    rules = [each.rule for each in check_pages(found.document, found.pages, file.name, {})]
    assert rules == KNOWN.get(file.stem, [])


@pytest.mark.parametrize("file", CONTENTS, ids=lambda file: file.stem)
def test_pages_of_the_special_formats_are_silent(file, fonts):
    found = set_pages(made_from_file(file.stem).docx, file.name, fonts)
    assert check_pages(found.document, found.pages, file.name, {}) == ()


LYING = {"width": A4[1], "height": A4[0]}
FRAME = Edges(*[Border(1.5)] * 4)


def test_a_certificate_is_red_and_large_as_it_pleases():
    paper = sheet(**LYING, margins=MARGINS, borders=FRAME)
    assert not told(formatted("公文标题", "荣誉证书", color="C00000", paper=paper)) & {"标题字体", "彩色的字"}


@pytest.mark.parametrize(
    "paper",
    [sheet(**LYING, margins=MARGINS), sheet(*A4, margins=MARGINS, borders=FRAME)],
    ids=["lying without a frame", "upright in a frame"],
)
def test_a_sheet_that_only_lies_or_only_has_a_frame_is_no_certificate(paper):
    assert told(formatted("公文标题", color="C00000", paper=paper)) >= {"标题字体", "彩色的字"}


def test_a_page_rule_is_switched_off_like_any_other():
    sheets = formatted("公文标题", color="0000FF")
    names = {found.rule for found in check_pages(sheets.document, sheets.pages, "试验.docx", {})}
    assert "彩色的字" in names
    off = {"彩色的字": "彩色封面"}
    assert "彩色的字" not in {found.rule for found in check_pages(sheets.document, sheets.pages, "试验.docx", off)}


def test_good_page_numbers_are_left_alone():
    sheets = of_pages(page(1, text("文"), folio(1)), page(2, text("文"), folio(2)))
    assert not told(sheets) & {"缺页码", "页码写法", "页码位置", "页码不连", "空白页有页码"}


def test_a_file_without_the_styles_of_docgen_is_judged_by_paper_and_lines_only():
    plain = of_blocks("甲乙", "丙", paper=sheet(*A4, margins=MARGINS))
    assert told(plain) == set()


def test_a_heading_that_runs_into_its_paragraph_has_a_face_of_its_own():
    head, rest = (
        run("一、原则同意。", east_asia="黑体", size=16.0),
        run("项目位于园区。", east_asia="仿宋_GB2312", size=16.0),
    )
    assert list(BY_NAME["正文字体"].function(of_blocks(para(head, rest, style="公文正文")))) == []


def test_lines_with_something_else_between_say_nothing_of_the_pitch():
    apart = [text("文", y=120.0 + 300.0 * at) for at in range(2)]
    assert list(BY_NAME["每面行数"].function(of_pages(page(1), page(2, *apart)))) == []
