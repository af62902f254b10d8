"""Documents about tables: merges, heights, rows that part, edges in conflict, margins, tables in cells."""

from __future__ import annotations

from .texts import DISTRICTS, names, text, units
from .wordml import (
    BOX,
    LANDSCAPE,
    MARGINS,
    OFFICIAL,
    SMALL,
    cell,
    defaults,
    document,
    fonts,
    p,
    plain_rows,
    r,
    size,
    table,
    tr,
)

HEAD = ["序号", "姓名", "单位", "备注"]
GRID = (900, 1600, 4744, 1600)
CENTRED = '<w:jc w:val="center"/>'
PLAIN_WORDS = "区市县总工会"
"""Where lines break alike in all engines."""
RESTART = ' w:val="restart"'


def height(twips: int, rule: str = "atLeast") -> str:
    """The height of a row."""
    return f'<w:trHeight w:val="{twips}" w:hRule="{rule}"/>'


def roster(count: int) -> list[list[str]]:
    """Rows of a list of people."""
    people = zip(names(count), units(count), strict=True)
    return [[str(at + 1), name, unit, "" if at % 4 else "连续三年获奖"] for at, (name, unit) in enumerate(people)]


def simple() -> bytes:
    """A table over several pages, plain."""
    return document(
        p("先进个人名单", CENTRED),
        table(*plain_rows([HEAD, *roster(80)]), grid=GRID),
        p("以上名单予以公示。"),
        styles=SMALL,
    )


def repeated_head() -> bytes:
    """A table over several pages whose head row comes again."""
    head = tr(*map(cell, HEAD), properties=f"{height(500)}<w:tblHeader/>")
    rows = plain_rows(roster(120), f"<w:cantSplit/>{height(400)}")
    return document(p("先进个人名单", CENTRED), table(head, *rows, grid=GRID), p("以上名单予以公示。"), styles=SMALL)


def merged() -> bytes:
    """Cells over several columns and rows."""

    def over(count: int) -> str:
        return f'<w:gridSpan w:val="{count}"/>'

    begun, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    middle = '<w:vAlign w:val="center"/>'
    rows = [
        tr(cell("申报单位", properties=over(2)), cell("大连机车车辆有限公司工会", properties=over(2))),
        tr(cell("基本情况", properties=begun + middle), cell("职工人数"), cell("1,286"), cell("女职工512人")),
        tr(cell(properties=goes_on), cell("会员人数"), cell("1,280"), cell("")),
        tr(
            cell(properties=goes_on),
            cell("主要事迹", properties='<w:vAlign w:val="center"/>'),
            cell(text(3), properties=over(2)),
        ),
        tr(cell("单位意见"), cell("同意申报。", p("（盖章）", '<w:jc w:val="right"/>'), properties=over(3))),
    ]
    return document(table(*rows, grid=(1400, 1600, 3000, 2844)), p(text(1)), styles=SMALL)


def row_heights() -> bytes:
    """Exact and least heights, too small and too large for their content, and the three ways to align in them."""
    rows = [
        tr(
            *(cell(content, properties=f'<w:vAlign w:val="{align}"/>') for align in ("top", "center", "bottom")),
            properties=height(twips, rule),
        )
        for twips, rule, content in (
            (400, "atLeast", "短"), (900, "atLeast", "短"), (300, "atLeast", text(1)), (700, "exact", "短"),
            (1500, "exact", "两行的文字，两行的文字，两行"), (1200, "atLeast", text(2, 3)),
        )
    ]  # fmt: skip
    return document(table(*rows, grid=(2948, 2948, 2948)), p("表后。"), styles=SMALL)


def parting_rows() -> bytes:
    """Rows that part at a page end and rows that must not."""
    rows = [
        tr(cell(f"第{at + 1}项"), cell(text(4 + at % 5, at)), properties="<w:cantSplit/>" if at % 2 else "")
        for at in range(24)
    ]
    return document(table(*rows, grid=(1600, 7244)), p("表后。"), styles=SMALL)


