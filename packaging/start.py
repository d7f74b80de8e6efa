"""Install Scrutiny Desk into .venv and start it; the two commands of the README.

    python3 packaging/start.py               opens the program on the sample library
    python3 packaging/start.py import FOLDER any command of the program
    python3 packaging/start.py test [...]    installs what the tests need and runs them all

Uses the standard library only, so that a bare Python is enough to begin with.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
OLDEST = (3, 11)

# What the window library loads at run time, and the Debian package that brings it.
NEEDED = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
}
# Needed as well where there is a screen.
NEEDED_WITH_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
FONT_PACKAGES = ("fonts-dejavu-core", "fonts-noto-core")
# Tests that write through an office suite say so and are passed over where it is missing.
OFFICE_PACKAGES = ("libreoffice-writer-nogui", "fonts-liberation", "fonts-crosextra-carlito", "poppler-utils")


def say(words):
    """Tell the person what is going on; standard output belongs to the program."""
    print(words, file=sys.stderr, flush=True)


def missing_packages(for_tests):
    """Debian packages for the shared libraries and fonts that this machine lacks."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(NEEDED)
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(NEEDED_WITH_SCREEN)
    packages = [package for library, package in wanted.items() if not loads(library)]
    if not any(Path("/usr/share/fonts").rglob("*.ttf")) if Path("/usr/share/fonts").is_dir() else True:
        packages += FONT_PACKAGES if for_tests else FONT_PACKAGES[:1]
    return packages


def loads(library):
    """Whether the shared library can be loaded here."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages, needed):
    """Install Debian packages where that is possible; otherwise print the one command that does it."""
    if not packages:
        return
    command = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("Installing system libraries: " + ", ".join(packages))
        quiet = {"stdout": sys.stderr, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        done = subprocess.run(command.split() + ["-qq"], check=False, **quiet)
        if done.returncode == 0 or not needed:
            return
        sys.exit("The system libraries could not be installed. Run this command and start again:\n  " + command)
    if needed:
        say("This machine lacks system libraries that the window needs. If it does not open, run:\n  sudo " + command)


def in_venv(name):
    """The path of a program inside .venv."""
    folder, ending = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return VENV / folder / (name + ending)


def make_venv():
    """Make .venv where there is none, or where the one there no longer starts."""
    python = in_venv("python")
    if python.exists() and subprocess.run([str(python), "-c", ""], check=False).returncode == 0:
        return
    say("Making .venv")
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False, stdout=sys.stderr)
    if made.returncode:
        install_packages(["python3-venv"], needed=True)
        again = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False, stdout=sys.stderr)
        if again.returncode:
            sys.exit("A virtual environment could not be made. Install the package python3-venv and start again.")


def install(for_tests):
    """Install the program, and with `for_tests` what its tests need, unless exactly that is there already."""
    make_venv()
    constraints = ROOT / "packaging" / "constraints.txt"
    wanted = (ROOT / "pyproject.toml").read_bytes() + constraints.read_bytes()
    mark = hashlib.sha256(wanted + str(ROOT).encode()).hexdigest()
    marks = [VENV / ("installed-tests" if tests else "installed-program") for tests in (True, False)]
    fits = [path.exists() and path.read_text(encoding="utf-8") == mark for path in marks]
    if fits[0] or (fits[1] and not for_tests):
        return
    say("Installing Scrutiny Desk" + (" and what its tests need" if for_tests else "") + " (about 350 MB, once)")
    what = str(ROOT) + ("[test]" if for_tests else "")
    pip = [str(in_venv("python")), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "--constraint", str(constraints), "--editable", what], check=False, stdout=sys.stderr)
    if done.returncode:
        sys.exit(
            "The parts of Scrutiny Desk could not be installed. "
            "Check the connection to the package index and start again."
        )
    marks[0 if for_tests else 1].write_text(mark, encoding="utf-8")


def main(arguments):
    """Install what is missing, then run the program or its tests; returns the exit status."""
    if sys.version_info < OLDEST:
        sys.exit(f"Scrutiny Desk needs Python 3.11 or later; this is {sys.version_info[0]}.{sys.version_info[1]}.")
    for_tests = arguments[:1] == ["test"]
    install_packages(missing_packages(for_tests), needed=True)
    if for_tests and not shutil.which("soffice"):
        install_packages(list(OFFICE_PACKAGES), needed=False)
    install(for_tests)
    python = str(in_venv("python"))
    if for_tests:
        environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        return subprocess.run(
            [python, "-m", "pytest", *arguments[1:]], cwd=ROOT, env=environment, check=False
        ).returncode
    return subprocess.run([python, "-m", "scrutiny_desk", *(arguments or ["demo"])], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
