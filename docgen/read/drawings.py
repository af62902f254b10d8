"""Take a drawing of a run, give the pictures that stand in the line; its text boxes are kept for the paragraph.

Where a shape cannot be placed or drawn, that is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from docgen.document import Image
from docgen.read.frames import box_frame, picture_frame, place_of, size_of
from docgen.read.pictures import trouble_of
from docgen.read.properties import local, number, qn
from docgen.read.source import PICTURES, Source, TextBox

GRAPHICS = {"chart": "图表", "diagram": "SmartArt"}
"""What the last word of a `graphicData` address says of things that only their own program draws."""
SIDES = {"center": "center", "right": "right", "outside": "right"}
"""20.4.3.1: where a box stands across; outside is right on the first page."""
PICTURE = qn("pic:pic")
VML_LENGTH = re.compile(r"(?:^|;)\s*{}\s*:\s*([\d.]+)(pt|in|cm|mm|px)")
VML_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72.0 / 2.54, "mm": 72.0 / 25.4, "px": 0.75}
"""Points in a unit of a VML style."""
VML_SIDE = re.compile(r"mso-position-horizontal\s*:\s*(\w+)")
ABSOLUTE = re.compile(r"position\s*:\s*absolute")
IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"


def read_drawing(element: _Element, source: Source) -> Iterator[Image]:
    """A `w:drawing` (20.4.2): a picture in the line, the frame of another thing in the line, or what floats."""
    inline, anchor = element.find(qn("wp:inline")), element.find(qn("wp:anchor"))
    blip = next(element.iter(qn("a:blip")), None)
    boxes = _boxes_of(element)
    if anchor is not None:
        _read_floating(element, anchor, boxes, source)
    elif boxes or inline is None or blip is None:
        source.report("图形", _kind(element))
        source.boxes.extend(TextBox(box, "") for box in boxes)
    if inline is not None and not boxes:
        yield from _image(inline, blip, source)


def _read_floating(element: _Element, anchor: _Element, boxes: list[_Element], source: Source) -> None:
    """Keep what floats for its paragraph: one picture or one box as a frame, the text of others."""
    blip = next(anchor.iter(qn("a:blip")), None)
    if blip is not None and not boxes and _kind(element) == "anchor" and next(anchor.iter(PICTURE), None) is not None:
        source.frames.extend(picture_frame(anchor, image) for image in _image(anchor, blip, source))
        if not place_of(anchor).over:
            source.report("图形", "anchor")
        return
    source.report("图形", _kind(element))
    frame = box_frame(anchor, boxes[0]) if len(boxes) == 1 else None
    if frame is not None and (frame.place.over or frame.place.y_anchor != "text"):
        source.frames.append(frame)
        return
    side = SIDES.get(place_of(anchor).x_align, "")
    source.boxes.extend(TextBox(box, side) for box in boxes)


def _image(drawing: _Element, blip: _Element | None, source: Source) -> Iterator[Image]:
    width, height = size_of(drawing)
    if not width or not height:
        source.report(PICTURES, "缺少尺寸")
        return
    described = drawing.find(qn("wp:docPr"))
    words = (described.get("descr") or "") if described is not None else ""
    data = b"" if blip is None else _picture(blip.get(qn("r:embed")), source)
    yield Image(width, height, data, words)


def _kind(element: _Element) -> str:
    data = next(element.iter(qn("a:graphicData")), None)
    word = (data.get("uri") or "").rpartition("/")[2] if data is not None else ""
    return GRAPHICS.get(word) or next(filter(None, map(local, element)), "drawing")


def read_old_drawing(element: _Element, source: Source) -> Iterator[Image]:
    """A `w:pict` or `w:object`: a picture in the line with the size of its shape, else what floats (Part 4, 19)."""
    shape = next((each for each in element.iter() if isinstance(each.tag, str) and each.get("style")), None)
    style = (shape.get("style") or "") if shape is not None else ""
    side = VML_SIDE.search(style)
    boxes = _boxes_of(element)
    source.boxes.extend(TextBox(box, SIDES.get(side[1], "") if side is not None else "") for box in boxes)
    image = next(element.iter(IMAGE_DATA), None)
    width, height = (_vml_length(style, name) for name in ("width", "height"))
    if boxes or image is None or ABSOLUTE.search(style) or not width or not height:
        source.report("图形", local(element))
        return
    yield Image(width, height, _picture(image.get(qn("r:id")), source))


def _vml_length(style: str, name: str) -> float:
    found = re.search(VML_LENGTH.pattern.format(name), style)
    length = number(found[1]) if found is not None else None
    return length * VML_UNITS[found[2]] if found is not None and length is not None else 0.0


def _picture(rel_id: str | None, source: Source) -> bytes:
    """The image file of a picture; nothing, and a warning, where it cannot be printed."""
    part = source.related(rel_id)
    found = part is not None and part.content_type.startswith("image/")
    data = bytes(part.blob) if part is not None and found else b""
    trouble = trouble_of(data) if found else "缺少图片文件"
    if trouble:
        source.report(PICTURES, trouble)
    return b"" if trouble else data


def _boxes_of(element: _Element) -> list[_Element]:
    """The text boxes of a drawing; those inside them come when they are read."""
    content = qn("w:txbxContent")
    return [box for box in element.iter(content) if _owner(box, content, element) is element]


def _owner(box: _Element, content: str, element: _Element) -> _Element | None:
    """The drawing, where no other box stands between."""
    for above in box.iterancestors():
        if above is element or above.tag == content:
            return above
    return None
