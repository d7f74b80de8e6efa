"""Verbs of speaking, and the councillors whom minutes without a list of members show to speak."""

import re
from collections.abc import Iterator, Sequence

from scrutiny_desk.domain.blocks import Block, Span
from scrutiny_desk.domain.people import Capacity
from scrutiny_desk.recognition.names import NAME_WORD, printed_name
from scrutiny_desk.recognition.speakers import Speakers

ANSWERS = (
    r"(?:then\s+|also\s+|further\s+|subsequently\s+)?(?:answered|replied|responded|"
    r"explained|advised|confirmed|clarified|stated|added|"
    r"introduced|presented|submitted|acknowledged|outlined|pointed out|assured|"
    r"reported|informed (?:the|members|councillors)|gave|provided|delivered|summarised|"
    r"highlighted|led|said|told (?:the|members)|commented "
    r"that|noted that|agreed|undertook|reassured|offered|tendered|"
    r"took (?:the|Members|members|councillors)\b.{0,30}\bthrough)\b"
)


ASKS = (
    r"(?:then\s+|also\s+|further\s+)?(?:asked|enquired|queried|questioned|wanted "
    r"to know|wished to know|spoke|told the|thanked|raised|wondered|"
    r"expressed|read out)\b"
)


_ELECTED = (
    rf"(?:(?:Councillor|Cllr|Coun|Alderman|Ald)\b\.?\s+(?:(?:Mrs|Ms|Miss|Mr|Dr)\.?\s+)?(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}"
    rf"(?:\s+{NAME_WORD}){{0,2}}|(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+(?:[A-Z]\.?\s?){{0,3}}{NAME_WORD}\s+CC\b)"
)
"""A councillor by title, or by the letters of a county councillor behind the name."""
_SPEAKS = (
    rf"(?:{ASKS}|{ANSWERS}|(?:also\s+|then\s+)?(?:queried|inquired|sought|requested|referred|noted|commented|welcomed|"
    r"suggested|felt|pointed|made|proposed|seconded|moved|declared|had\s+given\s+notice|left\s+the\s+meeting|"
    r"joined\s+the\s+meeting|in\s+respect\s+of))"
)
_MEMBER_SPEAKS = re.compile(
    rf"(?:^[“\"‘']?|[.;:,]\s+|\band\s+|\bthat\s+)({_ELECTED})(?:,\s+[^,.;]{{3,80}},|\s*\([^)]{{3,80}}\),?|,)?"
    rf"(?:\s+{_SPEAKS}|\s*:\s*$)"
)
_MEMBER_PLACED = re.compile(
    r"(?:(?:[Ii]n\s+(?:response|reply|answer)\s+to|[Uu]pon)\s+(?:(?:an?|the)\s+(?:further\s+|supplementary\s+)?"
    r"(?:question|query|point)\s+(?:from|by|raised\s+by)\s+)?"
    r"|\b(?:sought|asked|raised|requested|queried|questioned)\s+by\s+"
    rf"|\b(?:[Pp]roposed|[Ss]econded|[Mm]oved|PROPOSED|SECONDED|MOVED)\s+(?:by\s+)?)({_ELECTED})"
)
_ASKED_BEHIND = re.compile(rf",\s+({_ELECTED})\s+asked\.(?=\s|$)")


def _speaking_members(block: Block) -> Iterator[tuple[str, int]]:
    """The councillors whom the words of a block show to speak, each with where the name stands."""
    if not any(title in block.text for title in ("C", "Ald")):
        return
    for match in (
        *_MEMBER_SPEAKS.finditer(block.text),
        *_MEMBER_PLACED.finditer(block.text),
        *_ASKED_BEHIND.finditer(block.text),
    ):
        yield match[1], match.start(1)


def add_speaking_members(speakers: Speakers, blocks: Sequence[Block]) -> None:
    """Bring in the councillors who speak, where no list in the paper says which members were there."""
    found: dict[str, Span] = {}
    for block in blocks:
        for words, at in _speaking_members(block):
            if speakers.who(words, None).person_id is None:
                found.setdefault(words, Span(block.order, at, at + len(words)))
    for words, span in sorted(found.items(), key=lambda pair: -len(pair[0])):
        name = printed_name(words)
        elected = name is not None and (name.councillor or "CC" in name.honours)
        if elected and speakers.who(words, None).person_id is None:
            speakers.add(name, Capacity.MEMBER, spans=(span,))
