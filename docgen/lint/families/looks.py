"""Rules about paper, margins, typefaces and indents of a DOCX (GB/T 9704-2012 5, 7.3)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.document import Paragraph, Run, Section
from docgen.lint.families.pages import INK_TOP
from docgen.lint.manuscript import Finding
from docgen.lint.rule import Strength, on_pages
from docgen.lint.sheets import DEPTH, LEFT, MEASURE, TOP, Sheets
from docgen.page import Text
from docgen.units import mm_from_points, points_from_mm

G, P, W = Strength.G, Strength.P, Strength.W
A4 = (points_from_mm(210.0), points_from_mm(297.0))
TRIM = points_from_mm(2.0)
"""6.3: tolerance of the cut paper."""
MARGIN = points_from_mm(1.0)
"""5.2.1: tolerance of 天头 and 订口."""
HALF_GAP = points_from_mm(2.42)
"""GB/T 33476.2 annex A: half of the white between lines, by which programs set the first line lower."""
BODY_SIZE, TITLE_SIZE, IMPRINT_SIZE = 16.0, 22.0, 14.0
"""3号, 2号, 4号 in points."""
HALF_POINT = 0.5
CHARACTERS, LINES = 28, 22
"""5.2.3."""
HALF_LINE = 0.5
INDENT = 2
"""7.3.3: characters."""
BLACK = ("000000", "auto", "")
RED_STYLES = ("发文机关标志", "信函下线", "签名章")
"""7.2.4, 10.1, 7.3.5.3: what is red."""
FACES = {
    "公文正文": "仿宋",
    "一级标题": "黑体",
    "二级标题": "楷体",
    "三级标题": "仿宋",
    "四级标题": "仿宋",
}
"""7.3.3; what a name of the face must hold."""
WIDEST_PITCH = 48.0
"""Points: three lines of 3号; between lines further apart stands something else."""


def _upright(sheets: Sheets) -> Iterator[Section]:
    return (section for section in sheets.document.sections if section.sheet.width <= section.sheet.height)


def _runs(paragraph: Paragraph) -> Iterator[Run]:
    return (inline for inline in paragraph.inlines if isinstance(inline, Run) and inline.text.strip())


@on_pages("纸张", G, "GB/T 9704 5.1")
def other_paper(sheets: Sheets) -> Iterator[Finding]:
    """纸张。

    查什么：不是A4纸。
    为什么：公文用纸采用A4型纸，210毫米×297毫米。
    反例：16开、Letter
    正例：A4
    """
    for section in sheets.document.sections[:1]:
        sides = sorted((section.sheet.width, section.sheet.height))
        if any(abs(side - wanted) > TRIM for side, wanted in zip(sides, A4, strict=True)):
            shown = "×".join(f"{mm_from_points(side):.0f}" for side in sides)
            yield sheets.found(1, f"纸张是{shown}毫米", "应是A4，210×297毫米")


@on_pages("页边", G, "GB/T 9704 5.2.1")
def other_margins(sheets: Sheets) -> Iterator[Finding]:
    """天头、订口和版心。

    查什么：天头不是37毫米、订口不是28毫米，或版心不是156毫米宽（各许差1毫米）。
    为什么：天头37毫米±1毫米，订口28毫米±1毫米，版心156毫米×225毫米。
    反例：四边都是25.4毫米
    正例：首行字的上边距纸边37毫米，左28毫米
    """
    section = next(_upright(sheets), None)
    if section is None:
        return
    sheet = section.sheet
    left = sheet.margins.left + sheet.gutter
    measure = sheet.width - left - sheet.margins.right
    if abs(left - LEFT) > MARGIN:
        yield sheets.found(1, f"左边距是{mm_from_points(left):.1f}毫米", "订口28毫米")
    if abs(measure - MEASURE) > 2 * MARGIN:
        yield sheets.found(1, f"版心宽{mm_from_points(measure):.1f}毫米", "版心宽156毫米")
    for page in sheets.pages.pages[1:]:
        first = min((item for item in page.texts if item.source >= 0 and item.text.strip()), key=_height, default=None)
        if first and first.style in FACES and abs(first.y - INK_TOP * first.size - TOP) > HALF_GAP + MARGIN:
            ink = mm_from_points(first.y - INK_TOP * first.size)
            yield sheets.found(page.number, f"第一行的上边约在{ink:.0f}毫米处", "天头37毫米")
            return


def _height(item: Text) -> float:
    return item.y


@on_pages("每行字数", W, "GB/T 9704 5.2.3")
def other_measure(sheets: Sheets) -> Iterator[Finding]:
    """每行的字数。

    查什么：正文每行排不下28个字，或多于28个字。
    为什么：一般每面排22行，每行排28个字，并撑满版心。
    反例：每行27个字
    正例：每行28个字
    """
    section, paragraph = next(_upright(sheets), None), next(sheets.styled("公文正文"), None)
    run = next(_runs(paragraph), None) if paragraph else None
    if section and run:
        sheet = section.sheet
        measure = sheet.width - sheet.margins.left - sheet.margins.right - sheet.gutter
        fits = int((measure + HALF_POINT) / (run.format.size + run.format.spacing))
        if fits != CHARACTERS and not section.grid.spacing:
            yield sheets.found(1, f"正文每行排{fits}个字", "一般每行28个字")


@on_pages("每面行数", W, "GB/T 9704 5.2.3")
def other_depth(sheets: Sheets) -> Iterator[Finding]:
    """每面的行数。

    查什么：照正文的行距，一面不是22行。
    为什么：一般每面排22行，每行排28个字，并撑满版心。
    反例：每面21行
    正例：每面22行
    """
    for page in sheets.pages.pages[1:]:
        texts = [item for item in page.texts if item.style in FACES and not item.turned]
        heights = sorted({round(item.y, 1) for item in texts})
        gaps = [below - above for above, below in pairwise(heights) if BODY_SIZE < below - above < WIDEST_PITCH]
        if gaps:
            lines = int((DEPTH - BODY_SIZE) / min(gaps) + HALF_LINE) + 1
            if lines != LINES:
                yield sheets.found(page.number, f"照现在的行距，一面排{lines}行", "一般每面22行")
            return


@on_pages("正文字体", W, "GB/T 9704 5.2.2、7.3.3")
def other_face_of_body(sheets: Sheets) -> Iterator[Finding]:
    """正文和层次标题的字体、字号。

    查什么：正文不是3号仿宋；一级标题不是黑体，二级不是楷体，三、四级不是仿宋。
    为什么：正文一般用3号仿宋体字；第一层用黑体、第二层用楷体、第三层和第四层用仿宋体。
    反例：正文是小四号宋体
    正例：正文是三号仿宋
    """
    told: set[str] = set()
    for paragraph in sheets.styled(*FACES):
        forms = [run.format for run in _runs(paragraph)]
        right = (
            FACES[paragraph.style] in form.east_asia and abs(form.size - BODY_SIZE) <= HALF_POINT for form in forms
        )
        # A heading that runs into its paragraph has a face of its own.
        if forms and paragraph.style not in told and not any(right):
            told.add(paragraph.style)
            said = f"{paragraph.style}是{forms[0].east_asia}，{forms[0].size:g}磅"
            yield sheets.in_paragraph(paragraph, said, f"一般用3号（16磅）{FACES[paragraph.style]}")


@on_pages("标题字体", W, "GB/T 9704 7.3.1")
def other_face_of_title(sheets: Sheets) -> Iterator[Finding]:
    """标题的字体、字号。

    查什么：标题不是2号小标宋，或加了粗。
    为什么：标题一般用2号小标宋体字。
    反例：标题是加粗的黑体
    正例：标题是二号小标宋，不加粗
    """
    for paragraph in sheets.styled("公文标题"):
        form = next((run.format for run in _runs(paragraph)), None)
        if form and ("小标宋" not in form.east_asia or abs(form.size - TITLE_SIZE) > HALF_POINT or form.bold):
            bold = "，加粗" if form.bold else ""
            said = f"标题是{form.east_asia}，{form.size:g}磅{bold}"
            yield sheets.in_paragraph(paragraph, said, "一般用2号（22磅）小标宋，不加粗")


@on_pages("版记字号", W, "GB/T 9704 7.4.2、7.4.3")
def other_size_of_imprint(sheets: Sheets) -> Iterator[Finding]:
    """版记的字号。

    查什么：抄送机关、印发机关不是4号字。
    为什么：一般用4号仿宋体字；3号是1999年的规定。
    反例：抄送用3号字
    正例：抄送用4号字
    """
    for paragraph in sheets.styled("抄送机关", "印发机关"):
        run = next(_runs(paragraph), None)
        if run and abs(run.format.size - IMPRINT_SIZE) > HALF_POINT:
            yield sheets.in_paragraph(paragraph, f"版记的字是{run.format.size:g}磅", "一般用4号（14磅）")


@on_pages("彩色的字", W, "GB/T 9704 5.2.4")
def coloured_text(sheets: Sheets) -> Iterator[Finding]:
    """字的颜色。

    查什么：红头、签名章以外的字不是黑色。
    为什么：公文中文字的颜色没有特殊说明的均为黑色。
    反例：标题是蓝色
    正例：标题是黑色
    """
    for paragraph in sheets.official:
        run = next((run for run in _runs(paragraph) if run.format.color not in BLACK), None)
        if run and paragraph.style not in RED_STYLES:
            yield sheets.in_paragraph(
                paragraph, f"“{run.text.strip()[:10]}”的颜色是{run.format.color}", "红头以外的字用黑色"
            )


@on_pages("段间空行", P, "惯例")
def blank_paragraph(sheets: Sheets) -> Iterator[Finding]:
    """正文里的空段。

    查什么：正文的段落之间有空行。
    为什么：正文各段之间不空行，空行会打乱每面22行。
    反例：两段之间空一行
    正例：段落紧接着排
    """
    paragraphs = sheets.document.paragraphs
    for above, blank, below in zip(paragraphs, paragraphs[1:], paragraphs[2:], strict=False):
        if not blank.text.strip() and not blank.inlines and above.style in FACES and below.style in FACES:
            yield sheets.in_paragraph(blank, "正文的段落之间有空行", "请删去空行")


@on_pages("主送不顶格", G, "GB/T 9704 7.3.2")
def addressees_set_in(sheets: Sheets) -> Iterator[Finding]:
    """主送机关顶格。

    查什么：主送机关有缩进。
    为什么：主送机关居左顶格，回行时仍顶格。
    反例：主送机关左空二字
    正例：主送机关顶格
    """
    for paragraph in sheets.styled("主送机关"):
        if abs(paragraph.format.left) > 1 or paragraph.format.first > 1:
            yield sheets.in_paragraph(paragraph, "主送机关没有顶格", "请把左缩进和首行缩进设为0")


@on_pages("正文不空二字", G, "GB/T 9704 7.3.3")
def body_not_set_in(sheets: Sheets) -> Iterator[Finding]:
    """正文的首行缩进。

    查什么：正文的段首没有空二字。
    为什么：每个自然段左空二字，回行顶格。
    反例：段首顶格
    正例：段首空二字
    """
    for paragraph in sheets.styled("公文正文"):
        run = next(_runs(paragraph), None)
        wanted = INDENT * (run.format.size + run.format.spacing) if run else 0.0
        if run and abs(paragraph.format.first - wanted) > run.format.size / 2:
            yield sheets.in_paragraph(paragraph, "段首没有空二字", "请在段落格式里设首行缩进2字符")
            return
