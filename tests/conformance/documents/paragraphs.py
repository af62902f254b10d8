"""Documents about paragraphs: alignment, indents, tabs, white, pitch, frames, and where pages end."""

from __future__ import annotations

from .texts import SENTENCES, text, texts
from .wordml import OFFICIAL, SMALL, defaults, document, fonts, p, paragraphs, r, size

BREAK = '<w:r><w:br w:type="page"/></w:r>'
DOUBLE = '<w:spacing w:line="480" w:lineRule="auto"/>'
ALIGNMENTS = ("left", "center", "right", "both", "distribute")
EDGE = 'w:val="single" w:sz="6" w:space="4" w:color="000000"'


def alignments() -> bytes:
    """Every alignment, in short and in long paragraphs, with a line break in them."""
    body = [
        p(content, f'<w:jc w:val="{align}"/>')
        for align in ALIGNMENTS
        for content in ("大连市总工会", text(2), r(text(1)) + r("<w:br/>") + r(text(1, 3)))
    ]
    return document(*body)


def indents() -> bytes:
    """Indents in characters and lengths, hanging ones, from both sides."""
    kinds = (
        'w:firstLineChars="200" w:firstLine="640"',
        'w:firstLine="600"',
        'w:left="960" w:hanging="640"',
        'w:leftChars="300" w:left="960" w:hangingChars="200" w:hanging="640"',
        'w:left="1200" w:right="1200"',
        'w:rightChars="400" w:right="1280"',
        'w:left="-400" w:right="-300"',
    )
    return document(*(p(text(2, at), f"<w:ind {kind}/>") for at, kind in enumerate(kinds)), styles=OFFICIAL)


def tabs() -> bytes:
    """Stops to the left, right and centre, by hand and by default, and a line with several."""
    stops = '<w:tabs><w:tab w:val="left" w:pos="1200"/><w:tab w:val="center" w:pos="4400"/><w:tab w:val="right" w:pos="8800"/></w:tabs>'
    tab = r("<w:tab/>")
    return document(
        p(tab + r("左") + tab + r("居中的文字") + tab + r("右")),
        p(tab + r("左") + tab + r("居中的文字") + tab + r("右"), stops),
        p(r("第一项") + tab + r("大连市总工会") + tab + r("2018年"), stops),
        p(r("超过第一个制表位的文字") + tab + r("中") + tab + r("1,286.00"), stops),
        p(r("职务：") + tab + r("姓名："), '<w:tabs><w:tab w:val="left" w:pos="5000"/></w:tabs>'),
        p(r("一") + tab + r("二") + tab + r("三") + tab + r("四")),
        p(r("1.") + tab + r(text(2)), '<w:ind w:left="640" w:hanging="640"/>'),
    )


def leaders() -> bytes:
    """A table of contents, figures on their decimal points, a bar."""
    toc = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8800"/></w:tabs>'
    figures = (
        '<w:tabs><w:tab w:val="decimal" w:pos="5000"/><w:tab w:val="right" w:leader="hyphen" w:pos="8800"/></w:tabs>'
    )
    bar = '<w:tabs><w:tab w:val="bar" w:pos="3000"/><w:tab w:val="left" w:leader="underscore" w:pos="6000"/></w:tabs>'
    tab = r("<w:tab/>")
    return document(
        *(p(r(f"第{at + 1}章　{sentence[:12]}") + tab + r(str(at * 7 + 1)), toc) for at, sentence in enumerate(SENTENCES)),
        *(p(r("活动经费") + tab + r(sum_) + tab + r("元"), figures) for sum_ in ("1,234.50", "12.5", "100", "0.125", "3,000元")),
        *(p(r("甲方") + tab + r("乙方"), bar) for _ in range(3)),
    )  # fmt: skip


def white() -> bytes:
    """White before and after paragraphs, the larger of two, none between like ones."""
    pairs = ((0, 0), (240, 0), (0, 240), (120, 360), (360, 120), (100, 100))
    body = [p(text(1, at), f'<w:spacing w:before="{b}" w:after="{a}"/>') for at, (b, a) in enumerate(pairs * 3)]
    tight = [p(each, '<w:spacing w:before="200" w:after="200"/><w:contextualSpacing/>') for each in SENTENCES[:3]]
    return document(*body, *tight, styles=SMALL)


def pitches() -> bytes:
    """Exact pitches, least ones below and above the type, and multiples of a line."""
    rules = (
        ("exact", 560), ("exact", 320), ("exact", 900), ("atLeast", 200), ("atLeast", 560), ("atLeast", 900),
        ("auto", 240), ("auto", 276), ("auto", 360), ("auto", 480), ("auto", 200),
    )  # fmt: skip
    body = [
        p(text(2, at), f'<w:spacing w:line="{line}" w:lineRule="{rule}"/>') for at, (rule, line) in enumerate(rules)
    ]
    return document(*body)


