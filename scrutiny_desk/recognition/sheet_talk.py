"""What the sentences of a question sheet tell by themselves: that they narrate question and reply, and who replies."""

from scrutiny_desk.domain.blocks import Block
from scrutiny_desk.domain.people import Who
from scrutiny_desk.recognition.move import Does
from scrutiny_desk.recognition.moves import moves
from scrutiny_desk.recognition.sentences import sentences
from scrutiny_desk.recognition.sheet_words import SPEAKS
from scrutiny_desk.recognition.state import State
from scrutiny_desk.recognition.subjects import SubjectKind, subject_at


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
