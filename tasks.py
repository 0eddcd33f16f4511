#!/usr/bin/env python3
"""The chores of actor-graph, one command each.

    python3 tasks.py demo     set everything up, analyze an example, leave a map of it in demo/map.html
    python3 tasks.py test     set up what the tests need, a browser included, and run them
    python3 tasks.py lint     the style of the code (ruff)
    python3 tasks.py types    its types (mypy)
    python3 tasks.py docs     the examples in the docstrings and the commands of the README
    python3 tasks.py bench    how fast it is beside networkx and igraph; also: bench map, bench invite, bench chance

Only the standard library, in words that Python 3.6 can read, so that an older Python is told what is missing instead
of failing. Whatever follows the name of a chore is handed on: ``python3 tasks.py test tests/measures -x``.
"""

import sys

if sys.version_info < (3, 11):
    import shutil

    newer = [name for name in ("python3.14", "python3.13", "python3.12", "python3.11") if shutil.which(name)]
    sys.exit(
        "actor-graph needs Python 3.11 or newer; this one is {}.{}. ".format(*sys.version_info[:2])
        + (
            "A newer one is installed here, so run: {} tasks.py {}".format(newer[0], " ".join(sys.argv[1:]) or "demo")
            if newer
            else "Install a newer one (from python.org or by your system's packages) and run this again."
        )
    )

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INSTALLED = VENV / "installed.json"
ON_ALL_CORES = ("--numprocesses=auto", "--maxprocesses=4", "--dist=loadfile")  # the tests of a file stay in their order
LINUX_AS_ROOT = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None

HEADLESS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BROWSER_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)


def main(words: list[str]) -> None:
    """Run the chore named first; without one, tell which there are."""
    chores = {"demo": demo, "test": test, "lint": lint, "types": types, "docs": docs, "bench": bench}
    if not words or words[0] not in chores:
        print(__doc__.strip())
        sys.exit(0 if words[:1] in (["--help"], ["-h"]) else 2)
    try:
        chores[words[0]](words[1:])
    except KeyboardInterrupt:
        sys.exit(130)


def demo(words: list[str]) -> None:
    """Analyze the example city in the terminal and leave its map."""
    install()
    page = ROOT / "demo" / "map.html"
    page.parent.mkdir(exist_ok=True)
    example = str(Path("examples", "musterstadt"))
    command = str(PYTHON.with_name("actor-graph" + PYTHON.suffix))
    finish([command, "analyze", example, *words])
    finish([command, "map", example, "-o", str(page)])
    tell(f"\nThe map is {page}\nOpen it by a double click, or in the browser as {page.as_uri()}")


def test(words: list[str]) -> None:
    """Run the tests, with a browser where one can be had; conftest names at the end what could not be tested."""
    install("test")
    set_up_browser()
    run("pytest", *(words or ON_ALL_CORES))


def lint(words: list[str]) -> None:
    """Check the style of the code."""
    install("test")
    run("ruff", "check", *(words or ["."]))


def types(words: list[str]) -> None:
    """Check the types."""
    install("test", "types")
    run("mypy", *words)


def docs(words: list[str]) -> None:
    """Run the examples in the docstrings and the commands of the README."""
    install("test")
    run("pytest", "src", *(["tests/test_readme.py"] if (ROOT / "tests/test_readme.py").exists() else []), *words)


def bench(words: list[str]) -> None:
    """Measure a part beside what others would use: "map", "invite", "chance" ...; without a name the whole analysis."""
    scripts = {path.stem[len("bench_") :]: path for path in sorted((ROOT / "benchmarks").glob("bench_*.py"))}
    named = bool(words) and words[0] in scripts
    part = words[0] if named else "analyze"
    if part == "map":
        install("test")
        set_up_browser()
    else:
        install()
    finish([str(PYTHON), str(scripts[part]), *words[named:]])


# --- the environment -------------------------------------------------------------------------------------------------


def install(*groups: str) -> None:
    """Make ``.venv`` and install the project with these groups of pyproject.toml; nothing if that was done before."""
    made_from = fingerprint()
    before = json.loads(INSTALLED.read_text("utf-8")) if INSTALLED.is_file() else {}
    same = before.get("made_from") == made_from and works(PYTHON)
    if same and set(groups) <= set(before["groups"]):
        return
    if not works(PYTHON):
        make_environment()
    wanted = sorted({*groups, *(before["groups"] if same else [])})
    tell("Installing actor-graph and what it needs into .venv; the first time this takes some minutes...")
    pip("install", "-e", str(ROOT), *(need for group in wanted for need in needs(group)))
    INSTALLED.write_text(json.dumps({"made_from": made_from, "groups": wanted}), "utf-8")


def fingerprint() -> str:
    """What the environment was made from: change one of these, and it is installed anew."""
    parts = (str(ROOT), sys.version, (ROOT / "pyproject.toml").read_text("utf-8"))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def needs(group: str) -> list[str]:
    """The requirements of one dependency group of pyproject.toml."""
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return list(about["dependency-groups"][group])


