"""A file or function that has grown past these sizes holds two ideas."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

MOST_LINES_OF_FILE = 400
MOST_LINES_OF_FUNCTION = 60
"""Far above what is good (65 to 150, 3 to 20): past these nobody argues."""


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.Module | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first to the last, docstring included."""
    first = node.body[0].lineno if isinstance(node, ast.Module) and node.body else getattr(node, "lineno", 1)
    return (node.body[-1].end_lineno or first) - first + 1 if node.body else 0


def test_no_file_is_too_long(trees: Mapping[Path, ast.Module]) -> None:
    assert [f"{path}: {length(tree)}" for path, tree in trees.items() if length(tree) > MOST_LINES_OF_FILE] == []


def test_no_function_is_too_long(trees: Mapping[Path, ast.Module]) -> None:
    found = [
        f"{path}:{node.lineno} {node.name}: {length(node)}"
        for path, tree in trees.items()
        for node in functions(tree)
        if length(node) > MOST_LINES_OF_FUNCTION
    ]
    assert found == []


def test_lengths_are_counted() -> None:
    tree = ast.parse("def one():\n    return 1\n\n\ndef two(): return 2\n")
    assert [length(node) for node in functions(tree)] == [2, 1]
    assert length(tree) == 5
