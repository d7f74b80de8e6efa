"""Options are declared once, kept in a file that a person may edit, and never stop the program."""

import pytest

from scrutiny_desk.settings import OPTIONS, Settings


def test_every_default_is_one_its_option_takes():
    for option in OPTIONS:
        assert option.accepts(option.default), option.name
        assert option.sentence.endswith(".")


def test_what_is_set_is_there_the_next_time(tmp_path):
    file = tmp_path / "deep" / "settings.toml"
    Settings(file).set("text_size", 125)
    again = Settings(file)
    assert again["text_size"] == 125
    assert again["theme"] == "system"
    assert again.notices == []


def test_a_file_edited_by_hand_keeps_its_remarks_and_its_unknown_keys(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('# my own remark\nfrom_the_future = 7\ntext_size = 900\ntheme = "dark"\n', encoding="utf-8")
    settings = Settings(file)
    assert (settings["text_size"], settings["theme"]) == (100, "dark")
    assert "text_size" in settings.notices[0]
    settings.set("theme", "light")
    text = file.read_text(encoding="utf-8")
    assert "# my own remark" in text
    assert "from_the_future = 7" in text


def test_a_broken_file_is_told_and_the_defaults_hold(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("this is = = no toml", encoding="utf-8")
    settings = Settings(file)
    assert settings["theme"] == "system"
    assert "could not be read" in settings.notices[0]


@pytest.mark.parametrize(("name", "value"), [("text_size", 20), ("theme", "pink"), ("text_size", "120"), ("body", 3)])
def test_what_an_option_does_not_take_is_refused(tmp_path, name, value):
    with pytest.raises(ValueError, match=name):
        Settings(tmp_path / "settings.toml").set(name, value)
    assert not (tmp_path / "settings.toml").exists()
