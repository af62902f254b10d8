"""Rules about where things stand on pages (GB/T 9704-2012 7.2-7.5; GB/T 33476.2-2016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.document import Row, Table, paragraphs_of
from docgen.lint.manuscript import Finding
from docgen.lint.rule import Strength, on_pages
from docgen.lint.sheets import DEPTH, LEFT, MEASURE, TOP, Sheets
from docgen.page import Page, Rule
from docgen.settle.parts import hides_body
from docgen.units import mm_from_points, points_from_mm

G, P, E, O, W = Strength.G, Strength.P, Strength.E, Strength.O, Strength.W  # noqa: E741
MARK, LABEL, ATTACHED = "发文机关标志", "附件标签", "附件标题"
TOLERANCE = points_from_mm(1.0)
"""±1 mm, as 5.2.1 allows for margins."""
MARK_DOWN = points_from_mm(35.0)
"""7.2.4: upper edge of the mark below that of the type area."""
MARK_TOLERANCE = points_from_mm(5.0)
"""Between the offsets of 1999 (25, 80 mm) and of 2012; faces leave white above their strokes."""
INK_TOP = 0.85
"""How far the strokes of a Han character rise above the baseline, in ems."""
TWO_LINES = 43.0
"""7.3.7: a title two lines below its label is further than one and a half lines of 29 points."""
BODY_EM = 16.0
"""一字 of 3号, points."""
RED = re.compile("(?i)^(?:[c-f][0-9a-f])(?:[0-4][0-9a-f]){2}$")


@on_pages("首页无正文", G, "GB/T 9704 7.3.3")
def first_page_without_body(sheets: Sheets) -> Iterator[Finding]:
    """首页的正文。

    查什么：首页没有正文。
    为什么：公文首页必须显示正文；主送机关过多时移到版记。
    反例：首页只有红头、标题和主送机关
    正例：首页至少有一行正文
    """
    if hides_body(sheets.document, sheets.lines):
        yield sheets.found(1, "首页没有正文", "请缩短标题，或用统称减少主送机关")


@on_pages("署名独占一页", P, "GB/T 9704 7.3.5.5")
def signature_alone(sheets: Sheets) -> Iterator[Finding]:
    """署名和正文同页。

    查什么：署名、成文日期所在的页没有正文。
    为什么：排不下时调整行距、字距，让署名、日期和正文同页。
    反例：末页只有署名和日期
    正例：署名上面有正文
    """
    facts = sheets.facts
    if facts.signature_page and facts.signature_page > 1 and not facts.body_lines_with_signature:
        yield sheets.found(facts.signature_page, "署名所在的页没有正文", "请增减几行，或调整字距")


@on_pages("版记在单页", E, "GB/T 33476.2 7.3.1")
def imprint_on_odd_page(sheets: Sheets) -> Iterator[Finding]:
    """版记的页。

    查什么：版记不在偶数页。
    为什么：公文双面印刷，版记在最后一面，即偶数页。
    反例：版记在第3页
    正例：版记在第4页
    """
    page = sheets.facts.imprint_page
    if page and sheets.facts.imprint_even is False and not sheets.is_letter:
        yield sheets.found(page, "版记不在偶数页", "用 docgen build 会自动移到偶数页")


@on_pages("版记跨页", G, "GB/T 9704 7.4.1")
def imprint_over_pages(sheets: Sheets) -> Iterator[Finding]:
    """版记的完整。

    查什么：版记排到了两页上。
    为什么：版记在最后一面，末条分隔线与版心下边缘重合。
    反例：抄送机关占满一页又到下一页
    正例：版记整个在一页
    """
    pages = sheets.imprint_pages
    if len(pages) > 1:
        yield sheets.found(pages[0].number, "版记一页排不下", "抄送机关请用统称")


@on_pages("版记不到底", G, "GB/T 9704 7.4.1")
def imprint_above_foot(sheets: Sheets) -> Iterator[Finding]:
    """版记的末条线。

    查什么：版记的末条分隔线不在版心的下边缘。
    为什么：版记的末条分隔线与公文最后一面的版心下边缘重合。
    反例：末条线在页面中间
    正例：末条线距页顶262毫米
    """
    for page in sheets.imprint_pages:
        foot = max((rule.y1 for rule in _wide_rules(page)), default=None)
        if foot is not None and abs(foot - TOP - DEPTH) > 2 * TOLERANCE and not sheets.is_letter:
            yield sheets.found(page.number, f"版记的末条线距页顶{mm_from_points(foot):.0f}毫米，应是262毫米")


def _wide_rules(page: Page) -> Iterator[Rule]:
    """Level rules about as wide as the type area."""
    for item in page.items:
        if isinstance(item, Rule) and item.y1 == item.y2 and abs(item.x2 - item.x1) > 0.9 * MEASURE:
            yield item


@on_pages("信函的版记", G, "GB/T 9704 10.1")
def printing_line_of_letter(sheets: Sheets) -> Iterator[Finding]:
    """信函格式的版记。

    查什么：信函格式的版记有印发机关和印发日期。
    为什么：信函格式的版记不加印发机关、印发日期和分隔线。
    反例：信函末页有“××办公室　2026年1月5日印发”
    正例：信函末页只有抄送机关
    """
    if sheets.is_letter:
        for paragraph in sheets.styled("印发机关"):
            yield sheets.in_paragraph(paragraph, "信函的版记不写印发机关和印发日期", "请删去这一行")


@on_pages("红线长度", G, "GB/T 9704 7.2.7")
def short_red_rule(sheets: Sheets) -> Iterator[Finding]:
    """红头下面的红线。

    查什么：发文字号下面的红色分隔线和版心不一样宽。
    为什么：发文字号之下4毫米处，居中印一条与版心等宽的红色分隔线。
    反例：红线100毫米长
    正例：红线156毫米长
    """
    if sheets.is_letter or not any(sheets.styled("发文字号", "签发人")):
        return
    page = sheets.pages.pages[0]
    reds = [each for each in page.items if isinstance(each, Rule) and each.y1 == each.y2 and RED.match(each.color)]
    widest = max((abs(rule.x2 - rule.x1) for rule in reds), default=0.0)
    if reds and abs(widest - MEASURE) > 2 * TOLERANCE:
        yield sheets.found(1, f"红线长{mm_from_points(widest):.0f}毫米，应与版心等宽（156毫米）")


@on_pages("红头高度", G, "GB/T 9704 7.2.4")
def mark_at_wrong_height(sheets: Sheets) -> Iterator[Finding]:
    """发文机关标志的高度。

    查什么：红头上边缘距版心上边缘不是35毫米。
    为什么：发文机关标志上边缘至版心上边缘为35毫米；25毫米、80毫米是1999年的规定。
    反例：红头上边缘距版心上边缘80毫米
    正例：红头上边缘距版心上边缘35毫米
    """
    first = next(sheets.items(MARK), None)
    is_general = any(sheets.styled("发文字号", "签发人"))
    if first and is_general and not sheets.is_letter:
        below = first[1].y - INK_TOP * first[1].size - TOP
        if abs(below - MARK_DOWN) > MARK_TOLERANCE:
            yield sheets.found(first[0], f"红头上边缘距版心上边缘约{mm_from_points(below):.0f}毫米，应是35毫米")


@on_pages("密级在右", O, "GB/T 9704 7.2.2")
def secrecy_at_the_right(sheets: Sheets) -> Iterator[Finding]:
    """密级的位置。

    查什么：密级、紧急程度在版心的右上角。
    为什么：2012年起顶格编排在版心左上角。
    反例：密级在右上角
    正例：密级在左上角
    """
    for page, item in sheets.items("密级和保密期限", "紧急程度"):
        if item.x > LEFT + MEASURE / 2:
            yield sheets.found(page, f"“{item.text}”在右上角", "应在左上角")


@on_pages("表格行拆开", P, "惯例")
def split_row(sheets: Sheets) -> Iterator[Finding]:
    """表格的行。

    查什么：表格的一行被拆在两页上。
    为什么：一行的内容分在两页，看的人要来回翻。
    反例：第5行上半在第2页，下半在第3页
    正例：第5行整个在第3页
    """
    for section in sheets.document.sections:
        for block in section.blocks:
            for number, row in enumerate(block.rows if isinstance(block, Table) else (), start=1):
                pages = set() if row.header else _pages_of(row, sheets)
                if len(pages) > 1:
                    yield sheets.found(
                        min(pages),
                        f"表格的第{number}行拆在第{min(pages)}、{max(pages)}页",
                        "在 Word 的表格属性里不许跨页断行",
                    )


def _pages_of(row: Row, sheets: Sheets) -> set[int]:
    paragraphs = (paragraph for cell in row.cells for paragraph in paragraphs_of(cell.blocks))
    return {line.page for paragraph in paragraphs for line in sheets.lines.get(paragraph.index, ())}


@on_pages("附件没有另起页", G, "GB/T 9704 7.3.7")
def attachment_on_same_page(sheets: Sheets) -> Iterator[Finding]:
    """附件另起一页。

    查什么：附件接着上文排，没有另起一页。
    为什么：附件另面编排，“附件”二字顶格编排在版心左上角第一行。
    反例：附件1 在页面中间
    正例：附件1 在一页的第一行
    """
    for number, item in sheets.items(LABEL):
        page = sheets.pages.pages[number - 1]
        if (
            any(each.y < item.y - 1 and each.source >= 0 and each.text.strip() for each in page.texts)
            and not item.turned
        ):
            yield sheets.found(number, f"“{item.text}”没有排在一页的第一行", "附件要另起一页")


@on_pages("附件标题太近", G, "GB/T 9704 7.3.7")
def attachment_title_too_near(sheets: Sheets) -> Iterator[Finding]:
    """附件标题的位置。

    查什么：附件标题不在第三行（和“附件1”之间没有空一行）。
    为什么：附件标题居中编排在版心第三行。
    反例：标题在“附件1”的下一行
    正例：标题和“附件1”之间空一行
    """
    labels = {number: item for number, item in sheets.items(LABEL) if not item.turned}
    seen: set[int] = set()
    for number, item in sheets.items(ATTACHED):
        label = labels.get(number)
        if label and number not in seen and 0 < item.y - label.y < TWO_LINES:
            yield sheets.found(number, "附件标题和“附件”之间没有空一行", "标题排在第三行")
        seen.add(number)


@on_pages("文号位置", G, "GB/T 9704 7.2.5")
def number_at_wrong_place(sheets: Sheets) -> Iterator[Finding]:
    """发文字号的位置。

    查什么：没有签发人的，发文字号没有居中；有签发人的，没有居左空一字。
    为什么：发文字号在发文机关标志下空二行居中排布；上行文的发文字号居左空一字。
    反例：通知的发文字号靠左
    正例：通知的发文字号居中
    """
    middle = LEFT + MEASURE / 2
    first = [(page, item) for page, item in sheets.items("发文字号") if page == 1]
    if first and not sheets.is_letter:
        left, right = min(item.x for _, item in first), max(item.x + item.width for _, item in first)
        if abs((left + right) / 2 - middle) > 2 * TOLERANCE:
            yield sheets.found(1, "发文字号没有居中", "请设为居中，不要打空格")


@on_pages("署名位置", G, "GB/T 9704 7.3.5.2")
def signature_at_wrong_place(sheets: Sheets) -> Iterator[Finding]:
    """不盖章的署名和日期。

    查什么：不盖章的，成文日期的首字没有比署名的首字右移二字，也不是日期右空二字。
    为什么：不加盖印章的公文，署名右空二字，成文日期首字比署名首字右移二字；日期更长的，日期右空二字。
    反例：署名和日期左边对齐
    正例：日期比署名右移二字
    """
    signed, dated = _extent(sheets, "发文机关署名"), _extent(sheets, "成文日期")
    if signed and dated and signed[0] == dated[0]:
        moved = dated[1] - signed[1]
        longer = dated[2] - dated[1] >= signed[2] - signed[1]
        if abs(moved - 2 * BODY_EM) > BODY_EM and not (longer and abs(moved + 2 * BODY_EM) <= BODY_EM):
            yield sheets.found(dated[0], "成文日期没有比署名右移二字", "请调整右缩进，不要打空格")


def _extent(sheets: Sheets, style: str) -> tuple[int, float, float] | None:
    """Page, left and right end of the only line of a style; None where there are several or none."""
    items = list(sheets.items(style))
    if not items or len({(page, item.y) for page, item in items}) > 1:
        return None
    return items[0][0], min(item.x for _, item in items), max(item.x + item.width for _, item in items)


@on_pages("盖章署名位置", W, "GB/T 9704 7.3.5.1")
def sealed_signature_at_wrong_place(sheets: Sheets) -> Iterator[Finding]:
    """盖章的署名和日期。

    查什么：盖章的，署名没有以成文日期为准居中。
    为什么：加盖印章的公文，成文日期一般右空四字编排，署名以成文日期为准居中编排。
    反例：署名和日期右边对齐
    正例：署名在日期上方居中
    """
    signed, dated = _extent(sheets, "盖章署名"), _extent(sheets, "成文日期")
    if signed and dated and signed[0] == dated[0]:
        apart = abs(signed[1] + signed[2] - dated[1] - dated[2]) / 2
        if apart > BODY_EM:
            yield sheets.found(dated[0], "署名没有在成文日期上方居中", "请调整右缩进，不要打空格")


@on_pages("附件说明位置", G, "GB/T 9704 7.3.4")
def note_at_wrong_place(sheets: Sheets) -> Iterator[Finding]:
    """附件说明的位置。

    查什么：附件说明没有左空二字。
    为什么：附件说明在正文下空一行左空二字编排。
    反例：“附件：”顶格
    正例：“附件：”左空二字
    """
    for page, item in sheets.items("附件说明", "附件说明首项"):
        if item.text.startswith("附件"):
            width = sheets.pages.pages[page - 1].width
            edges = (LEFT, width - LEFT - MEASURE)
            # Mirrored margins exchange the sides on even pages.
            if all(abs(item.x - edge - 2 * BODY_EM) > BODY_EM / 2 for edge in edges):
                yield sheets.found(page, "附件说明没有左空二字", "请设左缩进2字符")


@on_pages("版记线粗细", W, "GB/T 9704 7.4.1")
def rules_of_equal_weight(sheets: Sheets) -> Iterator[Finding]:
    """版记分隔线的粗细。

    查什么：版记的首条线、末条线不比中间的线粗。
    为什么：首条和末条分隔线用粗线（推荐0.35毫米），中间的用细线（推荐0.25毫米）。
    反例：三条线一样粗
    正例：上下粗，中间细
    """
    for page in sheets.imprint_pages:
        top = min(item.y for item in page.texts if sheets.imprint and item.source in sheets.imprint.inside)
        near = (rule for rule in _wide_rules(page) if rule.y1 > top - 2 * BODY_EM)
        weights = [weight for _, weight in sorted({round(rule.y1): rule.thickness for rule in near}.items())]
        if len(weights) > 2 and weights[1] >= min(weights[0], weights[-1]):
            yield sheets.found(page.number, "版记的分隔线一样粗", "首条、末条用粗线，中间用细线")
