"""What every test stands on: no screen, no network, no data folder of the person's own."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

settings.register_profile("ci", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory, monkeypatch):
    """Keep the person's settings, data and library out of every test."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.delenv("SCRUTINY_DESK_LIBRARY", raising=False)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """The program opens no network connection, ever; a test in which it tries to fails."""
    connect = socket.socket.connect

    def refused(self, address):
        if self.family != getattr(socket, "AF_UNIX", None):
            raise AssertionError(f"a network connection was tried: {address!r}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refused)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the checkout, where there is one."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("the real documents are not beside this checkout")
    return folder