def edges_in_conflict() -> bytes:
    """Cells whose edges differ from the table's and from their neighbours'."""

    def edges(**widths: int) -> str:
        inside = "".join(
            f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="000000"/>' for side, width in widths.items()
        )
        return f"<w:tcBorders>{inside}</w:tcBorders>"

    nil = '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/></w:tcBorders>'
    rows = [
        tr(cell("上粗", properties=edges(top=24)), cell("下粗", properties=edges(bottom=36)), cell("平常")),
        tr(
            cell("左右粗", properties=edges(left=18, right=18)),
            cell("上细", properties=edges(top=4)),
            cell("无上无左", properties=nil),
        ),
        tr(cell("平常"), cell("四边粗", properties=edges(top=12, left=12, bottom=12, right=12)), cell("平常")),
        tr(cell("平常"), cell("平常"), cell("下粗", properties=edges(bottom=48))),
    ]
    bare = table(*plain_rows([["无边框", "的表格"], ["只有", "文字"]]), grid=(4000, 4000), borders="")
    return document(p("表前。"), table(*rows, grid=(2948, 2948, 2948)), p("表间。"), bare, p("表后。"), styles=SMALL)


def cell_margins() -> bytes:
    """Margins of the table and of single cells; shading."""
    wide = '<w:tcMar><w:top w:w="200" w:type="dxa"/><w:left w:w="400" w:type="dxa"/><w:bottom w:w="300" w:type="dxa"/><w:right w:w="400" w:type="dxa"/></w:tcMar>'
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>'
    rows = [
        tr(cell("平常的页边距"), cell(text(1), properties=wide), cell(text(1, 2))),
        tr(cell("底纹", properties=shade), cell(text(1, 3)), cell("宽边距", properties=wide)),
        tr(cell(text(1, 4), properties=shade + wide), cell("短"), cell("短")),
    ]
    return document(table(*rows, grid=(2000, 3844, 3000)), p("表后。"), styles=SMALL)


def nested() -> bytes:
    """Tables in cells."""
    inner = table(*plain_rows([["项目", "金额"], ["活动费", "1,200.00"], ["奖金", "800.50"]]), grid=(1800, 1600))
    rows = [
        tr(cell("经费预算"), cell(p("明细如下："), inner, p("合计2,000.50元。"))),
        tr(cell("说明"), cell(text(2))),
    ]
    return document(table(*rows, grid=(2000, 6844)), p("表后。"), styles=SMALL)


def centred_and_indented() -> bytes:
    """Tables narrower than the measure: left, centred, right, indented."""
    rows = plain_rows([["姓名", "单位"], ["欧阳明", "大连港工会"]])
    places = ('<w:jc w:val="center"/>', '<w:jc w:val="right"/>', "", '<w:tblInd w:w="1000" w:type="dxa"/>')
    return document(*(_placed(rows, place) for place in places), p("表后。"), styles=SMALL)


