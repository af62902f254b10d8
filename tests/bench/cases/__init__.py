"""The cases in the order of the table; a new one is a module here and its name below."""

from . import build, bulletins, check, forms, pages, pdf, rows

CASES = (pdf, build, pages, rows, forms, bulletins, check)
