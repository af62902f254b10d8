"""Documents about sections: paper, numbers that begin again, headers and footers of each kind."""

from __future__ import annotations

from docx_files import root

from .texts import SENTENCES, texts
from .wordml import (
    A4,
    LANDSCAPE,
    MARGINS,
    OFFICIAL,
    SMALL,
    document,
    p,
    plain_rows,
    r,
    section,
    section_end,
    size,
    table,
)

PAGE = (
    r('<w:fldChar w:fldCharType="begin"/>')
    + r('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
    + r('<w:fldChar w:fldCharType="separate"/>')
    + r("1")
    + r('<w:fldChar w:fldCharType="end"/>')
)
PAGES = PAGE.replace("PAGE", "NUMPAGES")
CENTRED = '<w:jc w:val="center"/>'
KINDS = ("default", "first", "even")


def margin(kind: str, name: str, *blocks: str) -> tuple[str, str, str, str]:
    """A header or footer as a related part: (identifier, kind, file, content)."""
    return (name, kind, f"{name}.xml", root({"header": "hdr", "footer": "ftr"}[kind], "".join(blocks)))


def references(kind: str, **names: str) -> str:
    """References to headers or footers by what pages show them."""
    return "".join(f'<w:{kind}Reference w:type="{on}" r:id="{name}"/>' for on, name in names.items())


def numbered() -> bytes:
    """Pages numbered through, the number between dashes, in the middle."""
    footer = margin("footer", "foot", p(r("— ") + PAGE + r(" —"), CENTRED))
    header = margin("header", "head", p(r("大连市总工会文件汇编　共") + PAGES + r("页"), CENTRED))
    closing = references("header", default="head") + references("footer", default="foot") + A4 + MARGINS
    return document(*map(p, texts(20)), styles=OFFICIAL, closing=closing, related=(header, footer))


def kinds() -> bytes:
    """Odd, even and first pages differ."""
    parts = [margin("footer", f"foot{kind}", p(r(f"{kind} ") + PAGE)) for kind in KINDS]
    parts += [margin("header", f"head{kind}", p(r(f"页眉 {kind}"), CENTRED)) for kind in KINDS]
    closing = (
        references("header", **{kind: f"head{kind}" for kind in KINDS})
        + references("footer", **{kind: f"foot{kind}" for kind in KINDS})
        + A4 + MARGINS + "<w:titlePg/>"
    )  # fmt: skip
    return document(
        *map(p, texts(24)), styles=OFFICIAL, closing=closing, related=parts, settings="<w:evenAndOddHeaders/>"
    )


def landscape() -> bytes:
    """A wide table on a page that lies on its side, between upright ones."""
    footer = margin("footer", "foot", p(PAGE, CENTRED))
    shown = references("footer", default="foot")
    wide = table(*plain_rows([[f"第{column}栏" for column in range(1, 9)] for _ in range(30)]), grid=(1700,) * 8)
    return document(
        *map(p, texts(6)), section_end(shown + A4 + MARGINS), p("统计表", CENTRED), wide,
        section_end(shown + LANDSCAPE + MARGINS), *map(p, texts(5)),
        styles=OFFICIAL, closing=shown + A4 + MARGINS, related=(footer,),
    )  # fmt: skip


def numbers_begin_again() -> bytes:
    """Sections each numbered from 1; one begins on an odd page, one goes on on the same page."""
    footer = margin("footer", "foot", p(PAGE, CENTRED))
    shown = references("footer", default="foot")
    again = '<w:pgNumType w:start="1"/>'
    return document(
        *map(p, texts(9)), section_end(shown + A4 + MARGINS + again), *map(p, texts(7)),
        p("第二部分完。", section(shown + A4 + MARGINS + again)), *map(p, texts(3)),
        p("继续。", section(shown + '<w:type w:val="continuous"/>' + A4 + MARGINS)), *map(p, texts(8)),
        styles=OFFICIAL, closing=shown + '<w:type w:val="nextPage"/>' + A4 + MARGINS + again, related=(footer,),
    )  # fmt: skip


def odd_and_even() -> bytes:
    """Sections that begin on an odd and on an even page, with an empty page before them where needed."""
    footer = margin("footer", "foot", p(PAGE, CENTRED))
    shown = references("footer", default="foot")
    return document(
        *map(p, texts(4)), p("第一部分完。", section(shown + A4 + MARGINS)), *map(p, texts(4)),
        p("第二部分完。", section(shown + '<w:type w:val="oddPage"/>' + A4 + MARGINS)), *map(p, texts(4)),
        styles=OFFICIAL, closing=shown + '<w:type w:val="evenPage"/>' + A4 + MARGINS, related=(footer,),
    )  # fmt: skip


def empty_end_of_a_section() -> bytes:
    """A section that ends in an empty paragraph and goes on with the next on the same page."""
    return document(
        p("前。"), section_end(), p("后。"), styles=OFFICIAL, closing='<w:type w:val="continuous"/>' + A4 + MARGINS
    )


def paper() -> bytes:
    """Sections of A4, A3 on its side, and A5, with a gutter."""
    small = (
        '<w:pgSz w:w="8391" w:h="11906"/>'
        '<w:pgMar w:top="1000" w:right="900" w:bottom="1000" w:left="900" w:header="500" w:footer="500" w:gutter="300"/>'
    )
    large = '<w:pgSz w:w="23814" w:h="16838" w:orient="landscape"/>' + MARGINS
    return document(
        *map(p, texts(4)), p("A4完。", section()), *map(p, texts(6)), p("A3完。", section(large)), *map(p, texts(6)),
        styles=OFFICIAL, closing=small,
    )  # fmt: skip


def columns() -> bytes:
    """Two columns over two pages, after a part in one."""
    two = '<w:cols w:num="2" w:space="425"/>'
    return document(
        *map(p, texts(3)), p("第一部分完。", section()), *map(p, texts(14)),
        styles=OFFICIAL, closing=A4 + MARGINS + two,
    )  # fmt: skip


def tall_margins() -> bytes:
    """A header and a footer too tall for the margin push the text."""
    header = margin("header", "head", *map(p, texts(4, 2)))
    footer = margin("footer", "foot", *(p(f"第{at}行", CENTRED) for at in range(6)))
    closing = references("header", default="head") + references("footer", default="foot") + A4 + MARGINS
    return document(*map(p, texts(12)), styles=SMALL, closing=closing, related=(header, footer))


def grid() -> bytes:
    """Type of several sizes on rows of 15.6 points, 42 a page, where paragraphs may leave them."""
    rows = (
        A4
        + '<w:pgMar w:top="1984" w:right="1474" w:bottom="1750" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/>'
    )
    body = [
        p(r(SENTENCES[0] * 2, size(half_points)), '<w:snapToGrid w:val="0"/>' * (at % 4 == 3))
        for at, half_points in enumerate((21, 24, 28, 32, 44, 21, 18, 36) * 3)
    ]
    return document(*body, styles=SMALL, closing=rows + '<w:docGrid w:type="lines" w:linePitch="312"/>')


DOCUMENTS = {
    "分节-文档网格": grid,
    "分节-页码": numbered,
    "分节-首页奇偶页": kinds,
    "分节-横向": landscape,
    "分节-页码重新开始": numbers_begin_again,
    "分节-高页眉页脚": tall_margins,
    "分节-单页双页起": odd_and_even,
    "分节-空段结尾": empty_end_of_a_section,
    "分节-纸张": paper,
    "分节-分栏": columns,
}
