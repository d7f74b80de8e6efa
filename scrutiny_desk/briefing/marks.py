"""How a line shows whose words it holds: quotation marks, its lead-in, a comment's own style; and a page for whom."""

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.briefing import Briefing, Line, Voice
from scrutiny_desk.domain.documents import Classification


def spoken(line: Line) -> str:
    """The line's words, marked for whose they are: a quotation in quotation marks, all else as it stands."""
    text = line.text.strip()
    marked = text.startswith("“") and text.endswith("”") and text.count("“") == 1
    return text if line.voice is not Voice.QUOTATION or not text or marked else f"“{text}”"


def lead_in(line: Line) -> str:
    """What stands in bold before the line: its marking where it is not open to all, whose comment it is, its label."""
    marks = []
    if line.classification in (Classification.EXEMPT, Classification.CONFIDENTIAL):
        marks.append(wording.CLASSIFICATIONS[line.classification])
    if line.classification is Classification.PRIVATE:
        marks.append(wording.CLASSIFICATIONS[Classification.PRIVATE])
    elif line.voice is Voice.OFFICER:
        marks.append(wording.OFFICER_COMMENT)
    if line.label:
        marks.append(line.label.rstrip(":"))
    return ", ".join(marks)


def is_comment(line: Line) -> bool:
    """Whether a line is somebody's own comment, which stands apart from what is sourced."""
    return line.voice is Voice.OFFICER or line.classification is Classification.PRIVATE


def marking(briefing: Briefing) -> str:
    """What the head of every page says: Draft or Final, and for whom."""
    return f"{wording.DRAFT if briefing.draft else wording.FINAL}. {wording.CIRCULATIONS[briefing.circulation]}"
