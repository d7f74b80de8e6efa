"""Meetings and due dates as a calendar that other programs take in."""

from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.services import answering, calendars, reviewing, undertakings

STAMP = "2026-01-05T09:30:00+00:00"


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_meetings_and_what_is_due(library, papers):
    papers.full_minutes().take_into(library)
    reviewing.correct_undertaking(library, 1, due="2025-10-01")
    answering.set_follow_up(library, 2, "2025-09-01")
    lines = unfolded(calendars.text(library, STAMP))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    days = [line for line in lines if line.startswith("DTSTART")]
    assert days == [f"DTSTART;VALUE=DATE:{day}" for day in ("20250612", "20250901", "20251001")]
    assert "DTSTAMP:20260105T093000Z" in lines
    assert "SUMMARY:Overview and Scrutiny Committee\\, Wexcombe County Council" in lines
    assert "SUMMARY:Due: Maria Okafor" in lines


def test_what_is_done_or_rejected_is_left_out(library, papers):
    papers.full_minutes().take_into(library)
    reviewing.correct_undertaking(library, 1, due="2025-10-01")
    undertakings.set_state(library, Kind.UNDERTAKINGS, [1], State.DONE)
    answering.set_follow_up(library, 2, "2025-09-01")
    reviewing.reject(library, Kind.QUESTIONS, [2])
    assert calendars.text(library, STAMP).count("BEGIN:VEVENT") == 1


def test_no_line_is_longer_than_75_bytes_and_no_letter_is_cut(library, papers):
    paper = papers.full_minutes()
    witness = paper.there("Siân Prydderch-Ŵyllt")
    paper.ask("Faint o blant, a pha bryd; ŵyŷ " * 12, None, witness)
    paper.take_into(library)
    answering.set_follow_up(library, 4, "2025-09-01")
    text = calendars.text(library, STAMP)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert any("ŵyŷ\\;" in line or "ŵyŷ" in line for line in unfolded(text))
