"""Rules about 主送机关 and 抄送机关 (GB/T 9704-2012 7.3.2, 7.4.2; 条例第十五条)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.manuscript import UPWARD, Finding, Line, Manuscript
from docgen.lint.rule import Strength, each, on_lines, on_text, one

G, R, P, O = Strength.G, Strength.R, Strength.P, Strength.O  # noqa: E741
NO_COLON = re.compile(r"(?<![：:。，；、])$")
HALF_COLON = re.compile(r":\s?$")
END_MARK = re.compile(r"[。，；、]{1,3}$")
SEVERAL = re.compile("[、，,]")
PERSON = re.compile("(?:市长|省长|县长|区长|部长|厅长|局长|主任|书记|主席|同志|经理)(?=[：:]?$)")
LEVELS_JOINED = re.compile("(?:区|县|市)(?:人民)?(?:政府|总工会)、[^，]{0,20}(?:各部门|机关各处室)")
LOWER = re.compile("各(?:区|县|市|乡|镇|街道|科|基层|下属|直属|所属)[^，。、]{0,20}")
COPY_LABEL = re.compile(r"^抄\s?送\s?:")
OLD_LABEL = re.compile(r"^(?:抄报|主报|报送?|送|分送)\s?[：:]")
NO_STOP = re.compile(r"(?<![。：:])$")
COPIED_LEVELS = re.compile("(?:市委|省委|县委|市政府|省政府|市人大|市政协)[^，。]{0,40}、各(?:区|县|市)")
ORGAN = re.compile("[^、，,；;。：:\\s]{3,40}")
PUBLIC = frozenset(("公告", "通告", "公报", "决议", "令", "命令"))


@on_lines("主送缺冒号", G, "GB/T 9704 7.3.2", "主送", printed=True)
def addressees_without_colon(line: Line) -> Iterator[Finding]:
    """主送机关后面的冒号。

    查什么：最后一个主送机关后面没有冒号。
    为什么：最后一个机关名称后标全角冒号。
    反例：各区县总工会
    正例：各区县总工会：
    """
    return each(line, NO_COLON, "主送机关末尾没有冒号", "应以“：”结尾")


@on_lines("主送冒号半角", G, "GB/T 9704 7.3.2", "主送", printed=True)
def half_width_colon_of_addressees(line: Line) -> Iterator[Finding]:
    """主送机关后面的冒号。

    查什么：主送机关后面的冒号是半角的。
    为什么：最后一个机关名称后标全角冒号。
    反例：各区县总工会:
    正例：各区县总工会：
    """
    return each(line, HALF_COLON, "主送机关末尾的冒号是半角的", new="：")


@on_lines("主送末尾标点", G, "GB/T 9704 7.3.2", "主送")
def other_mark_after_addressees(line: Line) -> Iterator[Finding]:
    """主送机关后面的标点。

    查什么：主送机关末尾用了冒号以外的标点。
    为什么：最后一个机关名称后只标全角冒号（内容文件里不用写，自动加）。
    反例：各区县总工会。
    正例：各区县总工会：
    """
    return each(line, END_MARK, "主送机关末尾是{}", "末尾只用全角冒号")


@on_lines("主送缩进", G, "GB/T 9704 7.3.2", "主送", printed=True)
def indented_addressees(line: Line) -> Iterator[Finding]:
    """主送机关的位置。

    查什么：主送机关前面打了空格。
    为什么：主送机关居左顶格，回行时仍顶格。
    反例：（前面有两个空格）各区县总工会：
    正例：（顶格）各区县总工会：
    """
    if line.lead:
        yield line.found((0, 0), "主送机关前面有空格", "主送机关顶格写")


@on_text("请示多头主送", R, "条例第十五条（一）", certain=False)
def upward_to_several(manuscript: Manuscript) -> Iterator[Finding]:
    """上行文的主送机关。

    查什么：请示、报告的主送机关不止一个。
    为什么：向上级机关行文，原则上主送一个上级机关。
    反例：示例市人民政府、示例市财政局：
    正例：示例市人民政府：
    """
    line = manuscript.first("主送")
    if line and manuscript.kind in UPWARD and (found := SEVERAL.search(line.text)):
        yield one(line, found, f"{manuscript.kind}的主送机关不止一个", "原则上只主送一个上级机关，其他的用抄送")


@on_lines("主送个人", R, "条例第十五条（五）", "主送")
def addressed_to_a_person(line: Line) -> Iterator[Finding]:
    """主送个人。

    查什么：主送的是领导个人。
    为什么：除上级机关负责人直接交办事项外，不得以本机关名义向上级机关负责人报送公文。
    反例：张市长：
    正例：示例市人民政府：
    """
    return each(line, PERSON, "主送的是个人（{}）", "请主送机关")


@on_lines("主送顿号", P, "惯例（GB/T 15834 4.5）", "主送")
def levels_joined_by_enumeration(line: Line) -> Iterator[Finding]:
    """不同层级的主送机关之间的标点。

    查什么：下级机关和本级部门之间用了顿号。
    为什么：同类机关之间用顿号，不同类、不同层级之间用逗号。
    反例：各区县总工会、市总机关各部门：
    正例：各区县总工会，市总机关各部门：
    """
    if "，" not in line.text:
        yield from each(line, LEVELS_JOINED, "不同层级的机关之间用了顿号：{}", "不同层级之间用逗号")


@on_text("公布类有主送", P, "惯例")
def public_with_addressees(manuscript: Manuscript) -> Iterator[Finding]:
    """公布性公文的主送机关。

    查什么：公告、通告、公报、决议、令写了主送机关。
    为什么：这些公文向社会公布，一般没有主送机关。
    反例：关于限行的通告，主送：各单位
    正例：关于限行的通告（没有主送）
    """
    line = manuscript.first("主送")
    if line and manuscript.kind in PUBLIC:
        yield line.found((0, len(line.text)), f"{manuscript.kind}一般没有主送机关", "请删去主送机关")


@on_lines("抄送缺句号", G, "GB/T 9704 7.4.2", "抄送", printed=True)
def copies_without_stop(line: Line) -> Iterator[Finding]:
    """抄送机关后面的句号。

    查什么：最后一个抄送机关后面没有句号。
    为什么：最后一个抄送机关名称后标句号。
    反例：抄送：市财政局
    正例：抄送：市财政局。
    """
    return each(line, NO_STOP, "抄送机关末尾没有句号", "应以“。”结尾")


@on_lines("抄送冒号", G, "GB/T 9704 7.4.2", "抄送", printed=True)
def half_width_colon_of_copies(line: Line) -> Iterator[Finding]:
    """“抄送”后面的冒号。

    查什么：“抄送”后面是半角冒号。
    为什么：“抄送”二字后加全角冒号。
    反例：抄送:市财政局。
    正例：抄送：市财政局。
    """
    return each(line, COPY_LABEL, "{}的冒号是半角的", "应写“抄送：”")


@on_lines("抄报", O, "GB/T 9704 7.4.2", "抄送", "正文")
def old_label_of_copies(line: Line) -> Iterator[Finding]:
    """抄报、主报、分送。

    查什么：版记里写着抄报、主报、报、送。
    为什么：除主送机关外需要知晓的机关，一律用“抄送”。
    反例：抄报：市政府。
    正例：抄送：市政府。
    """
    return each(line, OLD_LABEL, "{}是旧的写法", "一律写“抄送：”")


@on_lines("抄送层次", P, "惯例（GB/T 9704 图）", "抄送")
def levels_of_copies(line: Line) -> Iterator[Finding]:
    """不同层级的抄送机关之间的标点。

    查什么：上级、平级机关和下级机关之间用了顿号。
    为什么：不同层级的抄送机关之间用逗号，同一层级之间用顿号。
    反例：抄送：市委、市人大、各区人民政府。
    正例：抄送：市委、市人大，各区人民政府。
    """
    return each(line, COPIED_LEVELS, "不同层级的机关之间用了顿号：{}", "不同层级之间用逗号")


@on_text("上行文抄送下级", R, "条例第十五条（一）")
def upward_copied_down(manuscript: Manuscript) -> Iterator[Finding]:
    """上行文的抄送机关。

    查什么：请示、报告抄送了下级机关。
    为什么：向上级机关行文，不抄送下级机关。
    反例：标题是请示，抄送：各区总工会
    正例：标题是请示，抄送：市财政局
    """
    line = manuscript.first("抄送")
    if line and manuscript.kind in UPWARD:
        yield from each(line, LOWER, f"{manuscript.kind}抄送了下级机关{{}}", "上行文不抄送下级机关")


@on_text("主送又抄送", P, "惯例")
def addressed_and_copied(manuscript: Manuscript) -> Iterator[Finding]:
    """同一机关既主送又抄送。

    查什么：一个机关既在主送机关里，又在抄送机关里。
    为什么：一份公文送一个机关一次。
    反例：主送：市财政局；抄送：市财政局
    正例：主送：市财政局；抄送：市审计局
    """
    addressed = {organ for line in manuscript.of("主送") for organ in ORGAN.findall(line.text)}
    for line in manuscript.of("抄送"):
        for found in ORGAN.finditer(line.text):
            if found.group() in addressed:
                yield one(line, found, "{}既是主送机关，又是抄送机关", "只留一处")
