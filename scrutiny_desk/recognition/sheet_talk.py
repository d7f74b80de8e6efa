"""What the sentences of a question sheet tell by themselves: that they narrate question and reply, and who replies."""

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.move import Does
from scrutiny_desk.recognition.moves import moves
from scrutiny_desk.recognition.names import printed_name
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.sheet_words import POST, SPEAKS
from scrutiny_desk.recognition.state import State
from scrutiny_desk.recognition.subjects import SubjectKind, subject_at

_WHO_BEGINS = ("the Cabinet", "the Leader", "the Chair", "the Portfolio", "the Executive", "Councillor ", "Cllr ")


def narrated(block: Block) -> bool:
    """Whether the block under "Question from A" tells both what was asked and the reply, as minutes tell it."""
    asked = False
    for start, end in sentences(block.text):
        subject = subject_at(block.text, start, end)
        spoke = subject is not None and SPEAKS.match(block.text, subject.predicate)
        if asked and spoke and subject.kind in (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.SINGLE):
            return True
        first = moves(block.text, start, end)[0]
        asked = asked or first.does is Does.ASK and first.speaker is not None
    return False


def spoken(walk: State, block: Block, at: int) -> tuple[Who, ...]:
    """Who answers where the label does not say and the answer itself does: "A. Mr Thorn replied that"."""
    for start, end in sentences(block.text):
        subject = subject_at(block.text, max(start, at), end) if end > at else None
        if (
            subject
            and subject.kind in (SubjectKind.NAMED, SubjectKind.POST, SubjectKind.INITIALS)
            and SPEAKS.match(block.text, subject.predicate)
        ):
            return walk.parties.answerers(subject, block.order)
    return ()


def signer(walk: State, block: Block) -> Who | None:
    """Whose name the block is, where it is the name under an answer."""
    if len(block.text) > 60 or block.text.endswith((".", "?", ":", ";")):
        return None
    name = printed_name(block.text)
    follows = walk.blocks[block.order + 1].text if block.order + 1 < len(walk.blocks) else ""
    if name is None or len(name.words) < 2 or not (name.strong or POST.search(follows) and len(follows) < 90):
        return None
    who = walk.skeleton.answerer(block.text, block.order)
    return who if who.name is not None else Who(name.name, block.text)


def addressee(walk: State, words: str, at: int) -> Who:
    """To whom a question is put: by the name in brackets behind a post, else by the words before."""
    bracket = like(r"\(([^()]{3,60})\)").search(words)
    if bracket and (name := printed_name(bracket[1])) is not None and name.strong:
        return walk.skeleton.answerer(bracket[1], at)
    return walk.skeleton.who(like(r"[,(]").split(words)[0].strip(), at)


def who_alone(text: str, at: int) -> str | None:
    """Who replies, where nothing else stands behind the label: "Reply - the Leader, Councillor Jo Fox"."""
    rest = text[at:].strip()
    if not 3 < len(rest) < 120 or rest[-1] in ".?!:;”\"’'" or not rest.startswith(_WHO_BEGINS):
        return None
    parts = [part.strip() for part in rest.split(",")]
    return parts[-1] if POST.search(parts[0]) and len(parts) == 2 and printed_name(parts[-1]) else rest
