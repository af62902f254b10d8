"""The entry of the program, looked at in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys

LOOK = """
import gc, json, sys
import docgen.start
print(json.dumps([gc.isenabled(), gc.get_freeze_count(), sorted(sys.modules)]))
"""


def after_start():
    found = subprocess.run([sys.executable, "-c", LOOK], capture_output=True, text=True, check=True)
    return json.loads(found.stdout)


def test_what_loading_made_is_kept_out_of_later_searches_for_garbage():
    enabled, frozen, _ = after_start()
    assert enabled
    assert frozen > 10_000


def test_what_few_documents_need_is_not_loaded_at_the_start():
    *_, loaded = after_start()
    heavy = {"rjieba", "jieba", "openpyxl", "fontTools.pens.cu2quPen", "urllib.request", "multiprocessing"}
    assert heavy & set(loaded) == set()