def multiples() -> bytes:
    """Multiple pitches over several pages, with white between the paragraphs, empty lines and a table."""
    rules = [(360, 0), (480, 120), (276, 200), (300, 0), (240, 100)]
    body = []
    for at, content in enumerate(texts(24, 4)):
        line, after = rules[at % 5]
        body.append(p(content, f'<w:spacing w:before="60" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'))
        body.extend([p("", DOUBLE)] if at % 6 == 0 else [])
    return document(*body, styles=defaults(fonts("宋体") + size(21)))


def sizes_in_a_line() -> bytes:
    """Characters of several sizes and faces in lines of single and multiple pitch."""
    big, small = '<w:sz w:val="52"/>', '<w:sz w:val="18"/>'
    mixed = r("大连市") + r("总工会", big) + r("（征求意见稿）", small) + r(text(1))
    faces = "".join(
        r(each, f'<w:rFonts w:hint="eastAsia" w:eastAsia="{face}"/>')
        for each, face in zip(SENTENCES, ("黑体", "楷体_GB2312", "宋体", "方正小标宋简体"), strict=False)
    )
    pitches = ("", '<w:spacing w:line="600" w:lineRule="atLeast"/>', '<w:spacing w:line="360" w:lineRule="auto"/>')
    return document(*(p(content, pitch) for pitch in pitches for content in (mixed, faces)))


def frames() -> bytes:
    """Borders and shading: one frame around like neighbours, single rules, filled paragraphs."""
    box = f"<w:pBdr><w:top {EDGE}/><w:left {EDGE}/><w:bottom {EDGE}/><w:right {EDGE}/></w:pBdr>"
    under = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="FF0000"/></w:pBdr>'
    between = f"<w:pBdr><w:top {EDGE}/><w:left {EDGE}/><w:bottom {EDGE}/><w:right {EDGE}/><w:between {EDGE}/></w:pBdr>"
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'
    return document(
        p(text(1), box), p(text(1, 1)), p(text(1, 2), box), p(text(1, 3), box), p("没有边框的一段。"),
        p("红色反线", under), p(text(1, 4), shade), p(text(1, 5), between), p(text(1, 6), between),
        p(text(1, 7), box + shade), p(text(1, 8), box + '<w:ind w:left="800" w:right="800"/>'),
    )  # fmt: skip


def kept_together() -> bytes:
    """Chains of headings that stay with their text, paragraphs that do not part, pages that end between."""
    body: list[str] = []
    for at, content in enumerate(texts(24)):
        body.append(p(f"第{at + 1}条", '<w:keepNext/><w:jc w:val="center"/>'))
        body.append(p("说明", "<w:keepNext/>") if at % 3 == 0 else "")
        body.append(p(content, "<w:keepLines/>" if at % 2 else ""))
    return document(*body, styles=OFFICIAL)


def widows() -> bytes:
    """Paragraphs of two to seven lines over several pages, with and without widow control."""
    off = '<w:widowControl w:val="0"/>'
    return document(
        *(p(content) for content in texts(20, 4)),
        *(p(content, off) for content in texts(20, 4)),
        styles=OFFICIAL,
    )


def breaks() -> bytes:
    """Pages that end by hand: before a paragraph, within one, at its end; lines that end by hand."""
    return document(
        p(text(2)), p(BREAK), p(text(2, 2)), p(text(1), "<w:pageBreakBefore/>"), p(r(text(1)) + BREAK + r(text(2, 4))),
        p(r(text(1, 5)) + BREAK), p(text(2, 7)), p(r("一") + r("<w:br/>") + r("二") + r("<w:br/>") + r("三")),
        styles=OFFICIAL,
    )  # fmt: skip


def long_paragraphs() -> bytes:
    """Paragraphs longer than a page."""
    return document(
        *(p(text(40, at * 7), '<w:ind w:firstLineChars="200" w:firstLine="640"/>') for at in range(3)), styles=OFFICIAL
    )


def empty_paragraphs() -> bytes:
    """Empty lines of several sizes between texts, and at the foot and head of pages."""
    empty = [f'<w:p><w:pPr><w:rPr><w:sz w:val="{half}"/></w:rPr></w:pPr></w:p>' for half in (16, 32, 52)]
    body = [piece for at in range(9) for piece in (p(text(2, at)), *empty)]
    return document(*body)


def small_type() -> bytes:
    """Two pages of 5号宋体 with single lines, Chinese in one face, Latin in another."""
    return document(*paragraphs_of(30), styles=SMALL)


def paragraphs_of(count: int) -> list[str]:
    """Justified paragraphs with the usual indent."""
    return [
        paragraphs(each, properties='<w:ind w:firstLineChars="200" w:firstLine="420"/><w:jc w:val="both"/>')
        for each in texts(count)
    ]


DOCUMENTS = {
    "段落-对齐": alignments,
    "段落-缩进": indents,
    "段落-制表位": tabs,
    "段落-前导符": leaders,
    "段落-段前段后": white,
    "段落-行距": pitches,
    "段落-倍数行距": multiples,
    "段落-一行多种字号": sizes_in_a_line,
    "段落-边框底纹": frames,
    "段落-与下段同页": kept_together,
    "段落-孤行控制": widows,
    "段落-分页换行": breaks,
    "段落-长过一页": long_paragraphs,
    "段落-空行": empty_paragraphs,
    "段落-五号宋体": small_type,
}
