"""The program as a person starts it: a process of its own, in which Qt cannot be loaded."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

BLOCK_QT = """
import sys
class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} was loaded by a command that shows no window")
sys.meta_path.insert(0, NoQt())
"""


@dataclass
class Program:
    """The command line on one library; each call is a process."""

    library: Path
    environment: dict[str, str]

    def run(self, *arguments, status=0, library=True):
        """Run a command, hold it to its exit status and to printing no traceback; what it printed."""
        command = [sys.executable, "-W", "error", "-m", "scrutiny_desk", *map(str, arguments)]
        if library:
            command += ["--library", str(self.library)]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", env=self.environment, timeout=120
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == status, f"{done.returncode}: {done.stdout}{done.stderr}"
        return done

    def rows(self, *arguments):
        """The JSON a command prints."""
        return json.loads(self.run(*arguments, "--format", "json").stdout)

    def export(self):
        """The whole library, as exported."""
        return json.loads(self.run("export", "-").stdout)


@pytest.fixture
def program(tmp_path, root) -> Program:
    """The program on a library of its own, not made yet."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(BLOCK_QT, encoding="utf-8")
    paths = [str(site), str(root), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONUTF8": "1"}
    return Program(tmp_path / "library.scrutiny", environment)
