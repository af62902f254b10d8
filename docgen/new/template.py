"""Take the name of an issuing body, give a fresh GB/T 9704-2012 notice template (a DOCX with docxtpl tags)."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from docgen.new import look
from docgen.new.look import Look
from docgen.package import package_bytes
from docgen.units import EIGHTHS_PER_POINT, HALF_POINTS_PER_POINT, twips_from_points

W = nsdecls("w")
WIDEST_MARK = 0.96
"""Share of the measure that the mark may take; it stands out without touching the edges (7.2.4)."""
MARK_SPACING = 2.0
"""Letter spacing of the mark in points."""
LARGEST_MARK = 52.0
"""Practice: the cap of 22 mm by 15 mm of the 1999 edition is about this size (gbt9704.md §4)."""
RED = "FF0000"
SMALLEST_MARK = look.SIZE_2
"""The mark stands out, so it is no smaller than the title; one that is still too long takes two lines."""
SPARE_RELATIONS = (
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A line of a template: a paragraph of `style` with `text`, in which \\t stands for a tab."""

    style: str
    text: str = ""


def new_notice_template(mark: str) -> bytes:
    """A notice template whose 发文机关标志 reads `mark` (大连市总工会文件)."""
    document = fresh_document(look.looks(mark_size(mark), MARK_SPACING))
    body = document.element.body
    section = body.sectPr
    for element in notice_body(mark):
        section.addprevious(element)
    set_footers(document)
    return saved(document)


def mark_size(mark: str) -> float:
    """The largest whole size at which the mark fits its share of the measure."""
    fitting = look.MEASURE * WIDEST_MARK // max(len(mark), 1) - MARK_SPACING
    return float(max(SMALLEST_MARK, min(LARGEST_MARK, fitting)))


def fresh_document(styles: tuple[Look, ...]) -> Document:
    """An empty document with the standard's page, the given styles and nothing of python-docx's look."""
    document = docx.Document()
    for relations in (document.part.rels, document.part.package.rels):
        for rel_id, relation in list(relations.items()):
            if relation.reltype in SPARE_RELATIONS:
                del relations[rel_id]
    root = document.styles.element
    for spare in (*root, *document.core_properties._element):
        spare.getparent().remove(spare)
    for element in (defaults(), *base_styles(), *(paragraph_style(each) for each in styles)):
        root.append(element)
    set_settings(document)
    set_font_table(document)
    set_page(document)
    return document


