"""What may be typed: the commands, their arguments, and one sentence for whatever is none."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from scrutiny_desk import __version__, locations
from scrutiny_desk.domain.briefing import BriefingKind
from scrutiny_desk.domain.documents import Circulation, DocumentKind
from scrutiny_desk.domain.house_rules import LISTED
from scrutiny_desk.domain.recommendations import Reply
from scrutiny_desk.domain.registers import Grouping
from scrutiny_desk.domain.standings import Standing

LISTS = ("documents", "meetings", "witnesses", "questions", "undertakings", "decisions", "actions", "issues") + (
    "requests",
    "recommendations",
)


class WrongUsage(Exception):
    """What was typed is no command; says in one sentence why, and where help is."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, instead of printing the usage and ending the process."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage with argparse's message as a sentence."""
        sentence = message[:1].upper() + message[1:].rstrip(".")
        raise WrongUsage(f"{sentence}; see {self.prog} --help.")


def _calls(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    """A command that is imported only when it is called: `check` need not load what `brief` needs."""

    def command(options: argparse.Namespace) -> int:
        return getattr(import_module(f"scrutiny_desk.cli.{module}"), function)(options)

    return command


def _library_option() -> argparse.ArgumentParser:
    """`--library` and its passphrase, before or after the command.

    One object each, since argparse lets defaults wander between them.
    """
    option = argparse.ArgumentParser(add_help=False)
    option.add_argument(
        "--library",
        metavar="FILE",
        type=Path,
        default=argparse.SUPPRESS,
        help=f"the library to use (else {locations.LIBRARY_VARIABLE}, else the one in your data folder)",
    )
    option.add_argument(
        "--passphrase-file",
        metavar="FILE",
        type=Path,
        default=argparse.SUPPRESS,
        help="a file whose first line is the library's passphrase, if it is locked",
    )
    return option


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; what it returns has `command`, to be called with the options."""
    parser = Parser(
        prog="scrutiny-desk",
        parents=[_library_option()],
        description="Who asked what of whom, what was promised, and what is still owed.",
    )
    parser.add_argument("--version", action="version", version=f"scrutiny-desk {__version__}")
    parser.set_defaults(library=None, passphrase_file=None, command=_calls("window", "open_window"), file=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)

    def add(name: str, help_text: str, module: str, function: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=help_text, description=help_text, parents=[_library_option()])
        command.set_defaults(command=_calls(module, function))
        return command

    _window_commands(add)
    _library_commands(add)
    _care_commands(add)
    _register_commands(add)
    _output_commands(add)
    return parser


_Add = Callable[[str, str, str, str], argparse.ArgumentParser]


def _window_commands(add: _Add) -> None:
    opening = add("open", "open the window", "window", "open_window")
    opening.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the library to open")
    demo = add("demo", "open the window on a fresh copy of the sample library", "window", "demo")
    demo.add_argument("--no-window", action="store_true", help="only make the sample library")


def _library_commands(add: _Add) -> None:
    importing = add("import", "import files and folders", "importing", "import_files")
    importing.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder to import whole")
    importing.add_argument("--json", action="store_true", help="a JSON row for each file, one a line")
    importing.add_argument("--no-scans", action="store_true", help="leave pages that are pictures unread")
    export = add("export", "write the whole library as JSON", "exporting", "export")
    export.add_argument("file", metavar="FILE", help="the file to write; - for standard output")
    papers = add("papers", "the papers a pack was split into; where they begin can be corrected", "papers", "papers")
    papers.add_argument("document", type=_positive, metavar="DOCUMENT", help="the number of the pack or of one of them")
    which = papers.add_mutually_exclusive_group()
    which.add_argument("--begin", type=_positive, metavar="PAGE", help="let a paper begin on this page of the file")
    which.add_argument("--join", action="store_true", help="make DOCUMENT one with the paper before it")
    which.add_argument("--kind", choices=[str(kind) for kind in DocumentKind], help="say what kind of paper it is")
    papers.add_argument("--title", metavar="TITLE", help="with --begin, the title of the new paper")
    papers.add_argument("--format", choices=("table", "json"), default="table")
    check = add("check", "look the library over", "safekeeping", "check")
    check.add_argument("--full", action="store_true", help="also every original against its fingerprint")
    backup = add("backup", "make a consistent copy of the library", "safekeeping", "backup")
    backup.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the copy (else beside the library)")
    restore = add("restore", "put a copy back; the present library is kept aside", "safekeeping", "restore")
    restore.add_argument("file", type=Path, metavar="FILE", help="the copy to put back")


def _care_commands(add: _Add) -> None:
    lock = add("lock", "lock the library with a passphrase, or change it", "care", "lock")
    lock.add_argument(
        "--new-passphrase-file", type=Path, metavar="FILE", help="a file whose first line is the new passphrase"
    )
    lock.add_argument("--remove", action="store_true", help="take the passphrase off instead")
    again = add("recognise-again", "what recognising the documents again would change", "care", "recognise_again")
    again.add_argument("--apply", action="store_true", help="let the program's own suggestions follow")
    dates = add("dates", "write meetings and due dates as an .ics calendar", "care", "dates")
    dates.add_argument("file", type=Path, metavar="FILE.ics")
    deadline = add("deadline", "the day a deadline comes to, and how it was worked out", "care", "deadline")
    deadline.add_argument("rule", nargs="?", metavar="RULE", help="without one, the rules there are")
    deadline.add_argument("--since", metavar="DATE", help="the day it is counted from (else today)")
    deadline.add_argument("--nation", default="England", metavar="NATION")
    held = add("held", "everything the library holds about a person", "private", "held")
    held.add_argument("name", metavar="NAME")
    held.add_argument("--format", choices=("table", "json"), default="table")
    nameless = add("nameless", "put a pseudonym in a person's place, for good", "private", "nameless")
    nameless.add_argument("name", metavar="NAME")
    nameless.add_argument("pseudonym", metavar="PSEUDONYM")
    erase = add("erase", "destroy a document and what rests on it alone, for good", "private", "erase")
    erase.add_argument("document", type=_positive, metavar="DOCUMENT", help="its number in `list documents`")
    keep = add("keep", "how long meetings' papers are kept; alone, those past their day", "private", "keep")
    keep.add_argument(
        "--meeting", metavar="MEETING", action="append", default=[],
        help="its number in `list meetings`, its date, or its committee; may be given again",
    )  # fmt: skip
    keep.add_argument("--committee", metavar="NAME", help="every meeting of this committee")
    keep.add_argument("--before", metavar="DATE", help="every meeting (of that committee) before this day")
    keep.add_argument(
        "--until", metavar="DATE",
        help="the day (2031-04-02), or how long after each meeting (7 years); with --meeting and without it, no day",
    )  # fmt: skip


def _register_commands(add: _Add) -> None:
    arising = add("arising", "what is new, due, late and closed since a committee last met", "register", "arising")
    arising.add_argument("--committee", metavar="NAME", help="of this committee (else of all)")
    arising.add_argument("--since", metavar="DATE", help="since this day (else its last meeting)")
    arising.add_argument("--format", choices=("table", "json"), default="table")
    stand = add("stand", "say what has become of a question, and what shows it", "register", "stand")
    stand.add_argument("question", type=_positive, metavar="QUESTION", help="its number in `list questions`")
    stand.add_argument("standing", choices=[str(s) for s in Standing], metavar="STANDING", help=", ".join(Standing))
    stand.add_argument("--day", metavar="DATE", help="from when it holds (else today)")
    stand.add_argument("--shown-by", default="", metavar="WORDS", help="the letter, e-mail or conversation")
    stand.add_argument("--detail", default="", metavar="WORDS", help="the ground, the body, the webcast time, the part")
    stand.add_argument("--closed", action="store_true", help="take a refusal off what is outstanding")
    left = add("left", "say that somebody left a post, which then owes what they owe", "register", "left")
    left.add_argument("name", metavar="NAME")
    left.add_argument("--on", required=True, metavar="DATE", help="the day they left")
    left.add_argument("--post", metavar="POST", help="only what was asked of this post")
    left.add_argument("--to", metavar="NAME", help="who follows, and now owes it")
    reply = add("reply", "keep the executive's reply to a recommendation", "register", "reply")
    reply.add_argument("recommendation", type=_positive, metavar="RECOMMENDATION")
    reply.add_argument("reply", choices=[str(r) for r in Reply], metavar="REPLY", help=", ".join(Reply))
    reply.add_argument("--on", metavar="DATE", help="the day of the reply (else today)")
    reply.add_argument("--reasons", default="", metavar="WORDS")
    chase = add("chase", "the e-mail of the next chaser to a witness, to copy; nothing is sent", "register", "chase")
    chase.add_argument("witness", metavar="NAME")
    chase.add_argument("--step", metavar="STEP", help="this step, rather than the one that is due")
    chase.add_argument("--output", type=Path, metavar="FILE.docx", help="the letter as well")
    chase.add_argument("--record", action="store_true", help="keep on record that it was sent today")


def _output_commands(add: _Add) -> None:
    listing = add("list", "list what the library holds", "lists", "list_rows")
    listing.add_argument("kind", choices=LISTS, metavar="KIND", help=", ".join(LISTS))
    for name, metavar, sentence in (
        ("witness", "NAME", "asked of, or answered by, this person"),
        ("asker", "NAME", "asked by this person"),
        ("committee", "NAME", "of committees whose name holds this"),
        ("issue", "NAME", "tagged with this issue, or one under it"),
        ("status", "STATUS", "of this status or state; several with commas"),
        ("owner", "NAME", "owed by this person now"),
        ("post", "POST", "owed by whoever holds this post"),
        ("organisation", "NAME", "owed by this organisation"),
        ("standing", "STANDING", "of which a person has said this; several with commas"),
        ("since", "DATE", "of meetings on this day (2014-11-10) or later"),
        ("until", "DATE", "of meetings on this day or earlier"),
    ):
        listing.add_argument(f"--{name}", metavar=metavar, help=sentence)
    listing.add_argument("--by", choices=[str(by) for by in Grouping], metavar="WHAT", help=", ".join(Grouping))
    listing.add_argument("--outstanding", action="store_true", help="still wanting something")
    listing.add_argument("--overdue", action="store_true", help="past the day it was due")
    listing.add_argument("--format", choices=("table", "json", "csv"), default="table")
    searching = add("search", "search every paragraph", "searching", "search")
    searching.add_argument("words", nargs="+", metavar="WORDS", help='words, "phrases", AND OR NOT, prefix*')
    searching.add_argument("--limit", type=_positive, default=100, metavar="N")
    searching.add_argument("--format", choices=("table", "json"), default="table")
    _brief_command(add)
    _tracker_commands(add)
    _house_style_commands(add)


def _house_style_commands(add: _Add) -> None:
    style = add("house-style", "how a council writes its papers, and the rules you made of it", "house_style", "try_it")
    verbs = style.add_subparsers(title="what to do", metavar="VERB", parser_class=Parser, required=True)

    def verb(name: str, function: str, sentence: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=sentence, description=sentence, parents=[_library_option()])
        made.set_defaults(command=_calls("house_style", function))
        return made

    trying = verb("try", "try_it", "what would be recognised in a file, and by which words")
    trying.add_argument("file", type=Path, metavar="FILE")
    trying.add_argument("--style", metavar="NAME", help="this style, rather than the one the file seems to have")
    listing = verb("rules", "rules", "the rules of this library; with an option, one is switched or taken out first")
    which = listing.add_mutually_exclusive_group()
    which.add_argument("--off", type=_positive, metavar="RULE", help="switch it off; its suggestions go")
    which.add_argument("--on", type=_positive, metavar="RULE", help="switch it on again; its suggestions come")
    which.add_argument("--remove", type=_positive, metavar="RULE", help="take it out; its suggestions go")
    listing.add_argument("--format", choices=("table", "json"), default="table")
    learning = verb("learn", "learn", "the rule that a correction of yours teaches, and what it would change")
    kinds = ("question", "undertaking", "decision", "action", "person")
    learning.add_argument("kind", choices=kinds, metavar="KIND", help="question, ...")
    learning.add_argument("id", type=_positive, metavar="NUMBER", help="of what you corrected, added or rejected")
    learning.add_argument("--committee", action="store_true", help="for this committee alone, not the whole council")
    learning.add_argument("--keep", action="store_true", help="keep the rule; its suggestions follow")
    learning.add_argument("--document", type=_positive, metavar="DOCUMENT", help="for a person: the paper")
    learning.add_argument("--capacity", choices=[str(c) for c in LISTED], help="for a person: what those listed are")
    rating = verb("rate", "rate", "how often the program was right, council by council, by what you have said of it")
    rating.add_argument("--format", choices=("table", "json"), default="table")
    for name, sentence in (("export", "hand your rules on as a file"), ("import", "take a colleague's rules in")):
        handing = verb(name, f"{name}_rules", sentence)
        handing.add_argument("file", type=Path, metavar="FILE", help="a house style file (TOML)")
        handing.add_argument("--body", metavar="COUNCIL", help="of this council alone")


def _brief_command(add: _Add) -> None:
    brief = add("brief", "write a briefing as a Word document", "brief", "brief")
    kinds = [str(kind) for kind in BriefingKind]
    brief.add_argument("kind", choices=kinds, metavar="KIND", help=", ".join(kinds))
    brief.add_argument("--output", required=True, type=Path, metavar="FILE.docx", help="or .pdf, .html, .txt")
    brief.add_argument("--meeting", metavar="MEETING", help="its number in `list meetings`, its date, or its committee")
    brief.add_argument("--witness", metavar="NAME")
    brief.add_argument("--issue", metavar="NAME")
    brief.add_argument("--committee", metavar="NAME")
    _look_options(brief)
    brief.add_argument("--with-notes", action="store_true", help="put your private notes in")
    pack = add("pack", "join briefings and papers into one Word file or PDF, in the order given", "brief", "pack")
    about = "a document's number in `list documents`, or a kind of briefing, with :NAME of what it is about"
    pack.add_argument("papers", nargs="*", metavar="PAPER", help=about)
    pack.add_argument("--output", required=True, type=Path, metavar="FILE", help="a .docx or a .pdf")
    pack.add_argument("--title", required=True, metavar="WORDS", help="what the pack is called")
    pack.add_argument("--meeting", metavar="MEETING", help="first all papers of this meeting, in agenda order")
    _look_options(pack)


def _look_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--template", type=Path, metavar="FILE.docx", help="a Word template of your council")
    command.add_argument("--circulation", choices=[str(c) for c in Circulation], default=str(Circulation.MEMBERS))
    command.add_argument("--sources", choices=("brackets", "footnotes"), default="brackets", help="where sources stand")


def _tracker_commands(add: _Add) -> None:
    out = add("tracker-out", "write the tracker as a spreadsheet", "tracker", "write")
    out.add_argument("file", type=Path, metavar="FILE", help="what to write: .xlsx or .csv")
    out.add_argument("--committee", metavar="NAME")
    out.add_argument("--circulation", choices=[str(c) for c in Circulation], default=str(Circulation.MEMBERS))
    back = add("tracker-in", "compare the council's own spreadsheet, and take in what changed", "tracker", "take")
    back.add_argument("file", type=Path, metavar="FILE", help="the spreadsheet: .xlsx or .csv")
    back.add_argument(
        "--column", action="append", metavar="OURS=THEIRS", help="which heading is which (owner='Lead officer'); kept"
    )
    back.add_argument("--take", action="store_true", help="take in what changed there, and its new rows")
    back.add_argument("--theirs", action="store_true", help="where both sides changed, take the spreadsheet's words")
    back.add_argument("--closing", action="store_true", help="also statuses that say nothing more is owed")


def _positive(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1")
    return number
