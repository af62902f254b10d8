"""Take paragraph styles, give an empty DOCX with the page of the standard, those styles and page numbers."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.section import _Footer, _Header

from docgen.new import look
from docgen.new.look import Look
from docgen.package import package_bytes
from docgen.units import EIGHTHS_PER_POINT, HALF_POINTS_PER_POINT, twips_from_points

W = nsdecls("w")
LABEL_STYLE_ID = "hei"
SPARE_RELATIONS = (
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)


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
            f'<w:style {W} w:type="character" w:customStyle="1" w:styleId="qianmingzhang"><w:name w:val="签名章字"/>'
            f'<w:qFormat/><w:rPr>{kai}<w:color w:val="{look.RED}"/></w:rPr></w:style>'
        ),
        parse_xml(
            f'<w:style {W} w:type="character" w:customStyle="1" w:styleId="{LABEL_STYLE_ID}">'
            f'<w:name w:val="一级标题字"/><w:qFormat/><w:rPr>{fonts(look.HEI)}</w:rPr></w:style>'
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
        red_rule(each.rule) if each.rule else "",
        tabs(each),
        '<w:snapToGrid w:val="0"/>',
        f'<w:spacing w:before="{twips(each.before)}" w:after="{twips(each.after)}" '
        f'w:line="{twips(each.pitch)}" w:lineRule="exact"/>',
        indents(each),
        "<w:contextualSpacing/>" if each.contextual else "",
        f'<w:jc w:val="{each.align}"/>',
        f'<w:outlineLvl w:val="{each.outline}"/>' if each.outline is not None else "",
    ]
    return "".join(parts)


def red_rule(rule: look.Rule) -> str:
    """`w:pBdr` of a rule; its space is whole points (17.3.4)."""
    width, space = round(rule.width * EIGHTHS_PER_POINT), round(rule.space)
    return f'<w:pBdr><w:bottom w:val="{rule.pattern}" w:sz="{width}" w:space="{space}" w:color="{look.RED}"/></w:pBdr>'


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
        f'w:header="720" w:footer="{twips(look.NUMBER_FOOT)}" w:gutter="0"/></w:sectPr>'
    )
    for child in list(page):
        section.append(child)


def edge(name: str, points: float) -> str:
    """A black single border of a table or cell; none at 0 points."""
    if not points:
        return f'<w:{name} w:val="nil"/>'
    return f'<w:{name} w:val="single" w:sz="{round(points * EIGHTHS_PER_POINT)}" w:space="0" w:color="000000"/>'


def set_footers(document: Document) -> None:
    """7.5: — 1 — at the outer edge, right on odd pages and left on even ones."""
    section = document.sections[0]
    for footer, style in ((section.footer, "单页码"), (section.even_page_footer, "双页码")):
        style_name = f'<w:pStyle w:val="{style_id(style)}"/>'
        set_margin(footer, parse_xml(f"<w:p {W}><w:pPr>{style_name}</w:pPr>{page_number()}</w:p>"))


def set_margin(margin: _Header | _Footer, paragraph: object) -> None:
    """A header or footer that holds one paragraph."""
    margin.is_linked_to_previous = False
    root = margin._element
    for child in list(root):
        root.remove(child)
    root.append(paragraph)


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


def saved(document: Document) -> bytes:
    """The file of a document."""
    return package_bytes(document)
