"""What stands once the window is there is not looked through for memory to give back."""

import gc
from types import SimpleNamespace

import pytest

from scrutiny_desk.desk import app


@pytest.fixture
def own_collector():
    """Gives the tests that follow the collector they had; a test over the whole window may have calmed it before."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_what_stands_is_left_out_of_later_looks(own_collector):
    gc.unfreeze()
    gc.set_threshold(700, 10, 10)
    app.calm_collector()
    assert gc.get_freeze_count() > 1_000
    assert gc.get_threshold()[0] == app.YOUNG > 700


def test_the_program_does_so_before_it_waits_for_its_user(monkeypatch):
    done = []

    class Stand:
        def exec(self):
            done.append("waits")
            return 0

        def show(self):
            done.append("shown")

        warm = show

    monkeypatch.setattr(app, "application", Stand)
    monkeypatch.setattr(app, "open_window", lambda _workbench: Stand())
    monkeypatch.setattr(app, "calm_collector", lambda: done.append("calmed"))
    assert app.run(None) == 0
    assert done == ["shown", "shown", "calmed", "waits"]


def test_what_stood_with_an_old_window_may_go_when_another_takes_its_place(monkeypatch, tmp_path):
    done = []

    class Stand:
        context = SimpleNamespace(path=tmp_path / "a.scrutiny", settings=None)

        def __getattr__(self, name):
            return lambda *_given: done.append(name)

    monkeypatch.setattr(app.gc, "unfreeze", lambda: done.append("unfrozen"))
    monkeypatch.setattr(app, "calm_collector", lambda: done.append("calmed"))
    monkeypatch.setattr(app, "application", Stand)
    monkeypatch.setattr(app.locking, "is_locked", lambda _path: False)
    monkeypatch.setattr(app, "open_workbench", lambda *_given, **_more: None)
    monkeypatch.setattr(app, "open_window", lambda _workbench: Stand())
    monkeypatch.setattr(app, "_opened", [])
    app._begin_again(Stand(), lambda: done.append("between"))
    assert [name for name in done if name in ("unfrozen", "close", "between", "show", "calmed")] == [
        "unfrozen", "close", "between", "show", "calmed",
    ]  # fmt: skip
