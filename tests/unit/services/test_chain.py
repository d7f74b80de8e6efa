"""Seven invented papers of one county in a chain: each later answer is offered to its question, and nothing else."""

import pytest

from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import recognise
from scrutiny_desk.services import answering, exporting, history, keeping

HEAD = """ELMSHIRE COUNTY COUNCIL

{committee}

Minutes of the meeting held on {day} at County Hall

Present: Councillor Rosa Finch (Chair), Councillor Owen Tarrant, Councillor Priya Nadkarni, Councillor Joan Meakin

In attendance: Helen Oduya (Director of Transport), Marcus Bell (Head of Waste), Ruth Alder (Democratic Services Officer)

"""


def minutes(day, text, committee="Environment Scrutiny Committee"):
    return HEAD.format(day=day, committee=committee) + text


PAPERS = [
    (
        "1.txt",
        minutes(
            "Tuesday 14 January 2025",
            """4. School buses

Councillor Finch asked how many children had been left at the stop by the 14 bus since September. The Director of Transport said that she did not have the figure and would send it to members.

Councillor Tarrant asked why the bus shelter at Low Cross had not been repaired. No reply was given.

Councillor Nadkarni asked what the new garden waste subscription would cost in its second year. The Head of Waste undertook to provide a written answer.

5. Household waste sites

Councillor Meakin asked when the Bramfield recycling centre would reopen on Sundays. The Head of Waste said that he would report back to the next meeting.

Councillor Tarrant asked how much fly-tipping had been reported along the river path. The Head of Waste agreed to circulate the number.
""",
        ),
    ),
    (
        "2.txt",
        minutes(
            "Tuesday 11 March 2025",
            """2. Minutes

The minutes of the meeting held on 14 January 2025 were approved.

3. Matters arising

Minute 5 (Household waste sites): the Head of Waste reported that the Bramfield recycling centre would open on Sundays again from 6 April.

6. Highways

Councillor Meakin asked how many potholes in Dunley had been filled twice. The Director of Transport said that she would look into this and let members know.

Councillor Finch asked whether the lorry ban in Church Lane was being enforced. The Director of Transport replied that the police enforced it, with eleven fines since June.
""",
        ),
    ),
    (
        "3.txt",
        """ELMSHIRE COUNTY COUNCIL

Environment Scrutiny Committee

Action log, May 2025

Action | Owner | Due | Progress
Send members the number of children left behind at stops by the 14 bus since September | Director of Transport | 28 February 2025 | Completed: 37 children were left at the stop between September and January
Repair the bus shelter at Low Cross | Director of Transport | | The bus shelter at Low Cross was repaired on 2 April
""",
    ),
    (
        "4.eml",
        """From: Marcus Bell <m.bell@elmshire.example>
To: Councillor Priya Nadkarni <p.nadkarni@elmshire.example>
Subject: Garden waste subscription
Date: Mon, 24 Mar 2025 09:12:00 +0000
Content-Type: text/plain; charset=utf-8

Dear Councillor Nadkarni,

At the meeting on 14 January you asked what the garden waste subscription would cost in its second year.

The subscription will be 48 pounds in the second year, and 30 pounds for households on a low income.

Yours sincerely,

Marcus Bell
Head of Waste
""",
    ),
    (
        "5.txt",
        minutes(
            "Tuesday 13 May 2025",
            """3. Matters arising

(a) Potholes in Dunley - the Director of Transport advised that nineteen potholes in Dunley had been filled more than once since the autumn.

(b) Fly-tipping - members had received the number of fly-tipping reports along the river path, which was 212 for the year.

7. Library vans

Councillor Meakin asked how many villages the library van served. The Director of Transport said that it served forty.
""",
        ),
    ),
    (
        "6.txt",
        minutes(
            "Thursday 5 June 2025",
            """4. Safety of children

Councillor Meakin asked what number of pupils the 14 bus had left behind at stops since last September. The Director of Transport said that she would find out.

5. Speeding

Councillor Finch asked whether the cameras in Mill Road worked. The Director of Transport said that they did.

6. Shelters

Councillor Tarrant asked for what reason the shelter for bus passengers at Low Cross was still broken. The Director of Transport said that she would check.
""",
            "Children and Families Scrutiny Committee",
        ),
    ),
    (
        "7.txt",
        minutes(
            "Tuesday 8 July 2025",
            """5. Verges

Councillor Finch asked how often the verges were cut. The Director of Transport said that they were cut twice a year.

6. Buses

The Director of Transport presented the budget of the bus service. Members noted that fares had risen in September.

7. Waste

The Head of Waste presented the annual report on recycling, which described the sites and their opening times.
""",
        ),
    ),
]
ANSWERS = {
    "left at the stop by the 14 bus": ("3.txt", "37 children"),
    "the bus shelter at Low Cross had not": ("3.txt", "repaired on 2 April"),
    "garden waste subscription would cost": ("4.eml", "48 pounds"),
    "Bramfield recycling centre would reopen": ("2.txt", "Sundays again from 6 April"),
    "fly-tipping had been reported": ("5.txt", "212 for the year"),
    "potholes in Dunley had been filled twice": ("5.txt", "nineteen potholes"),
}
"""The words of each open question, the paper that answers it and words of the answer."""
AGAIN = {
    "left at the stop by the 14 bus": "number of pupils the 14 bus had left",
    "the bus shelter at Low Cross had not": "shelter for bus passengers",
}
"""Questions that another committee asks again, in other words."""


