"""Image files: those that can be printed, and why others cannot."""

from io import BytesIO

import pytest
from docx_files import png
from PIL import Image

from docgen.read.pictures import trouble_of


def image(mode, kind):
    buffer = BytesIO()
    Image.new(mode, (3, 2)).save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "PNG"), ("RGBA", "PNG"), ("P", "GIF"), ("CMYK", "JPEG"), ("1", "BMP"), ("CMYK", "TIFF"), ("RGB", "WEBP")],
)
def test_what_pillow_reads_can_be_printed(mode, kind):
    assert trouble_of(image(mode, kind)) == ""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x01\x00\x00\x00" + bytes(36) + b" EMF", "EMF 矢量图（支持 PNG、JPEG、GIF、BMP、TIFF）"),
        (b"\xd7\xcd\xc6\x9a" + bytes(80), "WMF 矢量图（支持 PNG、JPEG、GIF、BMP、TIFF）"),
        (
            b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
            "SVG 矢量图（支持 PNG、JPEG、GIF、BMP、TIFF）",
        ),
        (b"picture", "不认得的图片格式（支持 PNG、JPEG、GIF、BMP、TIFF）"),
        (b"", "不认得的图片格式（支持 PNG、JPEG、GIF、BMP、TIFF）"),
        (png()[:45], "损坏的图片文件"),
    ],
)
def test_other_files_have_their_trouble_named(data, why):
    assert trouble_of(data) == why


def test_a_picture_that_would_swell_is_refused(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)
    data = BytesIO()
    Image.new("1", (100, 100)).save(data, "PNG")
    assert trouble_of(data.getvalue()) == "损坏的图片文件"
