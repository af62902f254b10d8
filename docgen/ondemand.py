"""Take the name of a module, give it: loaded at its first use, or at once and kept.

At its first use what few documents need and all would wait for: a title broken by hand needs no dictionary, a list that
is typed no reader of workbooks. Together they take longer to load than a notice takes to set.
"""

from __future__ import annotations

import gc
import sys
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType


def on_demand(name: str) -> ModuleType:
    """The module of that name, loaded when one of its members is first asked for.

    Raises:
        ModuleNotFoundError: there is none.
    """
    if name in sys.modules:
        return sys.modules[name]
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name, name=name)
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def kept(name: str) -> ModuleType:
    """The module of that name, loaded without looking for garbage among what it makes, and never looked at again.

    The modules of a command leave a hundred thousand objects that live as long as the program. To search these over and
    over while they are made takes an eighth of the start; left out of later searches, they cost long documents nothing.
    """
    gc.disable()
    try:
        return import_module(name)
    finally:
        gc.freeze()
        gc.enable()
