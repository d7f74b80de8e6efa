"""Headings of business: every numbering, and what is no heading."""

from scrutiny_desk.domain.blocks import Block, BlockKind
from scrutiny_desk.reading import read_bytes
from scrutiny_desk.recognition import items, subheadings
from scrutiny_desk.recognition.numbering import Heading
from scrutiny_desk.recognition.skeleton import skeleton

PROSE = "The Committee received the report and thanked the officers for the work that had gone into it over the year."


def found(text):
    document = read_bytes("minutes.txt", ("MINUTES of the Scrutiny Committee\n\n" + text).encode())
    return [(i.number, i.title) for i in skeleton(document).items]


def test_capitals_with_running_numbers():
    text = f"34. WEBCASTING\n\n{PROSE}\n\n35. MINUTES\n\nRESOLVED:\n\nThat they be signed.\n\n36. RIVERS\n\n1. {PROSE}\n\n2. {PROSE}"
    assert found(text) == [("34", "WEBCASTING"), ("35", "MINUTES"), ("36", "RIVERS")]


def test_paragraph_numbers_are_no_items():
    text = f"4 Recycling on Estates\n\n4.1 {PROSE}\n\n4.2 {PROSE}\n\n5 Noise\n\n5.1 {PROSE}\n\n5.2 {PROSE}"
    assert found(text) == [("4", "Recycling on Estates"), ("5", "Noise")]


def test_key_points_are_no_items():
    text = f"Agenda item\n\nWinter Service\n\nMinutes:\n\n1. {PROSE}\n\n2. {PROSE}"
    document = read_bytes("item.txt", text.encode())
    assert [(i.number, i.title) for i in skeleton(document).items] == [(None, "Winter Service")]


def test_number_on_its_own_line_and_a_second_number_below():
    text = f"84.\n\nApologies\n\n(Item 1)\n\n{PROSE}\n\n85.\n\nBus Funding\n\n(Item 2)\n\n{PROSE}"
    assert found(text) == [("84", "Apologies"), ("85", "Bus Funding")]


def test_agenda_list_before_the_minutes_is_passed_over():
    listed = "1. Substitutions\n2. Declarations of interest\n3. Dignity in care\n4. Any other items\n\nMinutes:\n\n"
    text = listed + f"506 SUBSTITUTIONS - There were no substitutions.\n\n507 DIGNITY IN CARE - {PROSE}"
    assert found(text) == [("506", "SUBSTITUTIONS"), ("507", "DIGNITY IN CARE")]


def test_run_on_headings_inside_paragraphs():
    text = (
        "1. Apologies for absence. Apologies had been received from Tom Fry.\n\n"
        "2. Declarations of Interest. No declarations were made.\n\n"
        f"3. Reports. 3.1 Chairman's Report. 3.1.1 Vacancy for Clerk. {PROSE} 3.1.2 Cemetery. {PROSE}\n\n"
        f"3.2 Clerk's Report. {PROSE}\n\n4. Finance. 4.1 Accounts. {PROSE}"
    )
    assert found(text) == [
        ("1", "Apologies for absence"),
        ("2", "Declarations of Interest"),
        ("3", "Reports"),
        ("3.1", "Chairman's Report"),
        ("3.1.1", "Vacancy for Clerk"),
        ("3.1.2", "Cemetery"),
        ("3.2", "Clerk's Report"),
        ("4", "Finance"),
        ("4.1", "Accounts"),
    ]


def test_minute_and_year_numbers_count_by_the_part_that_counts():
    first = f"9/19\tMinutes of the Previous Meeting\n\n{PROSE}\n\n10/19\tQuestion Time\n\n{PROSE}"
    assert [n for n, _ in found(first)] == ["9/19", "10/19"]
    last = f"CES/18/51 Minutes\n\n{PROSE}\n\nCES/18/52 Budget\n\n{PROSE}\n\nCES/18/53 Parks\n\n{PROSE}"
    assert [n for n, _ in found(last)] == ["CES/18/51", "CES/18/52", "CES/18/53"]


def test_business_taken_out_of_order_stays():
    text = f"3. HEALTH\n\n{PROSE}\n\n5. ROADS\n\n{PROSE}\n\n4. NOISE\n\n{PROSE}\n\n6. CLOSE\n\n{PROSE}"
    assert [n for n, _ in found(text)] == ["3", "5", "4", "6"]


def test_slides_behind_the_signature_are_no_minutes():
    text = f"1. RIVERS\n\n{PROSE}\n\n2. PARKS\n\n{PROSE}\n\nCHAIRMAN\n\nWhy is this important?\n\nWhat did we learn?\n\n{PROSE}"
    made = skeleton(read_bytes("m.txt", ("MINUTES of the Scrutiny Committee\n\n" + text).encode()))
    last = made.document.blocks[made.minutes_range[1]].text
    assert last == "CHAIRMAN"
    assert made.items[-1].last == made.minutes_range[1]


def test_agenda_text_of_a_web_page_is_marked_off():
    text = f"1.\n\nRivers\n\nTo consider the attached. Is it enough?\n\nMinutes:\n\n{PROSE}\n\n2.\n\nParks\n\nTo note.\n\nMinutes:\n\n{PROSE}"
    made = skeleton(read_bytes("m.txt", ("Agenda and minutes\n\nScrutiny Panel\n\n" + text).encode()))
    passed = {made.document.blocks[o].text for o in made.agenda_blocks}
    assert "To consider the attached. Is it enough?" in passed
    assert PROSE not in passed
    assert all(made.is_furniture(order) for order in made.agenda_blocks)


