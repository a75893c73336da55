"""The real `wenlan`, for tests that drive it from outside."""
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("WENLAN", ROOT / "build/release/wenlan"))
SAMPLES = ROOT / "samples/books"
SHARED = ROOT.parent / "shared"


def run(*arguments, status=0, **options):
    """Runs wenlan; fails unless it ends with `status` (None: any). Gives the finished process."""
    done = subprocess.run([PROGRAM, *map(os.fsencode, map(os.fspath, map(_plain, arguments)))],
                          capture_output=True, timeout=options.pop("timeout", 600), **options)
    if status is not None and done.returncode != status:
        raise AssertionError(f"wenlan {arguments} ended with {done.returncode}, not {status}:\n"
                             f"{done.stdout[-2000:]!r}\n{done.stderr.decode(errors='replace')[-4000:]}")
    return done


def _plain(argument):
    return argument if isinstance(argument, (os.PathLike, str, bytes)) else str(argument)


def run_json(*arguments, **options):
    """The one JSON object on standard output of `wenlan … --json`."""
    return json.loads(run(*arguments, "--json", **options).stdout)
