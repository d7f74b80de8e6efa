"""The windows that are audited are those of the gui tests."""

import importlib.util
from pathlib import Path

_spec = importlib.util.spec_from_file_location("gui_fixtures", Path(__file__).parent.parent / "gui" / "conftest.py")
_gui = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_gui)

sample_file, library_file, window_on, window, press = (
    _gui.sample_file,
    _gui.library_file,
    _gui.window_on,
    _gui.window,
    _gui.press,
)