def _placed(rows: list[str], place: str) -> str:
    """A table at its place, with a paragraph before it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (2000, 3000))
    width, edges, fixed = (
        '<w:tblW w:w="5000" w:type="dxa"/>',
        f"<w:tblBorders>{BOX}</w:tblBorders>",
        '<w:tblLayout w:type="fixed"/>',
    )
    return (
        p("表前。")
        + f"<w:tbl><w:tblPr>{width}{place}{edges}{fixed}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def upright() -> bytes:
    """Cells of vertical text beside tall ones."""
    down = '<w:textDirection w:val="tbRlV"/><w:vAlign w:val="center"/>'
    rows = [
        tr(cell("主要事迹", properties=down, of=CENTRED), cell(text(5)), properties=height(2400)),
        tr(cell("推荐意见", properties=down, of=CENTRED), cell("同意推荐。"), properties=height(2000)),
        tr(cell("单位工会意见", properties=down, of=CENTRED), cell("（盖章）"), properties=height(3000)),
    ]
    return document(table(*rows, grid=(800, 8044)), p("表后。"), styles=OFFICIAL)


def awards() -> bytes:
    """A table of awards: head repeated, cells centred, districts merged over their rows."""
    rows = [tr(*(cell(label, of=CENTRED) for label in ("区市县", "获奖单位", "等级")), properties="<w:tblHeader/>")]
    for district in range(10):
        for at in range(4):
            merge = '<w:vMerge w:val="restart"/>' if at == 0 else "<w:vMerge/>"
            place = cell(
                DISTRICTS[district] if at == 0 else "", properties=merge + '<w:vAlign w:val="center"/>', of=CENTRED
            )
            rows.append(tr(place, cell(units(60)[district * 4 + at]), cell("一二三"[min(at, 2)] + "等奖", of=CENTRED)))
    return document(p(r("获奖名单"), CENTRED), table(*rows, grid=(1800, 5244, 1800)), p("表后。"), styles=SMALL)


def long_list() -> bytes:
    """A list of two thousand people: its head comes again on each of some fifty pages."""
    head = tr(*(cell(label, of=CENTRED) for label in HEAD), properties="<w:tblHeader/>")
    rows = (tr(*map(cell, row), properties="<w:cantSplit/>") for row in roster(2000))
    return document(table(head, *rows, grid=GRID), p("表后。"), styles=SMALL)


def merged_over_pages() -> bytes:
    """Labels merged over rows that a page end divides: upright, centred, at the foot, one longer than its rows."""
    labels = (
        ("基本情况", '<w:textDirection w:val="tbRl"/><w:vAlign w:val="center"/>'),
        ("居中的栏目", '<w:vAlign w:val="center"/>'),
        ("底部的栏目", '<w:vAlign w:val="bottom"/>'),
        (PLAIN_WORDS * 60, ""),
    )
    rows = [
        tr(
            cell(label if at == 0 else "", properties=f"<w:vMerge{RESTART if at == 0 else ''}/>{more}"),
            cell(f"第{at + 1}行"),
            cell(text(1 + at % 3, at)),
        )
        for label, more in labels
        for at in range(22)
    ]
    return document(p("表前。"), table(*rows, grid=(1400, 1400, 6044)), p("表后。"), styles=SMALL)


def least_heights_over_pages() -> bytes:
    """Rows of a least height at a page end: taller ones part, others do not."""
    rows = [
        tr(cell(f"第{at + 1}项"), cell(PLAIN_WORDS * (8 + at % 7 * 16)), properties=height(1400)) for at in range(16)
    ]
    return document(table(*rows, grid=(1600, 7244)), p("表后。"), styles=SMALL)


def heads_of_two_rows() -> bytes:
    """A head of two rows with merges both ways, over rows that part and tables in cells."""
    head = "<w:tblHeader/>"
    inner = table(*plain_rows([["项目", "金额"], ["活动费", "1,200.00"]] * 6), grid=(1800, 1600))
    rows = [
        tr(cell("项目", properties=f"<w:vMerge{RESTART}/>"), cell("内容", properties='<w:gridSpan w:val="2"/>'), properties=head),
        tr(cell("", properties="<w:vMerge/>"), cell("说明"), cell("明细"), properties=head),
        *(tr(cell(f"第{at + 1}项"), cell(PLAIN_WORDS * (9 + at % 9 * 5)), cell(inner, p(""))) for at in range(9)),
    ]  # fmt: skip
    return document(table(*rows, grid=(1400, 3644, 3800)), p("表后。"), styles=SMALL)


def upward() -> bytes:
    """Text that runs up the page beside text that runs down it, aligned in all ways."""
    ways = [(along, across) for along in ("left", "center", "right") for across in ("top", "center", "bottom")]
    rows = [
        tr(
            *(
                cell(
                    "基本情况2018年度",
                    properties=f'<w:textDirection w:val="{way}"/><w:vAlign w:val="{across}"/>',
                    of=f'<w:jc w:val="{along}"/>',
                )
                for way in ("btLr", "tbRl")
            ),
            cell(f"{along}，{across}"),
            properties=height(1500, "exact"),
        )
        for along, across in ways
    ]
    return document(table(*rows, grid=(2000, 2000, 4844)), p("表后。"), styles=SMALL)


def taller_than_a_page() -> bytes:
    """Cells taller than a page, beside short ones."""
    rows = [
        tr(cell("主要事迹"), cell(*(p(text(5, at)) for at in range(14)))),
        tr(cell("推荐意见"), cell("同意。"), properties=height(900)),
        tr(cell(*(p(f"第{at + 1}条") for at in range(70))), cell(text(3))),
    ]
    return document(p("申报表", CENTRED), table(*rows, grid=(1600, 7244)), p("表后。"), styles=SMALL)


def unbreakable() -> bytes:
    """A row that must not part and is taller than a page."""
    rows = [
        tr(cell("填报说明"), cell("请逐项填写。")),
        tr(cell("主要事迹"), cell(*(p(f"第{at + 1}项") for at in range(60))), properties="<w:cantSplit/>"),
    ]
    return document(p("申报表", CENTRED), table(*rows, grid=(1600, 7244)), p("表后。"), styles=SMALL)


def districts_over_pages() -> bytes:
    """Vertical merges that reach over the end of a page, and a head of two rows that comes again."""
    begun, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    middle = '<w:vAlign w:val="center"/>'
    rows = [
        tr(
            cell("地区", properties=begun + middle, of=CENTRED), cell("参加人数", properties='<w:gridSpan w:val="2"/>', of=CENTRED),
            cell("备注", properties=begun + middle, of=CENTRED), properties="<w:tblHeader/>",
        ),
        tr(
            cell(properties=goes_on), cell("男", of=CENTRED), cell("女", of=CENTRED), cell(properties=goes_on),
            properties="<w:tblHeader/>",
        ),
    ]  # fmt: skip
    for district in DISTRICTS:
        for at in range(7):
            merge = begun + middle if at == 0 else goes_on
            rows.append(
                tr(
                    cell(district if at == 0 else "", properties=merge),
                    cell(f"{at * 37 + 15}"),
                    cell(f"{at * 23 + 8}"),
                    cell(""),
                )
            )
    return document(
        p("统计表", CENTRED),
        table(*rows, grid=(2000, 2400, 2400, 2044)),
        p("表后。"),
        styles=defaults(fonts("宋体") + size(21)),
    )


def double_spaced_cells() -> bytes:
    """Cells whose paragraphs have twice the pitch."""
    double = '<w:spacing w:line="480" w:lineRule="auto"/>'
    rows = [
        tr(cell(text(2), of=double), cell("单倍"), properties=height(2400)),
        tr(cell("双倍", of=double), cell(text(1)), properties=height(1400)),
    ]
    return document(table(*rows, grid=(4422, 4422)), p("表后。"), styles=SMALL)


def double_spaced_last_lines() -> bytes:
    """The same where such a paragraph gives its row the height."""
    double = '<w:spacing w:line="480" w:lineRule="auto"/>'
    return document(table(tr(cell(text(2), of=double), cell("单倍")), grid=(4422, 4422)), p("表后。"), styles=SMALL)


def spaced_cells() -> bytes:
    """White before and after paragraphs in cells, exact and least pitches, indents, all ways to align."""
    looks = (
        '<w:spacing w:before="120" w:after="120"/>', '<w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>',
        '<w:spacing w:line="500" w:lineRule="atLeast"/><w:jc w:val="right"/>',
        '<w:ind w:firstLineChars="200" w:firstLine="420"/><w:jc w:val="both"/>',
    )  # fmt: skip
    rows = [
        tr(*(cell(p(text(1, at), look), p(text(1, at + 1), look)) for look in looks[at % 3 :][:2])) for at in range(6)
    ]
    return document(table(*rows, grid=(4422, 4422)), p("表后。"), styles=SMALL)


def wide_table() -> bytes:
    """A table over several pages that lie on their side."""
    labels = ["序号", "单位", "职工人数", "会员人数", "女职工", "农民工", "建会时间", "联系人", "联系电话", "备注"]
    rows = [
        [
            str(at + 1),
            unit,
            f"{at * 13 + 120}",
            f"{at * 12 + 110}",
            f"{at * 5}",
            f"{at * 3}",
            f"{1990 + at % 28}年",
            name,
            f"0411-8363{at:04}",
            "",
        ]
        for at, (unit, name) in enumerate(zip(units(60), names(60), strict=True))
    ]
    head = tr(*(cell(label, of=CENTRED) for label in labels), properties=f"{height(500)}<w:tblHeader/>")
    grid = (700, 3000, 1100, 1100, 1000, 1000, 1200, 1100, 2000, 1200)
    return document(
        p("基层工会统计表", CENTRED),
        table(head, *plain_rows(rows), grid=grid),
        styles=SMALL,
        closing=LANDSCAPE + MARGINS,
    )


DOCUMENTS = {
    "表格-多页": simple,
    "表格-标题行重复": repeated_head,
    "表格-合并": merged,
    "表格-行高": row_heights,
    "表格-跨页断行": parting_rows,
    "表格-边框冲突": edges_in_conflict,
    "表格-单元格边距底纹": cell_margins,
    "表格-嵌套": nested,
    "表格-位置": centred_and_indented,
    "表格-竖排": upright,
    "表格-获奖名单": awards,
    "表格-两千行": long_list,
    "表格-合并跨页": merged_over_pages,
    "表格-最小行高跨页": least_heights_over_pages,
    "表格-两行标题": heads_of_two_rows,
    "表格-竖排两向": upward,
    "表格-高过一页": taller_than_a_page,
    "表格-不断行高过一页": unbreakable,
    "表格-地区合并跨页": districts_over_pages,
    "表格-双倍行距": double_spaced_cells,
    "表格-双倍行距末行": double_spaced_last_lines,
    "表格-段落格式": spaced_cells,
    "表格-横向多页": wide_table,
}
