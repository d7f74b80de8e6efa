"""`export`: the whole library in the open form, to a file or to standard output."""

import argparse
import json
import sys
from pathlib import Path

from scrutiny_desk.bootstrap import open_workbench
from scrutiny_desk.services import exporting


def export(options: argparse.Namespace) -> int:
    """Write the library in the form "scrutiny-desk/1"."""
    bench = open_workbench(options.library)
    try:
        if options.file == "-":
            json.dump(exporting.as_data(bench.library), sys.stdout, ensure_ascii=False, indent=1)
            print()
        else:
            exporting.write(bench.library, Path(options.file))
    finally:
        bench.close()
    return 0
