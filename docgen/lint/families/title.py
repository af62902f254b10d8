"""Rules about the 标题 (GB/T 9704-2012 7.3.1; 条例第九条)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.lint.manuscript import ALL, TITLES, Finding, Line, Manuscript
from docgen.lint.rule import Strength, each, on_lines, on_text, one
from docgen.lint.signs import outside, quotations

R, P, S = Strength.R, Strength.P, Strength.S
MARKS = "。，、；：！？.,;:!?"

URGENT = re.compile(r"(?:紧急|特急|加急)(?=(?:通知|通报|请示|函)$)")
MADE_UP = re.compile("(?:请示报告|报告请示|通知通告|通告通知|公函|便函|申请|汇报|请示函)$")
OTHER_END = re.compile(rf"(?:{MADE_UP.pattern})|》$")
"""Ends of which another rule speaks; and a title that only names what is issued, as two organs together give it."""
STACKED = re.compile("的(?:通知|意见|报告|请示|函|通报|决定|批复)的(?:通知|意见|报告|请示|函|通报|决定|批复)")
ABOUT_TWICE = re.compile("关于[^《》]{0,60}关于")
NO_ABOUT = re.compile("的(?:决定|意见|通知|通报|报告|请示|批复|议案|函)$")
CARRYING = re.compile("印发|转发|批转|关于")
NO_JOINT = re.compile("关于[^的]{2,60}(?:通知|请示|函|通报|批复|决定)$")
END = re.compile(rf"[{re.escape(MARKS)}]{{1,5}}$")
INNER = re.compile("[，。；：！？,;:!?](?=.)")
UNMARKED = re.compile(
    "(?:印发|发布|公布|施行|颁布)[^《》]{1,60}(?:办法|条例|规定|细则|规则|章程)(?=的(?:通知|决定|命令|令)$)"
)
ANGLES = re.compile("(?<=[\u3400-\u9fff])[<‹＜]([^<>‹›＜＞《》]{1,80})[>›＞]")
DOUBLE_ANGLES = re.compile("<<([^<>]{1,80})>>|＜＜([^＜＞]{1,80})＞＞")
ASKING = re.compile("(?:申请|请求|恳请|追加|增拨|拨付|要求解决|请求解决)[^，。]{0,40}(?<!情况)的报告$")
ASKING_TWICE = re.compile("关于(?:申请|请求|恳请)[^，。]{0,60}的请示$")
WRONG_BODY = re.compile("(?:(?<!办事)(?<!管理)(?<!代表)(?<!筹备)处|科|股)关于")
BILL = re.compile("(?:局|厅|办公室|(?<!常务)委员会)关于.{1,60}议案$")


@on_lines("标题写紧急", P, "惯例", "标题")
def urgency_in_title(line: Line) -> Iterator[Finding]:
    """标题里的紧急程度。

    查什么：标题的文种前面写了“紧急”。
    为什么：紧急程度是版头的要素，写在版头“特急”“加急”。
    反例：关于做好防汛工作的紧急通知
    正例：关于做好防汛工作的通知
    """
    return each(line, URGENT, "标题里写了{}", "紧急程度写在版头，标题里不写")


@on_text("标题缺文种", R, "条例第九条（七）")
def title_without_kind(manuscript: Manuscript) -> Iterator[Finding]:
    """标题的文种。

    查什么：标题不是以决议、决定、通知、函等十五种公文种类结尾。
    为什么：标题由发文机关名称、事由和文种组成。
    反例：关于加强安全管理的工作安排
    正例：关于加强安全管理的通知
    """
    title = manuscript.first("标题")
    known = not manuscript.printed or manuscript.first("发文字号") or manuscript.first("标志")
    if title and known and not manuscript.kind and not OTHER_END.search(title.text):
        hint = "标题以文种结尾，例如 关于……的通知"
        yield title.found((0, len(title.text)), "标题末尾没有文种", hint)


@on_lines("生造文种", R, "条例第八条", "标题")
def made_up_kind(line: Line) -> Iterator[Finding]:
    """标题的文种。

    查什么：文种是两种拼起来的，或不是公文的文种。
    为什么：公文种类只有十五种，一份公文用一种。
    反例：关于申请经费的请示报告
    正例：关于增加经费的请示
    """
    return each(line, MADE_UP, "{}不是公文的文种", "请只用一个文种，例如 请示、报告、函")


@on_lines("文种重叠", P, "惯例", "标题")
def stacked_kinds(line: Line) -> Iterator[Finding]:
    """文种重叠。

    查什么：标题里“的通知的通知”这样文种套文种。
    为什么：转发的标题加书名号，或省去一层。
    反例：关于转发关于做好防汛工作的通知的通知
    正例：关于转发《关于做好防汛工作的通知》的通知
    """
    return each(line, STACKED, "标题里文种重叠：{}", "请给转发的标题加书名号，或省去一层")


@on_lines("关于重复", P, "惯例", "标题")
def about_twice(line: Line) -> Iterator[Finding]:
    """标题里的“关于”。

    查什么：书名号外面“关于”出现了两次。
    为什么：介词只用一次，读起来才顺。
    反例：关于印发关于进一步加强管理的意见的通知
    正例：关于印发进一步加强管理意见的通知
    """
    return (
        one(line, found, "“关于”写了两次") for found in outside(quotations(line.text), ABOUT_TWICE.finditer(line.text))
    )


@on_lines("标题缺关于", P, "惯例", "标题")
def title_without_about(line: Line) -> Iterator[Finding]:
    """标题里的“关于”。

    查什么：标题没有用“关于”引出事由。
    为什么：事由一般由“关于”引出，印发、转发的除外。
    反例：示例市总工会召开工作会议的通知
    正例：示例市总工会关于召开工作会议的通知
    """
    found = NO_ABOUT.search(line.text)
    if found and not CARRYING.search(line.text):
        yield one(line, found, "标题的事由前面没有“关于”", "例如 关于……的通知")


@on_lines("标题缺的字", P, "惯例", "标题")
def title_without_joint(line: Line) -> Iterator[Finding]:
    """事由和文种之间的“的”。

    查什么：事由和文种之间没有“的”。
    为什么：“的”字把事由和文种连起来。
    反例：关于召开年度工作会议通知
    正例：关于召开年度工作会议的通知
    """
    found = NO_JOINT.search(line.text)
    if found and "《" not in found.group():
        yield one(line, found, "事由和文种之间少“的”字", "例如 关于……的通知")


@on_lines("标题末尾标点", P, "惯例", *TITLES)
def mark_at_end_of_title(line: Line) -> Iterator[Finding]:
    """标题末尾的标点。

    查什么：标题末尾有标点。
    为什么：标题末尾不用标点符号。
    反例：关于召开会议的通知。
    正例：关于召开会议的通知
    """
    return each(line, END, "标题末尾有{}", new="")


@on_lines("标题中标点", P, "惯例", "标题")
def mark_in_title(line: Line) -> Iterator[Finding]:
    """标题里的标点。

    查什么：标题里书名号、引号以外有逗号、句号、分号、冒号。
    为什么：标题里一般只用书名号、引号和必要的括号、顿号。
    反例：关于加强管理，提高服务水平的通知
    正例：关于加强管理提高服务水平的通知
    """
    for found in outside(quotations(line.text), INNER.finditer(line.text)):
        yield one(line, found, "标题里有{}", "标题里一般只用书名号、引号和括号")


@on_lines("法规缺书名号", P, "惯例", "标题")
def regulation_without_marks(line: Line) -> Iterator[Finding]:
    """标题里的法规名称。

    查什么：印发、公布的办法、规定、细则没有加书名号。
    为什么：标题中的法规、规章名称加书名号。
    反例：关于印发城市绿化管理办法的通知
    正例：关于印发《城市绿化管理办法》的通知
    """
    return each(line, UNMARKED, "{}里的法规名称没有加书名号", "例如 关于印发《……办法》的通知")


@on_lines("书名号嵌套", S, "GB/T 15834 4.15", *ALL)
def nested_marks(line: Line) -> Iterator[Finding]:
    """书名号里的书名号。

    查什么：书名号里面又用了双书名号或尖括号。
    为什么：书名号里还要用书名号时，外面用双书名号，里面用单书名号〈〉。
    反例：《关于印发《实施办法》的通知》
    正例：《关于印发〈实施办法〉的通知》
    """
    for start, end in _inner_pairs(line.text):
        inner = line.text[start + 1 : end]
        yield line.found(
            (start, end + 1),
            f"书名号里的书名号写成“{line.text[start : end + 1]}”",
            f"应写“〈{inner}〉”",
            f"〈{inner}〉",
        )
    for found in ANGLES.finditer(line.text):
        before = line.text[: found.start()]
        if before.count("《") > before.count("》"):
            yield one(line, found, "书名号里的书名号写成{}", new=r"〈\1〉")


def _inner_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Innermost 《》 inside another pair; none where they do not match."""
    if text.count("《") < 2 or text.count("《") != text.count("》"):
        return
    opened: list[int] = []
    pairs = []
    for at, sign in enumerate(text):
        if sign == "《":
            opened.append(at)
        elif sign == "》" and opened:
            start = opened.pop()
            if len(opened) == 1:
                pairs.append((start, at))
        elif sign == "》":
            return
    yield from pairs


