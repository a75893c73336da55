"""Archives to be disturbed, and what must be the same in them afterwards."""
import os
import pathlib
import shutil
import tempfile
import unittest

import wenlan_program as wenlan

FULL = os.environ.get("WENLAN_FAULTS") == "full"
LIBRARIES = wenlan.PROGRAM.parent / "tests/faults"


def preloaded(library, **settings):
    """The environment of a process that has this library before all others."""
    file = LIBRARIES / f"lib{library}.so"
    assert file.exists(), file
    return {**os.environ, "LD_PRELOAD": str(file), **{name: str(value) for name, value in settings.items()}}


def gazetteer(count):
    """Scans of the drawn gazetteer, each as often as it takes."""
    scans = sorted((wenlan.SAMPLES / "gazetteer").glob("0*.*"))
    return [scans[place % len(scans)] for place in range(count)]


def page_files(archive):
    return {str(file.relative_to(archive)): file.read_bytes() for file in archive.glob("books/*/pages/*.xml")}


def worker_of(process):
    """The number of the process that reads for a run; None while or after there is none."""
    try:
        children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    except OSError:
        return None
    return int(children[0]) if children else None


class Disturbed(unittest.TestCase):
    """One archive that was read undisturbed, and as many like it as are needed."""

    NAMES = []  # of scans: the gazetteer's, or these names for them

    @classmethod
    def setUpClass(cls):
        work = tempfile.TemporaryDirectory()
        cls.addClassCleanup(work.cleanup)
        cls.work = pathlib.Path(work.name)
        cls.scans = []
        (cls.work / "scans").mkdir()
        for source, name in zip(gazetteer(len(cls.NAMES)), cls.NAMES):
            cls.scans.append(cls.work / "scans" / (name + source.suffix))
            # A comment after the picture makes two copies of one scan two scans.
            cls.scans[-1].write_bytes(source.read_bytes() + name.encode())
        cls.untouched = cls.work / "untouched"
        wenlan.run("init", cls.untouched)
        wenlan.run("add", cls.untouched, *cls.scans, "--book", "b")
        cls.made = 0
        undisturbed = cls.archive()
        cls.took_s = wenlan.run_json("run", undisturbed, timeout=3600)["took_s"]
        cls.expected = page_files(undisturbed)

    @classmethod
    def archive(cls):
        cls.made += 1
        archive = cls.work / f"archive{cls.made}"
        shutil.copytree(cls.untouched, archive)
        return archive

    def finish(self, archive):
        """The next run finishes, and all is as if nothing had happened."""
        wenlan.run("run", archive, "--retry-failed", timeout=3600)
        self.check_finished(archive)

    def check_finished(self, archive):
        self.assertEqual(page_files(archive), self.expected)
        report = wenlan.run_json("report", archive)
        self.assertEqual(report["pages"], {"done": len(self.scans), "failed": 0, "waiting": 0})
        self.assertEqual(wenlan.run_json("run", archive, timeout=3600)["pages"],
                         {"done": 0, "failed": 0, "skipped": len(self.scans), "waiting": 0})
