"""Draw the pictures of the manual's section 定版: the notices of tests/cases/notices/定版-*.yaml before and after."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from docgen.files import shelf_for
from docgen.fill import fill
from docgen.layout.fonts import FileFonts
from docgen.load import load
from docgen.page import Pages
from docgen.pipeline import machine_fonts, set_pages, settled
from docgen.write import write_pdf

ROOT = Path(__file__).parent.parent
NOTICES = ROOT / "tests" / "cases" / "notices"
PICTURES = ROOT / "docs" / "图"
POINTS_PER_INCH = 72
SMALL, LARGE = 20, 60
"""Dots per inch of whole pages side by side, and of a part of a page that is to be read."""
PART = (0.11, 0.55, 0.92, 0.9)
"""Left, upper, right and lower edge of that part, as shares of the page."""
LABEL, GAP = 13, 6
"""Height of the labels and the white between pages, in dots."""
GREY, COLORS = "#999999", 64

Row = tuple[str, list[Image.Image]]


def main() -> None:
    """Draw all of them."""
    fonts = machine_fonts()
    for file in sorted(NOTICES.glob("定版-*.yaml")):
        part = "一字" in file.stem
        rows = [
            (label, images(pages, LARGE if part else SMALL, part=part))
            for label, pages in before_and_after(file, fonts)
        ]
        picture = stacked(rows, fonts.typeface("黑体", False, False).face.path)
        picture.quantize(COLORS).save(PICTURES / f"{file.stem}.png", optimize=True)


def before_and_after(file: Path, fonts: FileFonts) -> list[tuple[str, Pages]]:
    """The pages of a notice as filled, and as settled."""
    shelf = shelf_for(file)
    content, _ = load(file.read_bytes(), file.name, shelf.list_file, shelf.stock)
    template = shelf.template(content.template)
    docx, _ = fill(content, template, content.template, shelf.form)
    after = settled(docx, file.name, fonts, template).pages
    return [("定版前", set_pages(docx, file.name, fonts).pages), ("定版后", after)]


def images(pages: Pages, dots: int, *, part: bool) -> list[Image.Image]:
    """Every page, or the part of the first one that is to be read."""
    with pypdfium2.PdfDocument(write_pdf(pages)) as pdf:
        found = [page.render(scale=dots / POINTS_PER_INCH).to_pil() for page in pdf]
    if not part:
        return found
    width, height = found[0].size
    left, top, right, bottom = PART
    return [found[0].crop((int(left * width), int(top * height), int(right * width), int(bottom * height)))]


def stacked(rows: list[Row], font: str) -> Image.Image:
    """The rows one under another, each under its label, each page in a frame."""
    width = max(sum(image.width + GAP for image in found) for _, found in rows) + GAP
    height = sum(found[0].height + LABEL + 3 * GAP for _, found in rows)
    picture = Image.new("RGB", (width, height), "white")
    pen, y = ImageDraw.Draw(picture), 0
    for label, found in rows:
        pen.text((GAP, y + GAP), label, "black", ImageFont.truetype(font, LABEL))
        y, x = y + LABEL + 2 * GAP, GAP
        for image in found:
            picture.paste(image, (x, y))
            pen.rectangle((x - 1, y - 1, x + image.width, y + image.height), outline=GREY)
            x += image.width + GAP
        y += found[0].height + GAP
    return picture


if __name__ == "__main__":
    main()
