"""Figures of the readers, in one run: python tests/speed/reading/bench_reading.py [--pages 320] [--files 200]

Prints pages a second of raw pypdfium2 text extraction and of our reader, with their ratio and the memory of the process
that reads, by the clock and by the processor's time measured in turns (the second is steady on a busy machine); files a
minute of a folder of five-page PDFs, recognised, stored and searchable; seconds a scanned page.
"""

import argparse
import importlib.util
import io
import multiprocessing
import random
import statistics
import sys
import tempfile
import textwrap
import time
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

STOCK = """
the committee heard that roads in the north of the county were to be mended before winter and that officers would report
again when prices were known because tenders had come in above what was set aside for the work in the spring programme
"""
NAMES = [
    "Ames",
    "Bramley",
    "Dyer",
    "Fenwick",
    "Hussain",
    "Lowther",
    "Nuttall",
    "Pettifer",
    "Quince",
    "Rusbridge",
    "Tolley",
    "Vickers",
]


def builder() -> ModuleType:
    """The small PDF writer of the unit tests."""
    spec = importlib.util.spec_from_file_location("papers", ROOT / "tests" / "unit" / "reading" / "conftest.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sentences(chance: random.Random, words: list[str], number: int) -> list[str]:
    return [" ".join(chance.choices(words, k=12)).capitalize() + "." for _ in range(number)]


def minutes(chance: random.Random, pages: int, number: int) -> list[list[tuple]]:
    """Pages of minutes with items, questions and answers in paragraphs of four or five lines, 46 lines a page."""
    words = STOCK.split()
    lines: list[tuple[str, bool]] = [
        ("WEXCOMBE COUNTY COUNCIL", True),
        (f"Minutes of the Roads Panel held on {number % 27 + 1} March 20{number % 20 + 10}", True),
        ("", False),
    ]
    item = 1
    while len(lines) < 46 * pages:
        lines += [(f"{item}. {' '.join(chance.choices(words, k=4)).capitalize()}", True), ("", False)]
        for _ in range(chance.randrange(2, 5)):
            asked = f"Councillor {chance.choice(NAMES)} asked how many roads had been mended by {chance.choice(words)}."
            first, *more = sentences(chance, words, 5)
            paragraph = " ".join([asked, f"The Director replied that {first.lower()}", *more])
            lines += [*((line, False) for line in textwrap.wrap(paragraph, 92)), ("", False)]
        item += 1
    made = []
    for place in range(pages):
        part = lines[46 * place : 46 * place + 46]
        page = [(62.0, 790 - 15.5 * n, text, 10.5, bold) for n, (text, bold) in enumerate(part) if text]
        made.append([*page, (290.0, 40.0, str(place + 1), 9.0)])
    return made


def raw_speed(path: Path) -> float:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(path)
    start = time.perf_counter()
    for place in range(len(document)):
        page = document[place]
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    return len(document) / (time.perf_counter() - start)


def our_speed(path: Path) -> float:
    from scrutiny_desk.reading import read

    start = time.perf_counter()
    document = read(path)
    return (document.pages or 0) / (time.perf_counter() - start)


def ratio_by_processor(path: Path, turns: int) -> tuple[float, float, float]:
    """The reader's pages a second as a share of raw extraction's, by processor time: the least and the middle of all
    turns, and the share of the best turn of each; raw and reader by turns, in this process."""
    raws, ours = [], []
    for _ in range(turns):
        for spent, once in ((raws, raw_speed), (ours, our_speed)):
            start = time.process_time()
            once(path)
            spent.append(time.process_time() - start)
    shares = [raw / our for raw, our in zip(raws, ours, strict=True)]
    return min(shares), statistics.median(shares), min(raws) / min(ours)


def memory_of_reading(path: Path, answer: "multiprocessing.Queue[float]") -> None:
    """The most memory that a process takes which does nothing but read this file, in megabytes."""
    import resource

    our_speed(path)
    unit = 1 if sys.platform == "darwin" else 1024
    answer.put(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6)


def report_pdf(folder: Path, pages: int, rounds: int) -> None:
    path = folder / "long.pdf"
    path.write_bytes(builder()._pdf(minutes(random.Random(1), pages, 1)))
    raw = max(raw_speed(path) for _ in range(rounds))
    ours = max(our_speed(path) for _ in range(rounds))
    context = multiprocessing.get_context("spawn")
    answer = context.Queue()
    child = context.Process(target=memory_of_reading, args=(path, answer))
    child.start()
    memory = answer.get(timeout=300)
    child.join()
    print(f"PDF of {pages} pages: raw {raw:.0f} pages/s, reader {ours:.0f} pages/s, ratio {ours / raw:.2f} (goal 0.5)")
    least, middle, best = ratio_by_processor(path, 2 * rounds + 1)
    print(f"by processor time, in turns: least {least:.2f}, median {middle:.2f}, best of each {best:.2f} (goal 0.5)")
    print(f"memory of the reading process: {memory:.0f} MB (goal under 200)")


def report_folder(folder: Path, files: int) -> None:
    from scrutiny_desk.bootstrap import open_workbench
    from scrutiny_desk.services.importing import import_paths

    papers = folder / "papers"
    papers.mkdir()
    make = builder()._pdf
    for number in range(files):
        (papers / f"minutes {number:03}.pdf").write_bytes(make(minutes(random.Random(number), 5, number)))
    bench = open_workbench(folder / "library.scrutiny")
    start = time.perf_counter()
    report = import_paths(bench.library, [papers])
    spent = time.perf_counter() - start
    bench.close()
    rate = len(report.rows) / spent * 60
    print(
        f"{len(report.rows)} files of 5 pages in {spent:.1f} s: {rate:.0f} files/min recognised, "
        f"stored and searchable ({len(report.failed)} failed; goal 1200)"
    )


def report_scan() -> None:
    import pypdfium2 as pdfium
    from PIL import Image

    from scrutiny_desk.reading import scan

    if not scan.can_read_scans():
        print("scans: this machine has no language data for Tesseract")
        return
    printed = pdfium.PdfDocument(builder()._pdf(minutes(random.Random(2), 3, 2)))
    pictures: list[Image.Image] = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in printed]
    stream = io.BytesIO()
    pictures[0].save(stream, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    start = time.perf_counter()
    pages = list(scan.read_pages("scan.pdf", stream.getvalue()))
    print(f"scans: {(time.perf_counter() - start) / len(pages):.2f} s a page at 200 dots an inch")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=320)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many is printed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report_pdf(Path(folder), given.pages, given.rounds)
        report_folder(Path(folder), given.files)
    report_scan()


if __name__ == "__main__":
    main()
