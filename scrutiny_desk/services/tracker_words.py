"""What the status of a tracker says: ours in words, and a council's words as one of ours."""

import re
from dataclasses import dataclass

from scrutiny_desk.briefing import wording
from scrutiny_desk.domain.people import folded
from scrutiny_desk.domain.questions import Question, QuestionStatus
from scrutiny_desk.domain.recommendations import Progress, Reply, Response
from scrutiny_desk.domain.standings import ALWAYS_CLOSED, ANSWERED, NEEDS_DETAIL, Standing
from scrutiny_desk.domain.undertakings import State
from scrutiny_desk.services import data_files, recommendations, standings

FILE = "tracker.toml"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a status says: a question's `standing`, an undertaking's or action's `state`, a recommendation's `reply`
    and `progress`; whatever it says nothing of is None. `open_` is for words that only say that it is still open."""

    standing: Standing | None = None
    state: State | None = None
    reply: Reply | None = None
    progress: Progress | None = None
    open_: bool = False

    @property
    def closes(self) -> bool:
        """Whether nothing more is owed under it."""
        if self.standing is not None:
            return self.standing in ANSWERED | ALWAYS_CLOSED
        return self.state in (State.DONE, State.OVERTAKEN) or self.progress is Progress.COMPLETE


def plain(words: str) -> str:
    """Words without capitals and stops, for looking them up."""
    return " ".join(re.sub(r"[^\w\s]+", " ", folded(words)).split())


def of_question(question: Question) -> str:
    """Where a question stands, in words: as a person said, else as the record shows."""
    if question.standing:
        return standings.WORDS[Standing(question.standing)].capitalize()
    return wording.QUESTION_STATUSES[question.status]


def of_response(response: Response) -> str:
    """Where a recommendation stands: the reply, and how far it has come where that was said."""
    said = recommendations.WORDS[response.reply].capitalize()
    if response.progress is Progress.NOT_STARTED:
        return said
    return f"{said}: {recommendations.PROGRESS[response.progress]}"


def meaning(kind: str, words: str) -> Meaning | None:
    """What these words say of a "question", "undertaking", "action" or "decision"; None where it cannot be told."""
    if kind == "question":
        return _of_question(plain(words))
    if kind == "decision":
        return _of_decision(words)
    exact = {plain(said): state for state, said in wording.STATES.items()}
    group = _group(plain(words))
    loose = {"open": State.OPEN, "part": State.OPEN, "done": State.DONE, "overtaken": State.OVERTAKEN}
    state = exact.get(plain(words)) or loose.get(group)
    return Meaning(state=state) if state else None


def same(kind: str, ours: str, theirs: str) -> bool:
    """Whether the spreadsheet's status says what ours says; an empty one says nothing else."""
    if not theirs:
        return True
    mine, other = meaning(kind, ours), meaning(kind, theirs)
    if mine is None or other is None:
        return False
    if other.open_:
        return not mine.closes
    if kind == "question":
        both_done = _group(plain(theirs)) == "done" and mine.standing in ANSWERED
        return both_done or mine.standing is other.standing
    return all(
        said is None or said is held
        for said, held in ((other.state, mine.state), (other.reply, mine.reply), (other.progress, mine.progress))
    )


def may_be_taken(found: Meaning) -> bool:
    """Whether a spreadsheet says enough for it: what needs its ground or its body named is set here."""
    return found.standing not in NEEDS_DETAIL


_STATUS_STANDS = {
    QuestionStatus.NOT_ANSWERED: Standing.OPEN,
    QuestionStatus.PROMISED: Standing.HOLDING_REPLY,
    QuestionStatus.PARTLY_ANSWERED: Standing.PART_ANSWERED,
    QuestionStatus.ANSWERED: Standing.ANSWERED_IN_FULL,
    QuestionStatus.ANSWERED_LATER: Standing.ANSWERED_IN_FULL,
    QuestionStatus.ANSWER_NOT_MINUTED: Standing.SEE_WEBCAST,
}


def _of_question(words: str) -> Meaning | None:
    exact = {plain(said): standing for standing, said in standings.WORDS.items()}
    exact |= {plain(said): _STATUS_STANDS[status] for status, said in wording.QUESTION_STATUSES.items()}
    exact.pop("open")  # councils write "Open" of whatever is not closed
    if words in exact:
        return Meaning(standing=exact[words])
    loose = {
        "open": Standing.OPEN,
        "part": Standing.PART_ANSWERED,
        "done": Standing.ANSWERED_IN_FULL,
        "overtaken": Standing.OVERTAKEN,
    }
    group = _group(words)
    return Meaning(standing=loose[group], open_=group == "open") if group else None


def _of_decision(words: str) -> Meaning | None:
    replies = {plain(said): reply for reply, said in recommendations.WORDS.items()}
    steps = {plain(said): step for step, said in recommendations.PROGRESS.items()}
    first, _, second = words.partition(":")
    reply, progress = replies.get(plain(first)), steps.get(plain(second or first))
    if reply or progress:
        return Meaning(reply=reply, progress=progress)
    group = _group(plain(words))
    if group is None or group == "overtaken":
        return None
    return Meaning(progress={"done": Progress.COMPLETE, "part": Progress.UNDER_WAY}.get(group), open_=group == "open")


def _group(words: str) -> str | None:
    return next((group for group, known in data_files.table(FILE)["statuses"].items() if words in known), None)