def works(python: Path) -> bool:
    """Whether this Python starts, is new enough and has pip (it won't after an upgrade or a move of the folder)."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return python.exists() and subprocess.run([python, "-c", check], capture_output=True, env=clean()).returncode == 0


def make_environment() -> None:
    """Make ``.venv`` anew, or say in words what this Python lacks for it."""
    version = "{}.{}".format(*sys.version_info[:2])
    lacks = (
        f"This Python ({sys.executable}) cannot make virtual environments: its parts venv and ensurepip are missing.\n"
        f"On Debian and Ubuntu: sudo apt install python3-venv (or python{version}-venv). "
        "Elsewhere install Python from python.org. Then run this again."
    )
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        sys.exit(lacks)
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    except subprocess.CalledProcessError:
        sys.exit(lacks)
    except OSError as error:
        sys.exit(f"The folder {VENV} cannot be made: {error.strerror}. Make room or ask for the right to write there.")


def pip(*words: str) -> None:
    """Run pip quietly; where it fails, show what it said and what that mostly means."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "-q", *words]
    done = subprocess.run(command, cwd=ROOT, env=clean(), capture_output=True, text=True, errors="replace")
    if done.returncode:
        sys.exit(
            f"{done.stdout}{done.stderr}\n"
            "The libraries could not be installed; above is what pip says. The first run needs the internet, or\n"
            "a package index that your organization told pip about. Check the connection and the proxy, then try again."
        )


def clean() -> dict[str, str]:
    """The environment variables without those that would lead Python or pip out of ``.venv``."""
    astray = {"PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "VIRTUAL_ENV"}
    return {key: value for key, value in os.environ.items() if key not in astray} | {"PYTHONUTF8": "1"}


def run(module: str, *words: str) -> None:
    """Run a module in ``.venv`` from the project's folder."""
    finish([str(PYTHON), "-m", module, *words])


def finish(command: list[str]) -> None:
    """Run a command and stop with its exit status where it fails."""
    status = subprocess.run(command, cwd=ROOT, env=clean()).returncode
    if status:
        sys.exit(status)


def tell(text: str) -> None:
    """Say something at once, in its order with what the commands print."""
    print(text, flush=True)


# --- the browser of the tests ----------------------------------------------------------------------------------------


def set_up_browser() -> None:
    """Get a browser for the tests: $CHROMIUM, an installed one, apt as root, Playwright's own, in this order."""
    given = os.environ.get("CHROMIUM")
    if given and not starts(given):
        tell(f"CHROMIUM is set to {given}, which does not start or cannot show a page; looking for another browser.")
    driver = playwright_browser()
    have = find_browser() or (driver and starts(driver))
    if LINUX_AS_ROOT and not (driver and have and shows_all_scripts()):
        tell("Installing a browser and fonts for the tests with apt...")
        apt("update")
        apt("install", "-y", "--no-install-recommends", "fontconfig", "fonts-noto-core", "libatomic1")
        if not have:
            apt("install", "-y", "--no-install-recommends", "chromium")
            have = find_browser()
    if not have:
        tell("Downloading a browser for the tests...")
        libraries = ["--with-deps"] if LINUX_AS_ROOT else []
        command = [PYTHON, "-m", "playwright", "install", *libraries, "chromium"]
        if subprocess.run(command, cwd=ROOT, env=clean(), capture_output=True).returncode:
            tell("It could not be downloaded.")


def find_browser() -> str | None:
    """The first Chromium, Chrome or Edge that starts: $CHROMIUM, those on the PATH, those in the usual places."""
    given = os.environ.get("CHROMIUM")
    on_path = [shutil.which(name) for name in BROWSER_NAMES]
    candidates = [given, *on_path, *usual_places()]
    return next((path for path in dict.fromkeys(candidates) if path and starts(path)), None)


def usual_places() -> list[str]:
    """Where browsers lie on Linux, macOS and Windows when no PATH leads to them."""
    if sys.platform == "win32":
        roots = [os.environ.get(key) for key in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        ends = ("Google/Chrome/Application/chrome", "Microsoft/Edge/Application/msedge", "Chromium/Application/chrome")
        return [str(Path(root, f"{end}.exe")) for root in roots if root for end in ends]
    if sys.platform == "darwin":
        apps = ("Chromium", "Google Chrome", "Microsoft Edge")
        roots = ("/Applications", str(Path.home() / "Applications"))
        return [f"{root}/{app}.app/Contents/MacOS/{app}" for root in roots for app in apps]
    folders = ("/usr/bin", "/usr/local/bin", "/opt/google/chrome", "/opt/microsoft/msedge", "/usr/lib/chromium")
    return [f"{folder}/{name}" for folder in folders for name in BROWSER_NAMES]


def starts(path: str) -> bool:
    """Whether this browser shows a page from the temporary folder (one packed as a snap cannot)."""
    if not Path(path).is_file():
        return False
    if sys.platform == "win32":
        return True
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        page = Path(folder, "page.html")
        page.write_text("<p id=here>", "utf-8")
        command = [path, *HEADLESS, f"--user-data-dir={folder}/profile", "--dump-dom", page.as_uri()]
        try:
            shown = subprocess.run(command, capture_output=True, timeout=60)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return b'id="here"' in shown.stdout


def playwright_browser() -> str | None:
    """Where Playwright keeps the browser that it downloads, there or not; None where Playwright itself does not start.

    (Its driver needs libatomic, which the smallest of Linux systems lack.)
    """
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    done = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, env=clean())
    return done.stdout.strip() or None


def shows_all_scripts() -> bool:
    """Whether the fonts here have letters for Tigrinya, Arabic and Hebrew."""
    if not shutil.which("fc-list"):
        return False
    return all(subprocess.run(["fc-list", f":lang={lang}"], capture_output=True).stdout for lang in ("ti", "ar", "he"))


def apt(*words: str) -> None:
    """Run apt-get without questions; where it fails, what it could not bring is named at the end of the tests."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin", "/usr/bin", "/bin"])
    env = clean() | {"PATH": path, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120", *words]
    if subprocess.run(command, env=env, stdout=subprocess.DEVNULL).returncode:
        tell(f"apt-get {' '.join(words)} did not succeed.")


if __name__ == "__main__":
    main(sys.argv[1:])
