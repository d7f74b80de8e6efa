"""A house style tried on a file: what would be recognised, in words, with nothing kept."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.domain.people import Who
from scrutiny_desk.services.apart import Job, ReadingRoom


def report(path: Path, style: str | None = None) -> Iterator[str]:
    """Lines that say what is recognised in a file. `UnreadableFile` where it cannot be read."""
    with ReadingRoom(workers=1) as room:
        taken = next(room.read_all([Job(path, style=style)]))
    if taken.trouble is not None:
        raise taken.trouble
    assert taken.findings is not None
    return _lines(taken.findings)


def _lines(found: Findings) -> Iterator[str]:
    meeting = found.meeting
    yield f"House style: {found.house_style or 'none in particular'}"
    yield f"Kind: {found.kind}; title: {found.title or 'not given'}"
    details = (meeting.body, meeting.committee, meeting.date, meeting.start, meeting.end, meeting.place)
    yield "Meeting: " + (", ".join(filter(None, details)) or "nothing said of it")
    yield f"Classification: {found.classification}"
    for item in found.items:
        yield f"Item {item.number or '-'}: {item.title or 'no title'}"
    for person in found.people:
        yield f"{person.capacity}: " + ", ".join(filter(None, (person.name, person.post, person.organisation)))
    for question in found.questions:
        yield f"Question ({question.confidence:.2f}, {question.status}): {question.text}"
        asker = [question.asked_by] if question.asked_by else []
        yield f"    asked by {_names(asker)}; put to {_names(question.put_to)}"
        yield f"    answered by {_names(question.answered_by)}"
        if question.reason:
            yield f"    because: {question.reason}"
    for undertaking in found.undertakings:
        due = f", due {undertaking.due}" if undertaking.due else ""
        yield f"Undertaking ({undertaking.confidence:.2f}{due}) of {_names(undertaking.made_by)}: {undertaking.text}"
    for decision in found.decisions:
        yield f"Decision ({decision.confidence:.2f}, {decision.kind}): {decision.text}"
    for action in found.actions:
        yield f"Action ({action.confidence:.2f}) for {_names(action.owners)}: {action.text}"


def _names(whos: Sequence[Who]) -> str:
    return "; ".join(filter(None, (who.words for who in whos))) or "not recorded"
