"""Take a `w:sym`, give the Unicode character that looks like it."""

from __future__ import annotations

PRIVATE_USE = range(0xF000, 0xF100)
"""Where codes of symbol fonts stand (17.3.3.30)."""
UNKNOWN = "〓"
"""What Chinese typesetters put where a character is missing."""
GREEK = dict(zip(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)) | dict(
    zip(b"abcdefghijklmnopqrstuvwxyz", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)
)
"""Letters of Symbol (Adobe, Symbol encoding)."""
SYMBOLS = {
    "Wingdings": {
        0x6C: "●",
        0x6D: "○",
        0x6E: "■",
        0x6F: "□",
        0x71: "□",
        0x72: "□",
        0x75: "◆",
        0x76: "❖",
        0x9E: "·",
        0x9F: "•",
        0xA1: "○",
        0xA7: "▪",
        0xA8: "□",
        0xAB: "★",
        0xD8: "➢",
        0xDF: "←",
        0xE0: "→",
        0xE8: "→",
        0xF0: "⇨",
        0xFB: "×",
        0xFC: "√",
        0xFD: "☒",
        0xFE: "☑",
        **{0x81 + at: chr(ord("①") + at) for at in range(10)},
    },
    "Wingdings 2": {0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x97: "●", 0xA3: "□"},
    "Symbol": GREEK
    | {0xA3: "≤", 0xA5: "∞", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xD6: "√"}
    | {code: chr(code) for code in b"0123456789()+-=,.;:%!?[]{}/<>"},
}
"""Bullets and marks that forms use. A box or a tick of another shape is better than none."""


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
