"""Killed at any instant, the next run finishes as if nothing had happened."""
import os
import random
import signal
import subprocess
import time
import unittest

import disturbed
import wenlan_program as wenlan

ROUNDS = 200 if disturbed.FULL else 12
PAGES = 40 if disturbed.FULL else 5


def started(archive, *options):
    return subprocess.Popen([wenlan.PROGRAM, "run", archive, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


class Kills(disturbed.Disturbed):
    NAMES = [f"leaf{number:02}" for number in range(PAGES)]

    def disturb(self, archive, rng):
        """One run that is disturbed once; true when it ended by itself before."""
        process = started(archive, "--retry-failed")
        try:
            process.communicate(timeout=rng.uniform(0, self.took_s / 3 + 1))
        except subprocess.TimeoutExpired:
            worker = disturbed.worker_of(process)
            if worker and rng.random() < 0.5:
                os.kill(worker, signal.SIGKILL)  # the run goes on without it
                time.sleep(rng.uniform(0, 1))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            return False
        return process.returncode == 0

    def test_page_files_are_the_same_byte_for_byte(self):
        rng = random.Random(11)
        archive = self.archive()
        finished = 0
        for _ in range(ROUNDS):
            if self.disturb(archive, rng):
                self.check_finished(archive)
                finished += 1
                archive = self.archive()
        self.finish(archive)
        print(f"{ROUNDS} kills, {finished + 1} archives finished")

    def test_run_whose_reading_process_is_killed_goes_on(self):
        archive = self.archive()
        process = started(archive)
        time.sleep(self.took_s / 2)
        worker = disturbed.worker_of(process)
        if worker:
            os.kill(worker, signal.SIGKILL)
        process.communicate(timeout=600)
        self.assertEqual(process.returncode, 0)
        self.check_finished(archive)

    def test_signals_end_it_cleanly(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(number):
                archive = self.archive()
                process = started(archive)
                while not list(archive.glob("books/b/pages/*.xml")):
                    time.sleep(0.02)
                process.send_signal(number)
                _, messages = process.communicate(timeout=60)
                self.assertEqual(process.returncode, 1, messages)
                self.assertIn(b"stopped", messages)
                self.finish(archive)

    def test_two_runs_at_once_share_the_work(self):
        archive = self.archive()
        runs = [started(archive, "--json", "--jobs", "1") for _ in range(2)]
        answers = [wenlan.json.loads(run.communicate(timeout=3600)[0])["pages"] for run in runs]
        self.assertEqual([run.returncode for run in runs], [0, 0])
        self.assertEqual(sum(pages["done"] for pages in answers), PAGES)
        for pages in answers:
            self.assertGreater(pages["done"], 0)
        self.check_finished(archive)

    def test_one_of_two_runs_is_killed(self):
        archive = self.archive()
        killed, other = started(archive), started(archive)
        time.sleep(self.took_s / 2)
        killed.send_signal(signal.SIGKILL)
        killed.communicate()
        other.communicate(timeout=3600)
        self.assertEqual(other.returncode, 0)
        self.finish(archive)

    def test_index_that_is_killed_is_made_by_the_next(self):
        archive = self.archive()
        wenlan.run("run", archive, timeout=3600)
        begin = time.monotonic()
        wenlan.run("index", archive)
        took = time.monotonic() - begin
        expected = wenlan.run_json("search", archive, "之")["total"]
        rng = random.Random(12)
        for _ in range(ROUNDS):
            process = subprocess.Popen([wenlan.PROGRAM, "index", archive], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(rng.uniform(0, took))
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.assertEqual(wenlan.run_json("search", archive, "之")["total"], expected)
        wenlan.run("index", archive)
        self.assertEqual(wenlan.run_json("search", archive, "之")["total"], expected)

    def test_wall_clock_that_jumps(self):
        archive = self.archive()
        wenlan.run("run", archive, env=disturbed.preloaded("jumping_clock"), timeout=3600)
        self.check_finished(archive)


class Ledgers(disturbed.Disturbed):
    """The ledger is damaged between two runs; the first was stopped halfway."""

    NAMES = [f"leaf{number:02}" for number in range(5)]

    def halfway(self):
        archive = self.archive()
        process = started(archive)
        while not list(archive.glob("books/b/pages/*.xml")):
            time.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        self.assertTrue((archive / "ledger.backup.sqlite").exists())
        return archive

    def damage(self, archive, how):
        ledger = archive / "ledger.sqlite"
        for part in ("-wal", "-shm"):
            (archive / ("ledger.sqlite" + part)).unlink(missing_ok=True)
        size = ledger.stat().st_size
        if how == "truncated":
            os.truncate(ledger, size // 2)
        elif how == "overwritten":
            ledger.write_bytes(ledger.read_bytes()[:4096] + b"x" * (size - 4096))
        elif how == "emptied":
            os.truncate(ledger, 100)
        else:
            ledger.unlink()

    def test_backup_takes_its_place(self):
        for how in ("truncated", "overwritten", "emptied", "lost"):
            with self.subTest(how):
                archive = self.halfway()
                self.damage(archive, how)
                self.finish(archive)

    def test_page_files_tell_where_there_is_no_backup(self):
        archive = self.halfway()
        (archive / "ledger.backup.sqlite").unlink()
        self.damage(archive, "truncated")
        self.finish(archive)

    def test_rebuild_finds_all_pages_done(self):
        archive = self.archive()
        wenlan.run("run", archive, timeout=3600)
        answer = wenlan.run_json("ledger", "rebuild", archive)
        self.assertEqual(answer, {"pages": len(self.scans), "unreadable": 0})
        self.check_finished(archive)

    def test_rebuild_refuses_while_a_run_is_at_work(self):
        archive = self.archive()
        process = started(archive)
        while not list(archive.glob("books/b/pages/*.xml")):
            time.sleep(0.02)
        done = wenlan.run("ledger", "rebuild", archive, status=1)
        self.assertIn(b"another process", done.stderr)
        process.communicate(timeout=600)
        self.check_finished(archive)


if __name__ == "__main__":
    unittest.main()
