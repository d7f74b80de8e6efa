"""A briefing as a file of the form its name asks for: Word, PDF, web page or plain text."""

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scrutiny_desk.briefing import hidden, pack, plain, web
from scrutiny_desk.briefing.parcel import put
from scrutiny_desk.domain.briefing import Briefing
from scrutiny_desk.domain.troubles import Trouble

OFFICES = ("soffice", "libreoffice")
OFFICE_FOLDERS = ("C:/Program Files/LibreOffice/program", "/Applications/LibreOffice.app/Contents/MacOS")
OPENED_BY_OFFICE = (".docx", ".doc", ".odt", ".rtf")
"""Papers whose own pages LibreOffice can print; of others the words are set anew."""
PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
"""Headings, tables and reading order go into the PDF as its tags."""
PATIENCE = 120
"""Seconds that LibreOffice is given for one file before it is taken to have stuck."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a briefing is set in Word: see `word.write` for each."""

    template: Path | None = None
    footnotes: bool = False
    points: int = 12
    mapping: Mapping[str, str] = field(default_factory=dict)


def save(briefing: Briefing, path: Path, look: Look | None = None) -> tuple[str, ...]:
    """Write the briefing to `path` in the form its suffix names: .docx, .pdf, .html or .txt.

    What a Word file breaks of the rules on accessible documents is told, a sentence each: with our own template that
    is nothing, a council's may have a logo without words. A PDF is the Word document printed by LibreOffice.
    `Trouble` for another suffix, where LibreOffice is wanted and not there, where the template cannot be read and
    where the file cannot be written.
    """
    made = FORMS.get(path.suffix.casefold())
    if made is None:
        known = ", ".join(FORMS)
        raise Trouble(f"A briefing cannot be written as {path.name}.", f"Give it a name that ends in one of {known}.")
    data = made(briefing, look or Look())
    broken = _broken_rules(data) if made is _word else ()
    put(path, data)
    return broken


def save_pack(
    front: Briefing,
    papers: Sequence[pack.Paper],
    path: Path,
    look: Look,
    told: Callable[[int, int, str], None] = lambda _done, _all, _name: None,
) -> tuple[str, ...]:
    """Write a pack to `path`: as one Word document, or as one PDF in which each paper keeps its own pages.

    The same is told as of a briefing; `told` hears how many papers of how many have been printed, and which is next.
    """
    suffix = path.suffix.casefold()
    if suffix == ".docx":
        data = _word(pack.joined(front, papers), look)
        broken = _broken_rules(data)
        put(path, data)
        return broken
    if suffix != ".pdf":
        raise Trouble(f"A pack cannot be written as {path.name}.", "Give it a name that ends in .docx or .pdf.")
    from scrutiny_desk.briefing import pdf_pack

    at = iter(range(len(papers) + 1))

    def printed(paper: pack.Paper) -> bytes:
        told(min(next(at, len(papers)), len(papers)), len(papers), paper.title)
        return as_pdf(paper, look)

    put(path, pdf_pack.joined(front, papers, printed))
    return ()


def office() -> str | None:
    """The command that starts LibreOffice on this machine; None where it is not installed."""
    found = (shutil.which(name) for name in OFFICES)
    placed = (shutil.which("soffice", path=folder) for folder in OFFICE_FOLDERS)
    return next((command for command in (*found, *placed) if command), None)


def printed(document: bytes, suffix: str = ".docx") -> bytes:
    """A Word document (or what else LibreOffice opens) as a PDF that screen readers can follow.

    `Trouble` where LibreOffice is not there or fails.
    """
    command = office()
    if command is None:
        remedy = "Install LibreOffice, or export to Word and save as PDF from there."
        raise Trouble("A PDF is made by LibreOffice, which is not on this computer.", remedy)
    with tempfile.TemporaryDirectory(prefix=f"scrutiny-desk-{os.getpid()}-") as name:
        folder = Path(name)
        source = folder / f"briefing{suffix}"
        source.write_bytes(document)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        words = [
            command,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            PDF,
            "--outdir",
            str(folder),
            str(source),
        ]
        try:
            subprocess.run(words, check=True, capture_output=True, timeout=PATIENCE)
            return (folder / "briefing.pdf").read_bytes()
        except (OSError, subprocess.SubprocessError) as fault:
            remedy = "Close LibreOffice and try again, or export to Word and save as PDF from there."
            raise Trouble("LibreOffice could not make the PDF.", remedy) from fault


def as_pdf(paper: pack.Paper, look: Look | None = None) -> bytes:
    """A paper of a pack as PDF: a briefing as Word would print it, a document as LibreOffice opens it."""
    if paper.briefing is not None:
        return printed(_word(paper.briefing, look or Look()))
    suffix = Path(paper.file_name).suffix.casefold()
    if suffix in OPENED_BY_OFFICE and paper.original and not hidden.holds_hidden(paper.original, suffix):
        return printed(paper.original, suffix)
    from scrutiny_desk.briefing import word

    return printed(word.bare_bytes(pack.of_document(paper), (look or Look()).points))


def _broken_rules(document: bytes) -> tuple[str, ...]:
    from scrutiny_desk.briefing import checks

    return (*checks.troubles(io.BytesIO(document)), *checks.faults(document))


def _word(briefing: Briefing, look: Look) -> bytes:
    from scrutiny_desk.briefing import word  # loads python-docx, which text and web pages can do without

    return word.document_bytes(
        briefing, template=look.template, footnotes=look.footnotes, points=look.points, mapping=look.mapping
    )


def _pdf(briefing: Briefing, look: Look) -> bytes:
    return printed(_word(briefing, look))


def _web(briefing: Briefing, look: Look) -> bytes:
    return web.page(briefing, footnotes=look.footnotes).encode("utf-8")


def _text(briefing: Briefing, _look: Look) -> bytes:
    return plain.text(briefing).encode("utf-8")


FORMS: dict[str, Callable[[Briefing, Look], bytes]] = {".docx": _word, ".pdf": _pdf, ".html": _web, ".txt": _text}
"""The forms a briefing can be written in, by the suffix of the file."""
