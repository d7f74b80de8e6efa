"""`export`: the whole library in the open form, to a file or to standard output."""

import argparse
import json
import sys
from pathlib import Path

from scrutiny_desk.cli.bench import bench as opened
from scrutiny_desk.services import exporting


def export(options: argparse.Namespace) -> int:
    """Write the library in the form "scrutiny-desk/1"."""
    with opened(options) as bench:
        if options.file == "-":
            json.dump(exporting.as_data(bench.library), sys.stdout, ensure_ascii=False, indent=1)
            print()
        else:
            exporting.write(bench.library, Path(options.file))
    return 0
