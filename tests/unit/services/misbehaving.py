"""Ways in which a file can harm the process that reads it; run in a child by the tests of `apart`."""

import os
import time

from scrutiny_desk.domain.documents import DocumentKind, ReadDocument
from scrutiny_desk.domain.findings import Findings
from scrutiny_desk.services.apart import Taken


def work(job):
    """Do to the process what the file's name says."""
    name = job.path.stem
    if name == "crash":
        os._exit(11)
    if name == "hang":
        time.sleep(60)
    if name == "hunger":
        bytearray(1 << 36)
    return Taken(job, ReadDocument(job.path.name, "text", ()), Findings(DocumentKind.OTHER))
