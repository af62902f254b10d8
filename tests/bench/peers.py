"""What a program without docgen does for a batch: fill a template by docxtpl for each file of values, beside it."""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate
from markupsafe import Markup

template, *files = sys.argv[1:]
for values in map(Path, files):
    marked = json.loads(values.read_text("utf-8"))
    filled = DocxTemplate(template)
    filled.render(
        {name: Markup(value) if markup else value for name, (value, markup) in marked.items()}, autoescape=True
    )
    filled.save(values.with_suffix(".docx"))
