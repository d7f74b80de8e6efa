"""The rooms of the program and who may know whom: the design as a test."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "scrutiny_desk"
FILES = sorted(PACKAGE.rglob("*.py"))


def name_of(path):
    return path.relative_to(PACKAGE).as_posix()


def test_import_contracts_hold(root):
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_file_is_over_400_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def functions(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_functions_fit_on_a_screen(path):
    long = [f"{f.name} ({f.end_lineno - f.lineno + 1})" for f in functions(path) if f.end_lineno - f.lineno + 1 > 60]
    assert not long


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_modules_say_what_belongs_in_them(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


BROAD = {"desk/jobs.py", "services/apart.py"}


def swallows(handler):
    """Whether the handler takes every exception and does not hand it on; a rollback that re-raises does."""
    every = handler.type is None or getattr(handler.type, "id", "") in {"Exception", "BaseException"}
    last = handler.body[-1]
    return every and not (isinstance(last, ast.Raise) and last.exc is None)


@pytest.mark.parametrize("path", [p for p in FILES if name_of(p) not in BROAD], ids=name_of)
def test_nothing_swallows_every_exception(path):
    handlers = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.ExceptHandler)]
    assert not [handler.lineno for handler in handlers if swallows(handler)]


SQL = re.compile(r"\b(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b", re.S)


@pytest.mark.parametrize("path", [p for p in FILES if not name_of(p).startswith("store/")], ids=name_of)
def test_sql_lives_in_the_store(path):
    literals = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant)]
    assert not [n.lineno for n in literals if isinstance(n.value, str) and SQL.search(n.value)]


FORBIDDEN_ON_DESK = ("processEvents", "QSortFilterProxyModel", "QTableWidget(")


@pytest.mark.parametrize("path", [p for p in FILES if name_of(p).startswith("desk/")], ids=name_of)
def test_the_desk_keeps_its_manners(path):
    text = path.read_text(encoding="utf-8")
    assert not [word for word in FORBIDDEN_ON_DESK if word in text]


THREADS = {
    "__main__.py",
    "desk/jobs.py",
    "store/writer.py",
    "services/apart.py",
    "services/helper.py",
    "store/library.py",
    "store/connection.py",
}


@pytest.mark.parametrize("path", [p for p in FILES if name_of(p) not in THREADS], ids=name_of)
def test_threads_are_known_to_few(path):
    imports = re.findall(
        r"^\s*(?:from|import)\s+(threading|concurrent|multiprocessing)\b", path.read_text(encoding="utf-8"), re.M
    )
    assert not imports


def test_nothing_downloads_or_names_a_network_library():
    imports = r"^\s*(?:from|import)\s+(requests|httpx|aiohttp|urllib\.request|http\.client|ftplib|PySide6\.QtNetwork)\b"
    assert not [name_of(p) for p in FILES if re.search(imports, p.read_text(encoding="utf-8"), re.M)]


def test_no_machine_and_no_registry_is_named(root):
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False).stdout.split(b"\0")
    texts = [root / name.decode() for name in listed if name]
    pattern = re.compile(rb"(?<![\w.])/(?:root|farm|work)/|https?://[a-z.]*(?:pypi|pythonhosted|npmjs|debian)\.")
    own = Path(__file__).resolve()
    assert not [p for p in texts if p.is_file() and p.resolve() != own and pattern.search(p.read_bytes())]
