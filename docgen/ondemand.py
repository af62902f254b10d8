"""Take the name of a module, give it as one that loads at its first use.

For what few documents need and all would wait for: a title broken by hand needs no dictionary, a list that is typed no
reader of workbooks. Together they take longer to load than a notice takes to set.
"""

from __future__ import annotations

import sys
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
