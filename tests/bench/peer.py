"""What a program without docgen does: fill TEMPLATE with the VALUES of a JSON file by docxtpl, into OUT."""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate
from markupsafe import Markup

template, values, out = sys.argv[1:]
marked = json.loads(Path(values).read_text("utf-8"))
filled = DocxTemplate(template)
filled.render({name: Markup(value) if markup else value for name, (value, markup) in marked.items()}, autoescape=True)
filled.save(out)
