"""Take the machine, give its typefaces: which font file serves which name a document asks for, and why.

Fetching free faces for the classes that are missing is `docgen.typefaces.install`.
"""

from __future__ import annotations

import os

from docgen.typefaces.catalogue import DESIGNS, TYPEFACES, class_of
from docgen.typefaces.find import index_fonts
from docgen.typefaces.folders import FONTS_VARIABLE, cache_folder, font_folders, kept_fonts
from docgen.typefaces.report import Row, faces_in_use, report
from docgen.typefaces.serve import NO_FONTS, MissingTypefaces, Served, Typefaces, typefaces_of

__all__ = (
    "TYPEFACES",
    "MissingTypefaces",
    "Row",
    "Served",
    "Typefaces",
    "class_of",
    "faces_in_use",
    "find_typefaces",
    "kept_fonts",
    "report",
)

ONLY_THERE = f"（环境变量 {FONTS_VARIABLE} 规定只在它列出的文件夹里找字体。）"


def find_typefaces() -> Typefaces:
    """The fonts of this machine; raises `MissingTypefaces` if none of them is a Chinese face."""
    typefaces = typefaces_of(index_fonts(font_folders(), cache_folder()))
    if not any(typefaces.pick(design.names) for design in DESIGNS):
        raise MissingTypefaces(NO_FONTS + (ONLY_THERE if os.environ.get(FONTS_VARIABLE) else ""))
    return typefaces
