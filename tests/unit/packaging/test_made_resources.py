"""What packaging makes for resources/ is what lies there, so that neither is changed without the other."""

import subprocess
import sys
import zipfile

import pypdfium2
import pytest


def made(root, script, folder):
    """Run a script of packaging into a folder, in a process of its own as a person would."""
    subprocess.run([sys.executable, str(root / "packaging" / script), str(folder)], check=True, cwd=root)
    return {path.name: path for path in folder.iterdir()}


def content(path):
    """The bytes of a file; of a Word file those of its parts, since zip libraries pack them differently."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as parcel:
        return {name: parcel.read(name) for name in parcel.namelist()}


@pytest.fixture(scope="module")
def papers(root, tmp_path_factory):
    return made(root, "make_sample.py", tmp_path_factory.mktemp("sample"))


def test_the_sample_papers_are_as_the_script_makes_them(root, papers):
    kept = {path.name: path for path in (root / "resources" / "sample").iterdir()}
    assert set(papers) == set(kept)
    for name, path in kept.items():
        if path.suffix != ".pdf":  # a PDF holds its fonts, which differ between machines
            assert content(papers[name]) == content(path), name


def words(path):
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return [word for word in text.split() if not word.isdigit()]


def test_the_sample_pdfs_have_the_same_words(root, papers):
    kept = list((root / "resources" / "sample").glob("*.pdf"))
    assert kept
    for path in kept:
        assert words(papers[path.name]) == words(path)


def test_the_sample_is_what_the_program_promises(root):
    suffixes = {path.suffix for path in (root / "resources" / "sample").iterdir()}
    assert suffixes == {".docx", ".html", ".txt", ".pdf"}
    minutes = [path for path in (root / "resources" / "sample").iterdir() if "minutes" in path.name]
    assert len({path.name[:10] for path in minutes}) >= 4


def test_the_template_is_as_the_script_makes_it(root, tmp_path):
    [(name, path)] = made(root, "make_template.py", tmp_path).items()
    assert content(path) == content(root / "resources" / "templates" / name)
