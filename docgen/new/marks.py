"""The formats of GB/T 9704-2012 (7, 10) and the certificate, and what the mark of each adds to the name of the body."""

from __future__ import annotations

GENERAL, LETTER, ORDER, MINUTES, CERTIFICATE = "公文", "信函", "命令", "纪要", "证书"

MARK_ENDS = {GENERAL: "文件", LETTER: "", ORDER: "令", MINUTES: "纪要", CERTIFICATE: ""}
"""What stands behind the name in the mark of a format (7.2.4, 10.1–10.3); a certificate has no mark, only a name."""


def mark_of(name: str, kind: str) -> str:
    """The mark of a body called `name` in the format `kind`; a name that ends like a mark stays as it is."""
    end = MARK_ENDS[kind]
    return name if name.endswith(end) else name + end
