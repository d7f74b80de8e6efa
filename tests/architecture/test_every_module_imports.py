"""Every module of the program can be imported: a name that moved away is missed here, and not by the first who opens
the window."""

import importlib
import pkgutil

import scrutiny_desk


def test_every_module_imports():
    names = [module.name for module in pkgutil.walk_packages(scrutiny_desk.__path__, "scrutiny_desk.")]
    assert "scrutiny_desk.desk.window" in names
    for name in names:
        if not name.endswith("__main__"):
            importlib.import_module(name)
