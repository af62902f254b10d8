"""Take the styles part, give used values: defaults → table style → basedOn chain → direct (17.7.2)."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any

from docx.oxml.ns import nsmap
from lxml.etree import _Element, fromstring, tostring
from msgspec import Struct, field

from docgen.document import CharFormat, Edges, ParagraphFormat, Pitch, TabStop
from docgen.read.properties import SUPERSCRIPT_SCALE, Props, local, paragraph_properties, qn, run_properties, value

NAMESPACES = {"w": nsmap["w"]}
LOCAL_NAMES = {
    "Normal": "正文",
    "Title": "标题",
    "Subtitle": "副标题",
    "header": "页眉",
    "footer": "页脚",
    **{f"heading {level}": f"标题 {level}" for level in range(1, 10)},
}
"""What Chinese Word calls the styles that a file stores under English names."""
KEPT = 8
"""Styles of templates that are kept."""
MOST_LOOKS = 10_000
"""Ways of saying something that are kept; a notice has thirty."""
MAX_CHAIN = 20
"""Depth of basedOn chains; real ones stay under ten, a loop would not end."""
WORD_SIZE = 10.0
"""Size where nothing gives one (17.3.2.38)."""
LAST_OUTLINE_LEVEL = 8
"""Level 9 means body text (17.3.1.20)."""
TOGGLES = ("bold", "italic", "caps", "strike", "double_strike", "hidden", "small_caps")
"""17.7.3: what a second style takes back when it says it again."""


class Chain(Struct, frozen=True, eq=False):
    """What a style and those it is based on say together, and (kind, name) of what nobody understands in it.

    `over_list` is what the style that names a list, and those based on it, say over the indents of that list.
    """

    paragraph: Props
    run: Props
    unknown: tuple[tuple[str, str], ...] = ()
    over_list: Props = field(default_factory=dict)


class Looks(dict[tuple[object, ...], Any]):
    """What was read, by what was said; a thousand files of one template need no more memory than ten."""

    def __setitem__(self, key: tuple[object, ...], value: Any) -> None:
        if len(self) >= MOST_LOOKS:
            self.clear()
        super().__setitem__(key, value)


class Styles(Struct, frozen=True, dict=True):
    """The styles of a file by identifier; `base` are the document defaults.

    `theme` maps theme font references to typefaces.
    """

    elements: dict[str, _Element]
    defaults: dict[str, str]
    base: Chain
    theme: dict[str, str] = field(default_factory=dict)

    @cached_property
    def looks(self) -> Looks:
        """What was read of the properties of runs and paragraphs, which mostly say the same."""
        return Looks()

    @cached_property
    def _chains(self) -> dict[str, Chain]:
        return {}

    @cached_property
    def _alone(self) -> dict[_Element, Chain]:
        return {}

    def known(self, style_id: str | None, kind: str = "paragraph") -> str:
        """The identifier where the file has such a style, else the default style's, as Word takes it."""
        return style_id if style_id is not None and style_id in self.elements else self.defaults.get(kind, "")

    @cached_property
    def _names(self) -> dict[str, str]:
        found = {style_id: element.find(qn("w:name")) for style_id, element in self.elements.items()}
        names = {style_id: (value(name) or "") if name is not None else "" for style_id, name in found.items()}
        return {style_id: LOCAL_NAMES.get(name, name) for style_id, name in names.items()}

    @cached_property
    def _base_runs(self) -> dict[tuple[Chain, Chain], Props]:
        return {}

    def name(self, style_id: str) -> str:
        """The style's name as a Chinese Word shows it."""
        return self._names.get(style_id, "")

    def base_run(self, table: Chain, style: Chain) -> Props:
        """Where the runs of a paragraph of a style start from, in a table of another."""
        key = table, style
        if key not in self._base_runs:
            self._base_runs[key] = merged(self.base.run, styled(table.run, style.run))
        return self._base_runs[key]

    def chain(self, style_id: str) -> Chain:
        """What a style and those it is based on say together."""
        if style_id not in self._chains:
            self._chains[style_id] = self._merged_chain(style_id)
        return self._chains[style_id]

    def _merged_chain(self, style_id: str) -> Chain:
        paragraph: Props = {}
        run: Props = {}
        over_list: Props = {}
        unknown: list[tuple[str, str]] = []
        for element in reversed(self.ancestry(style_id)):
            said = self._says(element)
            paragraph, run = merged(paragraph, said.paragraph), merged(run, said.run)
            over_list = said.paragraph if names_list(said.paragraph) else merged(over_list, said.paragraph)
            unknown.extend(said.unknown)
        return Chain(paragraph, run, tuple(unknown), over_list)

    def _says(self, element: _Element) -> Chain:
        """What one style says alone; many are based on it."""
        if element not in self._alone:
            self._alone[element] = read_chain(element)
        return self._alone[element]

    def ancestry(self, style_id: str) -> list[_Element]:
        """The style and its ancestors, nearest first."""
        found: list[_Element] = []
        while style_id in self.elements and len(found) < MAX_CHAIN:
            element = self.elements[style_id]
            found.append(element)
            parent = element.find(qn("w:basedOn"))
            style_id = (value(parent) or "") if parent is not None else ""
        return found


def styles_of(styles: _Element | None, theme: _Element | None, language: str) -> Styles:
    """The styles of a file; files of one template share them, with all that was read of them."""
    written, faces = (b"" if root is None else tostring(root) for root in (styles, theme))
    return _styles_in(written, faces, language)


@lru_cache(maxsize=KEPT)
def _styles_in(styles: bytes, theme: bytes, language: str) -> Styles:
    faces = read_theme(fromstring(theme) if theme else None, language)
    return read_styles(fromstring(styles) if styles else None, faces)


