"""A briefing of 100 pages with 500 footnotes is written in under 3 seconds, and shown in under a fifth of one."""

import importlib.util
import zipfile
from io import BytesIO
from pathlib import Path

from scrutiny_desk.briefing import web, word

spec = importlib.util.spec_from_file_location("bench_word", Path(__file__).with_name("bench_word.py"))
bench = importlib.util.module_from_spec(spec)
spec.loader.exec_module(bench)

WRITTEN = 3.0
SHOWN = 0.2


def test_a_long_briefing_is_written_in_time():
    briefing = bench.long_briefing(100, 500)
    data = word.document_bytes(briefing, footnotes=True)
    with zipfile.ZipFile(BytesIO(data)) as parcel:
        assert parcel.read("word/document.xml").count(b"<w:footnoteReference") == 500
    assert bench.timed(word.document_bytes, briefing, footnotes=True) < WRITTEN


def test_its_preview_follows_typing():
    briefing = bench.long_briefing(100, 500)
    shown = min(bench.timed(web.body, briefing, paged=True, footnotes=True) for _ in range(3))
    assert shown < SHOWN
