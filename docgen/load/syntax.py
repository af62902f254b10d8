"""Take a YAML syntax error, give the diagnostic a clerk understands: what stands there and how to mend it."""

from __future__ import annotations

from msgspec import Struct
from yaml.error import MarkedYAMLError

from docgen.diagnostics import Diagnostic, error
from docgen.load.source import Source, top_of

RULE = "YAML写法"

INDENT_HINT = "同一层的键要左对齐；正文的每一行都要比“正文”往右缩进两格"


class Explanation(Struct, frozen=True):
    """What a problem of PyYAML means.

    Attributes:
        problem, context: pieces of its two English messages.
        message, hint: the same for a clerk.
        at_context: the fault lies where the context began, not where reading stopped.
    """

    problem: str
    context: str
    message: str
    hint: str
    at_context: bool = False


EXPLANATIONS = (
    Explanation("found character '\\t'", "", "行首的制表符（Tab）不能用来缩进", "请改成空格，每层两个"),
    Explanation("cannot start any token", "", "值不能以“{character}”开头", "请给整个值加上半角引号"),
    Explanation(
        "could not find expected ':'",
        "",
        "这一行不是“键: 值”的样子",
        "键后面要有半角冒号和空格，“-”后面要有空格；如果是正文里的一段，请在行首加两个空格，或选中各段按 Tab 键",
        at_context=True,
    ),
    Explanation(
        "mapping values are not allowed",
        "",
        "值里又出现了半角冒号加空格",
        "请改成全角冒号“：”，或给整个值加半角引号；长文字请在键后面写“|”，另起一行缩进",
    ),
    Explanation("sequence entries are not allowed", "", "列表的“- ”不能写在这里", "“- ”应另起一行，各项左对齐"),
    Explanation("mapping keys are not allowed", "", "值不能以“? ”开头", "请给整个值加上半角引号"),
    Explanation(
        "found unexpected end of stream",
        "quoted scalar",
        "引号没有成对，从这里起一直没有关上",
        "请补上另一半半角引号",
        True,
    ),
    Explanation("found unexpected document separator", "quoted scalar", "引号没有成对", "请补上另一半半角引号", True),
    Explanation("escape", "", "双引号里的“\\”另有用处，后面的字符它不认识", "请改用单引号，或把“\\”写成“\\\\”"),
    Explanation("expected alphabetic or numeric character", "", "值不能以“*”或“&”开头", "请给整个值加上半角引号"),
    Explanation("chomping or indentation", "", "“|”或“>”后面不能再写文字", "文字请另起一行，比键往右缩进两格"),
    Explanation("comment or a line break", "", "“|”或“>”后面不能再写文字", "文字请另起一行，比键往右缩进两格"),
    Explanation("indentation indicator", "", "“|”后面的数字不对", "请只写“|”"),
    Explanation("expected ',' or ']'", "", "方括号没有关上，或两项之间少了半角逗号", "请检查从这里开始的“[ ]”", True),
    Explanation("expected ',' or '}'", "", "花括号没有关上，或两项之间少了半角逗号", "请检查从这里开始的“{ }”", True),
    Explanation("expected <block end>", "block collection", "列表的各项没有对齐，或“-”后面少了空格", INDENT_HINT),
    Explanation("expected <block end>", "", "这一行的缩进和上面的键对不齐", INDENT_HINT),
    Explanation("expected the node content", "", "这里缺少值", "请补上值，或给以符号开头的值加上半角引号"),
    Explanation("expected '<document start>'", "", "这里多出了内容", "一个文件只能有一组“键: 值”，都从行首写起"),
)

TRAILING = Explanation(
    "expected <block end>",
    "",
    "引号或括号后面多了文字",
    "以引号或括号开头的值，要么整个加半角引号，要么改用全角引号、括号",
)
"""The same problem in the middle of a line."""

UNKNOWN = Explanation("", "", "这里的写法读不懂", "请检查冒号、引号、括号和缩进")


def explain(problem: MarkedYAMLError, source: Source) -> Diagnostic:
    """The diagnostic for `problem`, found in the text of `source`."""
    meaning = _meaning(problem.problem or "", problem.context or "")
    mark = (meaning.at_context and problem.context_mark) or problem.problem_mark or problem.context_mark
    if mark is None:
        return error(RULE, top_of(source.name), meaning.message, meaning.hint)
    index = min(mark.index, len(source.text))
    if meaning.problem == TRAILING.problem and _is_inside_line(source.text, index):
        meaning = TRAILING
    character = source.text[index : index + 1]
    return error(RULE, source.place(index), meaning.message.replace("{character}", character), meaning.hint)


def _meaning(english: str, context: str) -> Explanation:
    return next((known for known in EXPLANATIONS if known.problem in english and known.context in context), UNKNOWN)


def _is_inside_line(text: str, index: int) -> bool:
    """Whether something stands before `index` on its line."""
    return bool(text[text.rfind("\n", 0, index) + 1 : index].strip())
