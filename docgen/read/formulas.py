"""Take a formula (22.1), give its characters on one line, so that none of them is lost."""

from __future__ import annotations

from lxml.etree import _Element

from docgen.read.properties import local

MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def linear(element: _Element) -> str:
    """The characters of a formula: fractions as a/b, powers as x^2, indices as x_i, roots as √x."""
    name = local(element)
    if name == "t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    part = {local(child): child for child in element if local(child)}

    def of(wanted: str) -> str:
        return linear(part[wanted]) if wanted in part else ""

    match name:
        case "f":
            return f"{grouped(of('num'))}/{grouped(of('den'))}"
        case "sSup" | "sSub" | "sSubSup" | "sPre":
            return of("e") + _scripts(of("sub"), of("sup"))
        case "rad":
            return f"{of('deg')}√{grouped(of('e'))}"
        case "nary":
            return _property(element, "chr", "∫") + _scripts(of("sub"), of("sup")) + grouped(of("e"))
        case "d":
            inside = _property(element, "sepChr", "|").join(linear(child) for child in element if local(child) == "e")
            return f"{_property(element, 'begChr', '(')}{inside}{_property(element, 'endChr', ')')}"
        case "mr" | "eqArr":
            return " ".join(filter(None, map(linear, element)))
        case "m":
            return "; ".join(filter(None, map(linear, element)))
        case _:
            return "".join(map(linear, element))


def grouped(text: str) -> str:
    """A text in brackets where it would run into its neighbours."""
    return text if len(text) <= 1 or text.isalnum() else f"({text})"


def _scripts(sub: str, sup: str) -> str:
    return "".join(f"{sign}{grouped(text)}" for sign, text in (("_", sub), ("^", sup)) if text)


def _property(element: _Element, name: str, otherwise: str) -> str:
    """A character that the properties of a formula give (22.1.2.20 and others)."""
    found = element.find(f"./*/{MATHS}{name}")
    given = found.get(f"{MATHS}val") if found is not None else None
    return otherwise if given is None else given