@on_lines("书名号写法", S, "GB/T 15834 4.15.2", *ALL)
def typed_angles(line: Line) -> Iterator[Finding]:
    """用小于号、大于号拼的书名号。

    查什么：用“<<”“>>”代替书名号。
    为什么：书名号的形式是《》〈〉。
    反例：<<实施办法>>
    正例：《实施办法》
    """
    return each(line, DOUBLE_ANGLES, "书名号写成{}", new=lambda found: f"《{found[1] or found[2]}》")


@on_lines("报告夹请示", R, "条例第八条（十）（十一）", "标题")
def report_that_asks(line: Line) -> Iterator[Finding]:
    """请求事项的文种。

    查什么：请求拨款、批准的事项用了“报告”。
    为什么：请求指示、批准用请示；报告只汇报、反映、答复。
    反例：关于申请追加经费的报告
    正例：关于追加经费的请示
    """
    return each(line, ASKING, "请求事项用了“报告”", "向上级请求用请示，向不相隶属机关用函")


@on_lines("申请请示重复", P, "惯例", "标题")
def asking_twice(line: Line) -> Iterator[Finding]:
    """“申请”和“请示”重复。

    查什么：标题里既有“申请”“请求”，文种又是请示。
    为什么：请示本身就是请求，不必重复。
    反例：关于申请追加投资的请示
    正例：关于追加投资的请示
    """
    return each(line, ASKING_TWICE, "“申请”和“请示”意思重复", "请删去“申请”“请求”")


@on_lines("内设机构发文", R, "条例第十七条", "标题", certain=False)
def inner_office_issues(line: Line) -> Iterator[Finding]:
    """内设机构对外发文。

    查什么：标题里的发文机关是科、处、股一类内设机构。
    为什么：除办公厅（室）外，内设机构不得对外正式行文。
    反例：示例市财政局预算科关于报送材料的函
    正例：示例市财政局关于报送材料的函
    """
    return each(line, WRONG_BODY, "发文机关像是内设机构（{}）", "内设机构除办公厅（室）外不对外行文")


@on_lines("议案主体", R, "条例第八条（十三）", "标题", certain=False)
def bill_of_an_office(line: Line) -> Iterator[Finding]:
    """议案的发文机关。

    查什么：局、厅、办公室用了议案。
    为什么：议案用于各级人民政府向同级人大或其常委会提请审议。
    反例：示例市教育局关于修改条例的议案
    正例：示例市人民政府关于修改条例的议案
    """
    return each(line, BILL, "议案应由人民政府提出", "部门请改用请示或函")
