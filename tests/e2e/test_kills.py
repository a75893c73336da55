"""Killed at any instant, the next run finishes as if nothing had happened."""
import pathlib
import random
import signal
import subprocess
import tempfile
import time
import unittest

import wenlan_program as wenlan

KILLS = 8


def page_files(archive):
    return {str(file.relative_to(archive)): file.read_bytes() for file in archive.glob("books/*/pages/*.xml")}


class Kills(unittest.TestCase):
    def setUp(self):
        self.work = tempfile.TemporaryDirectory()
        self.addCleanup(self.work.cleanup)
        self.scans = sorted((wenlan.SAMPLES / "gazetteer").glob("0*.*"))[:4]

    def made(self, name):
        archive = pathlib.Path(self.work.name) / name
        wenlan.run("init", archive)
        wenlan.run("add", archive, *self.scans, "--book", "b")
        return archive

    def test_page_files_are_the_same_byte_for_byte(self):
        undisturbed = self.made("undisturbed")
        begin = time.monotonic()
        wenlan.run("run", undisturbed, timeout=1200)
        took = time.monotonic() - begin
        disturbed = self.made("disturbed")
        rng = random.Random(11)
        for _ in range(KILLS):
            process = subprocess.Popen([wenlan.PROGRAM, "run", disturbed], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(rng.uniform(0, took))
            process.send_signal(signal.SIGKILL)
            process.wait()
        wenlan.run("run", disturbed, timeout=1200)
        self.assertEqual(page_files(disturbed), page_files(undisturbed))

    def test_interrupt_ends_cleanly_and_goes_on(self):
        archive = self.made("interrupted")
        process = subprocess.Popen([wenlan.PROGRAM, "run", archive, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while not (archive / ".run.lock").exists():  # until then it is not yet at work
            time.sleep(0.05)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        _, messages = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 1, messages)
        self.assertIn(b"stopped", messages)
        pages = wenlan.run_json("run", archive, timeout=1200)["pages"]
        self.assertEqual(pages["done"] + pages["skipped"], len(self.scans))


if __name__ == "__main__":
    unittest.main()
