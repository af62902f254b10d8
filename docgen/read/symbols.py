"""Take a `w:sym`, give the Unicode character that looks like it."""

from __future__ import annotations

PRIVATE_USE = range(0xF000, 0xF100)
"""Where codes of symbol fonts stand (17.3.3.30)."""
UNKNOWN = "〓"
"""What Chinese typesetters put where a character is missing."""
SYMBOLS = {
    "Wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "□",
        0x75: "◆",
        0xA8: "□",
        0xFB: "×",
        0xFC: "√",
        0xFD: "☒",
        0xFE: "☑",
    },
    "Wingdings 2": {0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0xA3: "□"},
}
"""Marks that forms use. A box or a tick of another shape is better than none."""


def symbol(font: str, code: str) -> str | None:
    """The character of a symbol font; None where this table does not know it."""
    try:
        point = int(code, 16)
    except ValueError:
        return None
    if font in SYMBOLS or point in PRIVATE_USE:
        return SYMBOLS.get(font, {}).get(point % 0x100)
    if not 0 <= point <= 0x10FFFF or not chr(point).isprintable():
        return None
    return chr(point)