@pytest.fixture
def chain(library):
    for name, text in PAPERS:
        document = read_bytes(name, text.encode())
        found = recognise(document)
        work = lambda db, d=document, f=found, t=text, n=name: keeping.keep(  # noqa: E731
            db, d, f, t.encode(), at="2025-08-01T09:00:00", path=n
        )
        library.write("Import", work, origin="import")
    return library


def asked(library):
    """Every question by its words, with its number."""
    return {row["text"]: row["id"] for row in exporting.as_data(library)["questions"]}


def number(library, words):
    return next(each for text, each in asked(library).items() if words in text)


def named(offer):
    return PAPERS[offer.source.document_id - 1][0]


def test_each_later_answer_is_offered_and_no_offer_is_wrong(chain):
    before = exporting.as_data(chain)
    offered = wrong = 0
    for text, each in asked(chain).items():
        paper, words = next((v for k, v in ANSWERS.items() if k in text), ("", ""))
        offers = [o for o in answering.offers(chain, each) if o.repeat_of is None]
        right = [o for o in offers if paper and named(o) == paper and words in o.source.quote]
        offered += bool(right)
        # The action log's row is offered to the question that another committee asked again, and speaks to it.
        wrong += sum(1 for o in offers if o not in right and "37 children" not in o.source.quote)
    assert (offered, wrong) == (len(ANSWERS), 0)
    assert exporting.as_data(chain) == before, "nothing is closed by itself"


def test_the_same_asked_at_another_committee_in_other_words_is_a_repeat(chain):
    for words, again in AGAIN.items():
        found = [question.text for question, _likeness in answering.repeats(chain, number(chain, words))]
        assert len(found) == 1 and again in found[0]
    others = set(asked(chain)) - {t for t in asked(chain) if any(w in t for w in (*AGAIN, *AGAIN.values()))}
    assert all(answering.repeats(chain, asked(chain)[text]) == [] for text in others)


def test_an_undertaking_that_does_not_say_what_is_offered_what_answers_its_question(chain):
    rows = {row["text"]: row["id"] for row in exporting.as_data(chain)["undertakings"]}
    [promise] = [each for text, each in rows.items() if "look into this and let members know" in text]
    assert ["nineteen" in o.source.quote for o in answering.offers_to_undertaking(chain, promise)] == [True]


def test_a_refused_offer_stays_refused_for_its_question_alone_until_it_is_undone(chain):
    bus, later = (number(chain, words) for words in ("left at the stop by the 14 bus", "pupils the 14 bus"))
    [first, repeat] = answering.offers(chain, bus)
    status = exporting.as_data(chain)["questions"]
    answering.refuse(chain, first)
    assert answering.offers(chain, bus) == (repeat,)
    assert exporting.as_data(chain)["questions"] == status
    assert [named(o) for o in answering.offers(chain, later)] == ["3.txt"], "another question's offer stays"
    answering.refuse(chain, repeat)
    assert answering.offers(chain, bus) == () and answering.repeats(chain, bus) == []
    history.undo(chain)
    history.undo(chain)
    assert answering.offers(chain, bus) == (first, repeat)
