"""Everything public says what it is."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "semeja"
MODULES = sorted(PACKAGE.rglob("*.py"))
ELSEWHERE = re.compile(r"`protocol\.(\w+)`")
"""A class that points at the protocol that it fulfils: the methods are documented there, once."""

Public = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def public(body: list[ast.stmt]) -> Iterator[Public]:
    """Functions and classes without a leading underscore."""
    return (node for node in body if isinstance(node, Public) and not node.name.startswith("_"))


def undocumented(path: Path) -> Iterator[str]:
    """Names in a module that lack a docstring: the module, its functions, classes and methods."""
    tree = ast.parse(path.read_text("utf-8"))
    if not ast.get_docstring(tree):
        yield "the module"
    for node in public(tree.body):
        said = ast.get_docstring(node)
        if not said:
            yield node.name
        if isinstance(node, ast.ClassDef):
            known = protocol_methods(path, said or "")
            methods = (method for method in public(node.body) if method.name not in known)
            yield from (f"{node.name}.{method.name}" for method in methods if not ast.get_docstring(method))


def protocol_methods(path: Path, said: str) -> frozenset[str]:
    """Documented methods of the protocol, in the module beside, that a class docstring points at."""
    named = ELSEWHERE.search(said)
    if not named:
        return frozenset()
    tree = ast.parse((path.parent / "protocol.py").read_text("utf-8"))
    protocols = [node for node in public(tree.body) if isinstance(node, ast.ClassDef) and node.name == named[1]]
    return frozenset(one.name for node in protocols for one in public(node.body) if ast.get_docstring(one))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_everything_public_has_a_docstring(path: Path) -> None:
    assert list(undocumented(path)) == []


def test_what_lacks_a_docstring_is_seen(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("def told():\n    'Says.'\n\n\ndef bare(): ...\n\n\nclass Room:\n    def enter(self): ...\n")
    assert list(undocumented(module)) == ["the module", "bare", "Room", "Room.enter"]
