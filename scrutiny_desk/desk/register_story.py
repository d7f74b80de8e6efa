"""What the register knows of a thing beside the papers: how it stood, whose it was, its days and its chasers."""

from scrutiny_desk.desk import words
from scrutiny_desk.desk.words import tr
from scrutiny_desk.domain.changes import Kind
from scrutiny_desk.domain.recommendations import Progress
from scrutiny_desk.services import chasing, due_days, posts, recommendations, standings


def told(library, kind: Kind, row_id: int) -> list[tuple[str, str]]:  # noqa: ANN001 - the store's class
    """Headings with what stands under each, the latest last; nothing where nobody has said anything."""
    found: list[tuple[str, str]] = []
    if kind is Kind.QUESTIONS:
        found += _standings(library, row_id)
    if kind is Kind.DECISIONS:
        found += _reply(library, row_id)
    else:
        passed = [
            f"{words.day(charge.since)}: {charge.words}" + (f" ({charge.reason})" if charge.reason else "")
            for charge in posts.history(library, kind, row_id)
        ]
        if passed:
            found.append((tr("Passed to"), "\n".join(passed)))
    days = due_days.history(library, kind, row_id)
    if len(days) > (kind is not Kind.QUESTIONS):  # one day alone is told already where it is a promise's
        lines = [words.day(day.due, "no day") + (f" ({day.how})" if day.how else "") for day in days]
        found.append((tr("Due") if len(days) == 1 else tr("Due, and moved"), "\n".join(lines)))
    sent = chasing.history(library, kind, row_id)
    if sent:
        lines = [f"{words.day(chaser.day)}: {chaser.title}" for chaser in sent]
        found.append((tr("Chased"), "\n".join(lines)))
    return found


def _standings(library, row_id: int) -> list[tuple[str, str]]:  # noqa: ANN001 - the store's class
    lines = []
    for change in standings.history(library, row_id):
        line = f"{words.day(change.day)}: {tr(standings.WORDS[change.standing])}"
        if change.detail:
            line += f", {change.detail}"
        shown = change.shown_by or (f"“{change.sources[0].quote}”" if change.sources else "")
        lines.append(line + (f" ({shown})" if shown else ""))
    return [(tr("How it stood"), "\n".join(lines))] if lines else []


def _reply(library, row_id: int) -> list[tuple[str, str]]:  # noqa: ANN001 - the store's class
    held = recommendations.response(library, row_id)
    if held.id is None:
        return []
    lines = [tr(recommendations.WORDS[held.reply]).capitalize()]
    if held.put_to or held.received_on:
        received = f", {words.day(held.received_on)}" if held.received_on else ""
        lines.insert(0, f"{tr('Put to')} {held.put_to or tr('the executive')}{received}")
    if held.replied_on:
        lines[-1] += f", {words.day(held.replied_on)}"
    if held.reasons:
        lines.append(held.reasons)
    if held.progress is not Progress.NOT_STARTED:
        said = f"{tr('Progress')}: {tr(recommendations.PROGRESS[held.progress])}"
        lines.append(f"{said}, {held.progress_words}" if held.progress_words else said)
    return [(tr("The executive's reply"), "\n".join(lines))]
