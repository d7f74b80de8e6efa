"""Who begins a clause."""

import pytest

from scrutiny_desk.recognition.subjects import SubjectKind, subject_at, subject_of


@pytest.mark.parametrize(
    "text, who, kind",
    [
        ("Councillor Ada Marl asked if", "Councillor Ada Marl", SubjectKind.NAMED),
        ("Mrs St. Clare, the Parks Manager, replied that", "Mrs St. Clare", SubjectKind.NAMED),
        ("Petra Vane and Huw ap Rhys noted that", "Petra Vane and Huw ap Rhys", SubjectKind.NAMED),
        (
            "The Director of Public Realm, Dr Ann Bell, in response, advised",
            "The Director of Public Realm",
            SubjectKind.POST,
        ),
        ("In replying, the Senior Executive Engineer agreed.", "the Senior Executive Engineer", SubjectKind.POST),
        ("In addition PV added that", "PV", SubjectKind.INITIALS),
        ("A Member of the Committee sought more", "A Member of the Committee", SubjectKind.GROUP),
        ("officers were asked if", "officers", SubjectKind.GROUP),
        ("Parks – Members questioned why", "Members", SubjectKind.GROUP),
        ("It was explained that", "It", SubjectKind.IMPERSONAL),
        ("She said that", "She", SubjectKind.PRONOUN),
        ("Petra added that", "Petra", SubjectKind.SINGLE),
        ("The Area Commander agreed to", "The Area Commander", SubjectKind.POST),
    ],
)
def test_subjects_of_clauses(text, who, kind):
    found = subject_at(text, 0, len(text))
    assert found is not None
    assert (found.text, found.kind) == (who, kind)
    assert text[found.start : found.end] == who


@pytest.mark.parametrize(
    "text", ["The savings have been achieved.", "The Annual Report noted that", "Clarification was sought on"]
)
def test_things_are_no_subjects(text):
    found = subject_at(text, 0, len(text))
    assert found is None or found.kind is SubjectKind.IMPERSONAL


def test_the_asker_is_the_subject_of_the_sentence_not_of_its_clauses():
    text = "Ms Vane said that she and Mr Oakes had been there and asked if the gate was shut."
    assert subject_of(text, 0, text.index("asked"), len(text)).text == "Ms Vane"


def test_a_subject_right_before_the_verb_wins():
    text = "The report had been late and Cllr Oakes asked why."
    assert subject_of(text, 0, text.index("asked"), len(text)).text == "Cllr Oakes"
