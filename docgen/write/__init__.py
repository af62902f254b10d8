"""PAGES in, the bytes of a file out. One module per file format; a writer sees nothing but PAGES."""

from docgen.write.fonts import MissingGlyphError
from docgen.write.pdf import write_pdf, write_stack
from docgen.write.pictures import UnreadablePictureError

__all__ = ["MissingGlyphError", "UnreadablePictureError", "write_pdf", "write_stack"]