def read_styles(root: _Element | None, theme: dict[str, str]) -> Styles:
    """The styles of a `w:styles` element."""
    elements: dict[str, _Element] = {}
    defaults: dict[str, str] = {}
    for style in root.findall(qn("w:style")) if root is not None else ():
        style_id, kind = value(style, "styleId") or "", value(style, "type") or "paragraph"
        elements[style_id] = style
        if (value(style, "default") or "0") in ("1", "true", "on"):
            defaults[kind] = style_id
    whole = root.find(qn("w:docDefaults")) if root is not None else None
    return Styles(elements, defaults, read_chain(whole, "w:pPrDefault/w:pPr", "w:rPrDefault/w:rPr"), theme)


def read_chain(element: _Element | None, paragraph: str = "w:pPr", run: str = "w:rPr") -> Chain:
    """What one style says, or the document defaults; the paths lead to its properties."""
    unknown: list[tuple[str, str]] = []

    def report(kind: str, name: str) -> None:
        unknown.append((kind, name))

    said = [element.find(path, NAMESPACES) if element is not None else None for path in (paragraph, run)]
    return Chain(paragraph_properties(said[0], report), run_properties(said[1], report), tuple(unknown))


def names_list(props: Props) -> bool:
    """Whether a level of the cascade says which list numbers the paragraph, or on which level."""
    return "list" in props or "list_level" in props


def silent(kind: str, name: str) -> None:
    """A report for second readings."""


def merged(*levels: Props) -> Props:
    """Later levels win; borders and tabs merge edge by edge and stop by stop."""
    result: Props = {}
    for level in levels:
        for key, found in level.items():
            if key in ("tabs", "edges") and key in result:
                result[key] = {**result[key], **found}
            else:
                result[key] = found
    return result


def styled(below: Props, style: Props) -> Props:
    """What a style says over the styles below it: a toggle that both set is off (17.7.3)."""
    return merged(below, style, {key: False for key in TOGGLES if below.get(key) and style.get(key)})


def char_format(props: Props, theme: dict[str, str]) -> CharFormat:
    """Used values of a run from its merged cascade."""
    script = props.get("script", "baseline")
    size = props.get("size", WORD_SIZE)
    shift = props.get("raised", 0.0)
    if script != "baseline":
        shift += size / 3 if script == "superscript" else -size / 6
        size *= SUPERSCRIPT_SCALE
    ascii_face = theme.get(props.get("ascii_theme", "")) or props.get("ascii", "Times New Roman")
    return CharFormat(
        east_asia=theme.get(props.get("east_asia_theme", "")) or props.get("east_asia", "宋体"),
        ascii=ascii_face,
        size=size,
        raised=shift,
        bold=props.get("bold", False),
        italic=props.get("italic", False),
        color=props.get("color", "000000"),
        spacing=props.get("spacing", 0.0),
        underline=props.get("underline", ""),
        strike=props.get("strike", False),
        double_strike=props.get("double_strike", False),
        hidden=props.get("hidden", False),
        scale=props.get("scale", 1.0),
        east_asia_hint=props.get("hint") == "eastAsia",
        shade=props.get("shade", ""),
        snaps=props.get("snaps", True),
        emphasis=props.get("emphasis", ""),
        border=props.get("border"),
    )


def paragraph_format(props: Props, size: float) -> ParagraphFormat:
    """Used values of a paragraph; indents in characters count `size`, the size of its style."""
    level = props.get("outline_level")
    indent = {key: props.get(f"{key}_chars", 0.0) * size or props.get(key, 0.0) for key in ("left", "right", "first")}
    tabs = [stop for stop in props.get("tabs", {}).values() if isinstance(stop, TabStop)]
    same = (
        "before",
        "after",
        "before_lines",
        "after_lines",
        "before_auto",
        "after_auto",
        "shade",
        "keep_next",
        "keep_lines",
        "page_break_before",
        "widow_control",
        "kinsoku",
        "hang_punctuation",
        "space_east_asia",
        "contextual_spacing",
        "snaps",
        "align",
    )
    return ParagraphFormat(
        **indent,
        **{key: props[key] for key in same if key in props},
        pitch=props.get("pitch", Pitch()),
        tabs=tuple(sorted((stop for stop in tabs if stop.align != "bar"), key=lambda stop: stop.position)),
        bars=tuple(sorted(stop.position for stop in tabs if stop.align == "bar")),
        edges=Edges(**props.get("edges", {})),
        outline_level=None if level is None or not 0 <= level <= LAST_OUTLINE_LEVEL else int(level),
    )


HANS = "Hans"
SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja": "Jpan", "ko": "Hang"}
"""Scripts of theme fonts (20.1.4.1.16) by the language of East Asian text; Hans for all others."""


def read_theme(root: _Element | None, language: str) -> dict[str, str]:
    """Typefaces behind theme references such as minorEastAsia (20.1.4.1.18)."""
    faces: dict[str, str] = {}
    script = SCRIPTS.get(language, SCRIPTS.get(language.partition("-")[0], HANS))
    for element in root.iter() if root is not None else ():
        prefix = {"majorFont": "major", "minorFont": "minor"}.get(local(element))
        for child in element if prefix else ():
            face = child.get("typeface") or ""
            if local(child) == "latin":
                faces[f"{prefix}HAnsi"] = faces[f"{prefix}Ascii"] = face
            elif local(child) == "ea" and face:
                faces[f"{prefix}EastAsia"] = face
            elif local(child) == "font" and child.get("script") == script:
                faces.setdefault(f"{prefix}EastAsia", face)
    return {name: face for name, face in faces.items() if face}