def test_item_at_finds_the_innermost():
    document = read_bytes("m.txt", f"MINUTES\n\n1. RIVERS\n\n{PROSE}\n\n2. PARKS\n\n{PROSE}".encode())
    made = skeleton(document)
    assert [made.item_at(b.order) for b in document.blocks] == [None, 0, 0, 1, 1]


def test_no_blocks_no_range():
    assert items.minutes_range((), []) == (0, -1)


def test_numbers_that_leave_gaps():
    text = (
        f"1. WELLS\n\n{PROSE}\n\n2. No interests were declared by anybody.\n\n3. The minutes were agreed.\n\n"
        f"4. Matters arising from the last meeting\n\n- {PROSE}\n\n5. PATHS\n\n{PROSE}\n\n9. Draft minutes:\n\n{PROSE}"
    )
    assert [n for n, _ in found(text)] == ["1", "4", "5", "9"]


def test_an_agenda_is_a_bare_list():
    text = "AGENDA\n\nYou are summoned to a meeting that will be held on 3 May 2016\n\n" + "\n\n".join(
        f"{101 + i}. {title}"
        for i, title in enumerate(("Police report", "To receive apologies", "Village wells", "Paths"))
    )
    made = skeleton(read_bytes("a.txt", text.encode()))
    assert [(i.number, i.title) for i in made.items] == [
        ("101", "Police report"),
        ("102", "To receive apologies"),
        ("103", "Village wells"),
        ("104", "Paths"),
    ]


def test_a_date_taken_for_a_minute_number_has_no_successor():
    text = "22/03/2018 Lane closed. 71/17 Gate mended: it was seen to."
    heading = Heading(0, 11, 22, "22/03/2018", "Lane closed", strong=True, run_on=True)
    assert subheadings.inline_headings([heading], (Block(0, BlockKind.PARAGRAPH, text),)) == [heading]


def test_letters_joined_by_an_ampersand_and_resolved_with_a_stroke_is_no_title():
    text = f"O&SC 58/25  APOLOGIES\n\n{PROSE}\n\nO&SC 59/25  BUDGET\n\n{PROSE}\n\nRESOLVED /-\n\nThat it be noted."
    assert found(text) == [("O&SC 58/25", "APOLOGIES"), ("O&SC 59/25", "BUDGET")]


def test_the_item_in_square_brackets_is_no_part_of_the_title():
    text = f"12/26 QUESTIONS [Item 1]\n\n{PROSE}\n\n13/26 CARE COMPLAINTS [Item 2]\n\n{PROSE}"
    assert found(text) == [("12/26", "QUESTIONS"), ("13/26", "CARE COMPLAINTS")]


def test_the_second_line_of_a_title_in_capitals_is_no_title():
    text = f"9. PRESENTATION ON SMALL SCHEMES\n\nAND TO CONSIDER THEM\n\n{PROSE}\n\n10. BINS\n\n{PROSE}"
    assert [title for _, title in found(text)] == ["PRESENTATION ON SMALL SCHEMES", "BINS"]


def test_a_table_of_figures_flattened_to_lines_holds_no_titles():
    table = "\n\n".join(("Burglaries", "8", "9", "Thefts", "12", "10", "Assaults", "7", "11", "Fraud", "2"))
    text = f"1. Adoption of Minutes\n\n{PROSE}\n\n2. Policing\n\n{PROSE}\n\n{table}\n\n3. Bins\n\n{PROSE}"
    assert [number for number, _ in found(text)] == ["1", "2", "3"]


def test_a_starred_number_and_the_limbs_of_a_decision_before_the_next_item():
    text = f"1. BINS\n\n{PROSE}\n\nAGREED:\n\n1. To note it.\n\n2. To ask again.\n\n4. WELLS\n\n{PROSE}\n\n*5. PATHS\n\n{PROSE}"
    assert found(text) == [("1", "BINS"), ("4", "WELLS"), ("5", "PATHS")]


def test_the_running_foot_of_a_page_is_no_item():
    foot = "Sallow Moors Authority, 24 June 2025"
    text = f"12/25 Bins\n\n{PROSE}\n\n1\n\n{foot}\n\n{PROSE}\n\n13/25 Wells\n\n{PROSE}\n\n2\n\n{foot}\n\n{PROSE}"
    assert found(text) == [("12/25", "Bins"), ("13/25", "Wells")]


def test_questions_of_the_members_have_a_heading_of_their_own():
    text = f"1. Call-in\n\n{PROSE}\n\nQuestions from Members of the Sub-Committee\n\nCllr Marl: How was it counted, and by whom was it checked?\n\n2. Bins\n\n{PROSE}"
    assert found(text)[1] == (None, "Questions from Members of the Sub-Committee")


def test_long_titles_in_capitals_and_a_title_before_what_was_resolved():
    long = "TO RECEIVE DECLARATIONS OF INTEREST FROM MEMBERS IN RESPECT OF ANY MATTER ON THE AGENDA"
    rule = "QUESTIONS UNDER RULE 10.2 OF WHICH NOTICE HAS BEEN GIVEN"
    text = f"1 BINS.\n\n{PROSE}\n\n2 {long}.\n\n{PROSE}\n\n3 {rule}.\n\n{PROSE}"
    assert found(text) == [("1", "BINS"), ("2", long), ("3", rule)]
    text = f"10.01 To approve the minutes of 2 September RESOLVED - approved.\n\n10.02 Wells\n\n{PROSE}\n\n10.03 Paths\n\n{PROSE}"
    assert found(text)[0] == ("10.01", "To approve the minutes of 2 September")


def test_resolved_in_two_languages_is_no_title():
    text = f"1. BINS\n\n{PROSE}\n\nPENDERFYNWYD / RESOLVED:\n\ni) to note it.\n\n2. WELLS\n\n{PROSE}"
    assert found(text) == [("1", "BINS"), ("2", "WELLS")]
