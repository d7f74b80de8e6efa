"""Verbatim hearings: who speaks in them, by the labels of their speeches, and the headings between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scrutiny_desk.domain.blocks import Block, BlockKind, Span
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.recognition.headings import title_like
from scrutiny_desk.recognition.like import like
from scrutiny_desk.recognition.names import TITLE_PATTERN, UPPER, PrintedName, printed_name
from scrutiny_desk.recognition.posts import is_organisation, split_post

LABEL = re.compile(
    rf"^(?:\[\d+\]\s*|Q\s?\d{{1,4}}\.?\s+)?(?P<who>(?:The\s+)?[{UPPER}][\w'’.\-]*(?:\s+(?:[{UPPER}][\w'’.\-]*|"
    rf"ap|ab|de|van|von|of|der|for|and|to|the))*)"
    rf"(?P<post>,\s+[^:()]{{3,80}})?(?P<notes>(?:\s*\([^)]{{1,60}}\))*)\s*:(?:\s|$)"
)
_NO_SPEAKER = re.compile(
    r"^(?:\[\d+\]\s*|Q\s?\d{1,4}\.?\s+)?"
    r"(?:supplementary(?: question)?|repl(?:y|ies)|answers?|responses?|questions?|actions?|resolved|decisions?|agreed|"
    r"notes?|minutes|motion|amendment|recommendations?|members?|officers?|present|"
    r"apologies|committee|date|time|venue)\b",
    re.I,
)
_NOTE = re.compile(r"\(([^)]{1,60})\)")
_CHAIR = re.compile(
    r"^(?:the\s+)?(?:acting\s+)?(?:vice[- ]|deputy\s+)?(?:chair(?:man|woman|person)?|convener|presiding officer)$", re.I
)
_PARTY = re.compile(
    r"^(?:lab|con|lib|ld|snp|green|ind|plaid|ukip|labour|conservative|liberal democrats?|dup|sdlp|uup|alliance)\b", re.I
)
_WELCOME = re.compile(r"\b(?:welcome|joined (?:today )?by|grateful to|give evidence|evidence from)\b", re.I)


@dataclass(slots=True)
class Voice:
    """One who speaks: the name, what the labels say, how often they ask and how often they speak."""

    name: PrintedName
    chair: bool = False
    member: bool = False
    post: str | None = None
    organisation: str | None = None
    turns: int = 0
    asking: int = 0
    span: Span | None = None
    welcomed: bool = False

    @property
    def capacity(self) -> Capacity:
        """A member by the chair, by letters behind the name, or by mostly asking; else a witness."""
        if self.organisation or self.post and not self.chair:
            return Capacity.WITNESS
        if self.chair or self.member or self.name.honours:
            return Capacity.MEMBER
        if self.welcomed:
            return Capacity.WITNESS
        return Capacity.MEMBER if self.asking * 2 >= self.turns else Capacity.WITNESS


def speech(text: str) -> re.Match[str] | None:
    """The label of a speech, where the text begins with one; "Reply:" and its like are no speakers."""
    return None if ":" not in text or _NO_SPEAKER.match(text) else LABEL.match(text)


def voices(blocks: Sequence[Block]) -> list[Voice]:
    """All who speak under a name in a hearing, in the order of speaking; those welcomed as witnesses are witnesses."""
    found: dict[str, Voice] = {}
    welcomed = " ".join(b.text for b in blocks[:60] if _WELCOME.search(b.text))
    current: Voice | None = None
    for block in blocks:
        match = speech(block.text)
        if match:
            current = _voice(match, block, found)
            if current is not None:
                current.turns += 1
                current.asking += block.text.rstrip().endswith("?") or "?" in block.text[-200:]
        elif current is not None and "?" in block.text[-200:]:
            current.asking += 1
    out = [v for v in found.values() if v.turns > 1 or v.organisation or v.member or v.chair or v.name.strong]
    for voice in out:
        _welcome(voice, welcomed)
    return out


def _voice(match: re.Match[str], block: Block, found: dict[str, Voice]) -> Voice | None:
    notes = _NOTE.findall(match["notes"])
    words, chair = match["who"], False
    if _CHAIR.match(words):
        named = [n for n in notes if printed_name(n)]
        if not named:
            return None
        words, notes, chair = named[0], [n for n in notes if n != named[0]], True
    name, named_post = printed_name(words), None
    if name is None and notes and (name := printed_name(notes[0])) is not None:
        named_post, notes = words, notes[1:]
    if name is None or named_post is None and len(words.split()) > 7:
        return None
    voice = found.setdefault(
        " ".join(name.words[-2:]).casefold(), Voice(name, span=Span(block.order, match.start("who"), match.end("who")))
    )
    voice.chair = voice.chair or chair
    voice.post = voice.post or named_post
    for note in notes:
        _note(voice, note)
    if match["post"]:
        post, organisation = split_post(match["post"])
        voice.post, voice.organisation = voice.post or post, voice.organisation or organisation
    return voice


def _note(voice: Voice, note: str) -> None:
    """What a bracket behind a name says: the chair, a party or place (then a member), or a body (then a witness)."""
    if _CHAIR.match(note):
        voice.chair = True
    elif _PARTY.match(note):
        voice.member = True
    elif is_organisation(note):
        voice.organisation = voice.organisation or note
    elif len(note) > 2:
        post, _ = split_post(note)
        if any(w.casefold() in ("director", "manager", "officer", "minister", "chief", "head") for w in note.split()):
            voice.post = voice.post or post
        else:
            voice.member = True


def _welcome(voice: Voice, welcomed: str) -> None:
    """Take the post and full name with which somebody was welcomed ("welcome Ann Lee, chief inspector, Estyn")."""
    if voice.post or voice.organisation or not welcomed:
        return
    if voice.name.surname_only:
        fuller = re.search(rf"(?:{TITLE_PATTERN}\s+)?[{UPPER}][\w'’-]+\s+{re.escape(voice.name.words[0])}\b", welcomed)
        named = printed_name(fuller[0]) if fuller else None
        if named is not None and len(named.words) > 1:
            voice.name = named
    full = " ".join(voice.name.words)
    at = welcomed.find(full)
    if at < 0:
        return
    voice.welcomed = True
    behind = like(r"(?:\s+[A-Z]{2,3})?,\s+(?:who is\s+)?([^;.]{4,110}?)(?=[;.]|,\s+and\s+[A-Z][a-z]+\s[A-Z]|$)").match(
        welcomed[at + len(full) :]
    )
    if behind and (split := split_post(behind[1])) and (split[1] or _is_post(behind[1])):
        voice.post, voice.organisation = split


def _is_post(text: str) -> bool:
    words = {w.strip(",.").casefold() for w in text.split()}
    return bool(
        words
        & {
            "director",
            "minister",
            "inspector",
            "officer",
            "manager",
            "head",
            "chief",
            "lawyer",
            "commissioner",
            "chair",
            "professor",
            "president",
            "secretary",
            "lead",
        }
    )


def between(blocks: Sequence[Block], first: int) -> list[Block]:
    """The title lines that stand between speeches, each straight before a labelled one."""
    out = []
    for block in blocks[first:-1]:
        text, after = block.text, blocks[block.order + 1]
        stands = block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and not block.marker and text[-1].isalnum()
        titled = stands and len(text) < 100 and any(c.islower() for c in text) and title_like(text, limit=100)
        if titled and len(after.text) > 40 and LABEL.match(after.text) and not LABEL.match(text):
            out.append(block)
    return out
