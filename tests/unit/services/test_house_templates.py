"""Which style of a template serves for what: found, chosen, kept under the template's name."""

from pathlib import Path

import pytest

from scrutiny_desk.briefing import house
from scrutiny_desk.domain.troubles import Trouble
from scrutiny_desk.services import house_templates


def test_every_role_that_may_be_chosen_is_asked_for_in_words():
    assert all(said[0].isupper() for said in house.CHOSEN.values())
    assert len(set(house.CHOSEN.values())) == len(house.CHOSEN)


@pytest.mark.parametrize("name", ["own names.docx", "welsh and english.dotx", "made by libreoffice.docx"])
def test_the_styles_of_a_house_are_found_and_offered(name, root):
    found = house_templates.styles(root / "tests" / "golden" / "briefing" / "houses" / name)
    by_role = {style.role: style for style in found}
    assert by_role["heading 2"].style in by_role["heading 2"].choices
    assert by_role["Normal"].style is not None


def test_a_choice_is_kept_for_the_template_of_that_name_alone():
    kept = house_templates.keeping("", Path("a/House.dotx"), {"heading 2": "Section"})
    kept = house_templates.keeping(kept, Path("other.docx"), {"heading 2": ""})
    assert house_templates.mapping_of(kept, Path("elsewhere/house.DOTX")) == {"heading 2": "Section"}
    assert house_templates.mapping_of(kept, Path("other.docx")) == {"heading 2": ""}
    assert house_templates.mapping_of(kept, None) == {}
    assert house_templates.mapping_of(house_templates.keeping(kept, Path("House.dotx"), {}), Path("House.dotx")) == {}


@pytest.mark.parametrize("spoilt", ["", "no json", "[1]", '{"a.docx": 3}', '{"a.docx": {"x": 1}}'])
def test_what_was_spoilt_by_hand_is_nothing(spoilt):
    assert house_templates.mapping_of(spoilt, Path("a.docx")) == {}


def test_what_is_no_template_is_a_plain_trouble(tmp_path):
    with pytest.raises(Trouble, match="no file"):
        house_templates.refuse(tmp_path / "gone.docx")
    (tmp_path / "a.docx").write_bytes(b"no parcel")
    with pytest.raises(Trouble, match="Word file"):
        house_templates.refuse(tmp_path / "a.docx")
