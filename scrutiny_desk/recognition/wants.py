"""What kind of answer a question wants, and whether a reply has any such thing in it: a day, a number, a sum.

Only questions that ask for one thing are judged, and a reply has the benefit of the doubt: a word that can stand for
a time or a quantity is enough. What is left is a reply that goes round the question, and that is not called answered.
"""

import re

from scrutiny_desk.recognition.telltales import Rule

_ONE_ASKED = re.compile(r"\b(?:how|what|when|why|who|whose|whom|where|which|whether|if)\b", re.I)
_WHEN = Rule(
    r"\b(?:asked|queried|enquired|inquired|questioned|know|ask|clarif\w+|confirm|advise)\s+(?:\w+\s+){0,6}?when\b"
    r"|^\s*When\s+(?:will|is|was|would|are|does|did|do|can|could)\b"
    r"|\b(?:by when|what (?:was|is) the (?:date|timescale|timetable|time ?frame)|on what date)\b",
    re.I,
    words=("when", "what"),
)
_NUMBER = re.compile(
    r"\bhow (?:many|much|often|long|far)\b|\bwhat (?:number|proportion|percentage|share|sum|amount)\b", re.I
)
_TIMES = re.compile(
    r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|"
    r"autumn|winter|christmas|easter|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|days?|"
    r"weeks?|months?|years?|quarters?|minutes?|hours?|annual\w*|monthly|weekly|daily|quarterly|fortnight\w*|"
    r"weekends?|mornings?|afternoons?|evenings?|nights?|noon|today|"
    r"tomorrow|yesterday|now|soon|shortly|already|immediately|imminent\w*|once|after|before|until|till|following|"
    r"next|later|early|end|during|within|whenever|when|as soon as|completed?|finished|done|never|always|currently|"
    r"recently|since|due|in place|underway|started|begun|began|ongoing|meeting|term|season|stage|live|open(?:ed)?|"
    r"no (?:date|timescale|timetable|plans?)|not)\b",
    re.I,
)
_AMOUNTS = re.compile(
    r"\d|[£%€]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|"
    r"dozens?|hundreds?|thousands?|"
    r"millions?|half|thirds?|quarters?|fifths?|sixths?|tenths?|most|majority|minority|all|every|each|none|no|nobody|nothing|few|fewer|several|many|"
    r"some|both|only|once|twice|single|couple|per cent|percent|zero|nil|enough|more|less|same|double|average|about|"
    r"around|full|fully|annual\w*|monthly|weekly|daily|quarterly|days?|weeks?|months?|years?|minutes?|hours?|not|never|"
    r"always|usually|a (?:lot|number)|whenever|as (?:long|often|many|much))\b",
    re.I,
)


def goes_round(asked: str, said: str) -> str:
    """What a question wants ("when", "how many") and the reply has nothing of, or an empty string."""
    if len(_ONE_ASKED.findall(asked)) != 1:
        return ""
    if (when := _WHEN.search(asked)) and not _TIMES.search(said):
        return when[0].split()[-1].casefold()
    if (number := _NUMBER.search(asked)) and not _AMOUNTS.search(said):
        return number[0].casefold()
    return ""
