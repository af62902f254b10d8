"""The house numbers of the code: lengths, parameters, imports, docstrings, tests beside modules."""

import ast
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "docgen").rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
MEDIAN_FUNCTION = 8
MEDIAN_MODULE = 150
MOST_PARAMETERS = 6

relative = pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path):
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def body_length(function):
    body = function.body
    first = body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    start = body[1].lineno if is_docstring and len(body) > 1 else first.lineno
    return function.end_lineno - start + 1


def is_command(function):
    return any("command" in ast.unparse(decorator) for decorator in function.decorator_list)


@relative
def test_a_module_is_read_in_a_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@relative
def test_a_module_says_what_it_takes_and_gives(path):
    docstring = ast.get_docstring(tree(path))
    assert docstring
    assert len(docstring.splitlines()) <= 16


@relative
def test_functions_are_short_and_take_few_parameters(path):
    for function in functions(path):
        assert body_length(function) <= LONGEST_FUNCTION, function.name
        arguments = function.args.args + function.args.kwonlyargs
        assert is_command(function) or len(arguments) <= MOST_PARAMETERS, function.name


@relative
def test_public_functions_and_classes_have_docstrings(path):
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path}:{node.lineno} {node.name}"


@relative
def test_nothing_is_imported_inside_a_function(path):
    for function in functions(path):
        assert not [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_the_median_function_and_module_are_small():
    lengths = [body_length(function) for path in MODULES for function in functions(path)]
    assert median(lengths) <= MEDIAN_FUNCTION
    assert median(len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES) <= MEDIAN_MODULE


def test_every_part_has_its_test_file():
    parts = {path.relative_to(ROOT / "docgen").parts[0].removesuffix(".py") for path in MODULES} - {"__init__"}
    for part in parts:
        assert list((ROOT / "tests").glob(f"test_{part}*.py")), part