def defaults() -> object:
    """Document defaults: every element not named otherwise is 3号仿宋 (5.2.2)."""
    return parse_xml(
        f"<w:docDefaults {W}><w:rPrDefault><w:rPr>{fonts(look.FANG)}"
        f'<w:spacing w:val="{twips_from_points(look.SQUEEZE)}"/>{size(look.SIZE_3)}'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{paragraph_properties(Look('', align='both'))}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def base_styles() -> tuple[object, ...]:
    """The styles that Word expects, and the two that runs and tables of a notice use."""
    kai = fonts(look.KAI)
    return (
        parse_xml(
            f'<w:style {W} w:type="paragraph" w:default="1" w:styleId="a">'
            '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        ),
        parse_xml(
            f'<w:style {W} w:type="character" w:default="1" w:styleId="a0"><w:name w:val="Default Paragraph Font"/>'
            '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        ),
        parse_xml(
            f'<w:style {W} w:type="character" w:customStyle="1" w:styleId="kai"><w:name w:val="二级标题字"/>'
            f"<w:qFormat/><w:rPr>{kai}</w:rPr></w:style>"
        ),
        parse_xml(
            f'<w:style {W} w:type="character" w:customStyle="1" w:styleId="qianfaren"><w:name w:val="签发人姓名"/>'
            f"<w:qFormat/><w:rPr>{kai}</w:rPr></w:style>"
        ),
        parse_xml(
            f'<w:style {W} w:type="character" w:customStyle="1" w:styleId="hei"><w:name w:val="一级标题字"/>'
            f"<w:qFormat/><w:rPr>{fonts(look.HEI)}</w:rPr></w:style>"
        ),
        parse_xml(
            f'<w:style {W} w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
            '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        ),
        parse_xml(
            f'<w:style {W} w:type="table" w:customStyle="1" w:styleId="gongwenbiaoge"><w:name w:val="公文表格"/>'
            f'<w:basedOn w:val="a1"/><w:tblPr><w:tblBorders>{table_borders(4)}</w:tblBorders></w:tblPr></w:style>'
        ),
    )


def table_borders(eighths: int) -> str:
    """Single black borders on all six edges of a table."""
    return "".join(
        edge(name, eighths / EIGHTHS_PER_POINT) for name in ("top", "left", "bottom", "right", "insideH", "insideV")
    )


def fonts(face: str) -> str:
    """One face for all scripts: so that “ ” — … of Chinese text stay Chinese (design.md §4)."""
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}" w:hint="eastAsia"/>'


def size(points: float) -> str:
    """`w:sz` and its twin for complex scripts."""
    half = round(points * HALF_POINTS_PER_POINT)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def paragraph_style(each: Look) -> object:
    """A named paragraph style."""
    following = f'<w:next w:val="{style_id(each.next)}"/>' if each.next else ""
    color = f'<w:color w:val="{each.color}"/>' if each.color else ""
    return parse_xml(
        f'<w:style {W} w:type="paragraph" w:customStyle="1" w:styleId="{style_id(each.name)}">'
        f'<w:name w:val="{each.name}"/><w:basedOn w:val="a"/>{following}<w:qFormat/>'
        f"<w:pPr>{paragraph_properties(each)}</w:pPr>"
        f"<w:rPr>{fonts(each.face)}{color}"
        f'<w:spacing w:val="{twips_from_points(each.spacing)}"/>{size(each.size)}</w:rPr>'
        "</w:style>"
    )


def style_id(name: str) -> str:
    """An ASCII identifier for a Chinese style name, the same on every run."""
    return "s" + "".join(f"{ord(char):x}" for char in name)


def paragraph_properties(each: Look) -> str:
    """`w:pPr` children in schema order (17.3.1.26)."""
    twips = twips_from_points
    parts = [
        "<w:keepNext/>" if each.keep_next else "",
        "<w:pageBreakBefore/>" if each.new_page else "",
        '<w:widowControl w:val="0"/>',
        red_rule() if each.rule else "",
        tabs(each),
        '<w:snapToGrid w:val="0"/>',
        f'<w:spacing w:before="{twips(each.before)}" w:after="{twips(each.after)}" '
        f'w:line="{twips(each.pitch)}" w:lineRule="exact"/>',
        indents(each),
        f'<w:jc w:val="{each.align}"/>',
        f'<w:outlineLvl w:val="{each.outline}"/>' if each.outline is not None else "",
    ]
    return "".join(parts)


def red_rule() -> str:
    """7.2.7: a red rule as wide as the type area, 4 mm below the number."""
    under_baseline = look.PITCH * (1 - look.BASELINE) - look.BRACKET_DEPTH * look.SIZE_3
    space = round(look.RULE_GAP - under_baseline)
    width = round(look.RED_RULE * EIGHTHS_PER_POINT)
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{width}" w:space="{space}" w:color="{RED}"/></w:pBdr>'


def tabs(each: Look) -> str:
    """`w:tabs` of a style, empty where it has none."""
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{twips_from_points(at)}"/>' for kind, at in each.tabs)
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def indents(each: Look) -> str:
    """`w:ind`: characters for Word and WPS, with the same length for programs that know no characters."""
    first = twips_from_points(abs(each.first))
    kind = "hanging" if each.first < 0 else "firstLine"
    chars = f'w:firstLineChars="{each.chars}" ' if each.chars else ""
    return (
        f'<w:ind w:left="{twips_from_points(each.left)}" w:right="{twips_from_points(each.right)}" '
        f'{chars}w:{kind}="{first}"/>'
    )


def set_settings(document: Document) -> None:
    """Mirrored margins, odd and even footers, no compression, no compatibility quirks of old Word versions."""
    root = document.settings.element
    for child in list(root):
        root.remove(child)
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    settings = parse_xml(
        f'<w:settings {W}><w:mirrorMargins/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{compat}</w:compat></w:settings>"
    )
    for child in list(settings):
        root.append(child)


def set_font_table(document: Document) -> None:
    """Name the faces and what may stand in for them (17.8.3.1)."""
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in look.OTHER_NAMES.items()
    )
    part: Part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    part._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {W}>{entries}</w:fonts>'.encode()


def set_page(document: Document) -> None:
    """5.1, 5.2.1: A4 and the margins of the type area."""
    twips = twips_from_points
    section = document.element.body.sectPr
    for child in list(section):
        section.remove(child)
    page = parse_xml(
        f'<w:sectPr {W}><w:pgSz w:w="{twips(look.PAGE_WIDTH)}" w:h="{twips(look.PAGE_HEIGHT)}"/>'
        f'<w:pgMar w:top="{twips(look.MARGIN_TOP)}" w:right="{twips(look.MARGIN_RIGHT)}" '
        f'w:bottom="{twips(look.MARGIN_BOTTOM)}" w:left="{twips(look.MARGIN_LEFT)}" '
        f'w:header="720" w:footer="{twips(footer_distance())}" w:gutter="0"/></w:sectPr>'
    )
    for child in list(page):
        section.append(child)


def footer_distance() -> float:
    """7.5: from the page edge to the foot of the number's line, so that its dashes lie 28 mm up."""
    baseline_above_foot = look.NUMBER_PITCH * (1 - look.BASELINE)
    return look.NUMBER_CENTRE - look.DASH_HEIGHT * look.SIZE_4 - baseline_above_foot


def set_footers(document: Document) -> None:
    """7.5: — 1 — at the outer edge, right on odd pages and left on even ones."""
    section = document.sections[0]
    for footer, style in ((section.footer, "单页码"), (section.even_page_footer, "双页码")):
        footer.is_linked_to_previous = False
        root = footer._element
        for child in list(root):
            root.remove(child)
        root.append(parse_xml(f'<w:p {W}><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr>{page_number()}</w:p>'))


def page_number() -> str:
    """The PAGE field with each of its pieces in a run of its own: WPS hides it otherwise."""
    pieces = (
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    )
    return "".join(f"<w:r>{piece}</w:r>" for piece in pieces)


def notice_body(mark: str) -> list[object]:
    """The paragraphs and the 版记 of a notice template, tags included."""
    lines = (
        *when("份号", Tag("版头", "{{ 份号 }}")),
        *when("密级", Tag("密级和保密期限", "{{ 密级 }}")),
        *when("紧急程度", Tag("紧急程度", "{{ 紧急程度 }}")),
        Tag("版头", "{%p for 空 in 版头空行 %}"),
        Tag("版头"),
        Tag("版头", "{%p endfor %}"),
        Tag("发文机关标志", mark),
        Tag("签发人", "{{p 文号行 }}"),
        Tag("公文标题", "{{ 标题 }}"),
        *when("主送", Tag("主送机关", "{{ 主送 }}：")),
        Tag("公文正文", "{{p 正文 }}"),
        Tag("附件说明", "{{p 附件说明 }}"),
        Tag("发文机关署名", "{{p 落款 }}"),
        *when("附注", Tag("附注", "（{{ 附注 }}）")),
        Tag("公文正文", "{{p 印发 }}"),
        Tag("公文正文", "{{p 附件 }}"),
    )
    imprint = (Tag("版记定位", "{%p if 版记 %}"), imprint_table(), Tag("版记定位"), Tag("版记定位", "{%p endif %}"))
    return [tagged(line) if isinstance(line, Tag) else line for line in (*lines, *imprint)]


def when(name: str, line: Tag) -> tuple[Tag, Tag, Tag]:
    """A line that stands only where its element is given."""
    return Tag(line.style, f"{{%p if {name} %}}"), line, Tag(line.style, "{%p endif %}")


def tagged(line: Tag) -> object:
    """The paragraph of a line."""
    text = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in line.text.split("\t"))
    run = f"<w:r>{text}</w:r>" if line.text else ""
    return parse_xml(f'<w:p {W}><w:pPr><w:pStyle w:val="{style_id(line.style)}"/></w:pPr>{run}</w:p>')


def imprint_table() -> object:
    """7.4: the 版记, three rules as wide as the type area, its last rule on the foot of the last page."""
    width = twips_from_points(look.MEASURE)
    rows = "".join(
        (
            imprint_row("{%tr if 抄送 %}", "抄送机关"),
            imprint_row("抄送：{{ 抄送 }}。", "抄送机关"),
            imprint_row("{%tr endif %}", "抄送机关"),
            imprint_row("{%tr if 印发机关 %}", "印发机关"),
            imprint_row("{{ 印发机关 }}\t{{ 印发日期 }}印发", "印发机关"),
            imprint_row("{%tr endif %}", "印发机关"),
            imprint_foot(),
        )
    )
    return parse_xml(
        f'<w:tbl {W}><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="page" '
        f'w:horzAnchor="page" w:tblpX="{twips_from_points(look.MARGIN_RIGHT)}" w:tblpYSpec="bottom"/>'
        '<w:tblOverlap w:val="never"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{imprint_borders()}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
    )


def edge(name: str, points: float) -> str:
    """A black single border of a table or cell; none at 0 points."""
    if not points:
        return f'<w:{name} w:val="nil"/>'
    return f'<w:{name} w:val="single" w:sz="{round(points * EIGHTHS_PER_POINT)}" w:space="0" w:color="000000"/>'


def imprint_borders() -> str:
    """7.4.1: the first rule thick, those between thin; the last belongs to the foot."""
    return edge("top", look.IMPRINT_THICK) + edge("insideH", look.IMPRINT_THIN)


def imprint_row(text: str, style: str) -> str:
    """A row of the 版记."""
    pieces = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))
    return (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>{imprint_width()}</w:tcPr>"
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/></w:pPr><w:r>{pieces}</w:r></w:p></w:tc></w:tr>'
    )


def imprint_foot() -> str:
    """An empty row that lifts the last rule from the foot of the page to the edge of the type area."""
    height = twips_from_points(look.PAGE_HEIGHT - look.TYPE_BOTTOM + look.IMPRINT_THICK / 2)
    borders = edge("top", look.IMPRINT_THICK) + edge("bottom", 0)
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f"{imprint_width()}<w:tcBorders>{borders}</w:tcBorders></w:tcPr>"
        f'<w:p><w:pPr><w:pStyle w:val="{style_id("版记定位")}"/></w:pPr></w:p></w:tc></w:tr>'
    )


def imprint_width() -> str:
    """The cell width of the 版记: the measure."""
    return f'<w:tcW w:w="{twips_from_points(look.MEASURE)}" w:type="dxa"/>'


def saved(document: Document) -> bytes:
    """The file of a document."""
    return package_bytes(document)
