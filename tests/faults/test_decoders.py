"""A decoder that crashes, hangs or eats memory costs its page alone; a full disk costs none."""
import subprocess
import unittest

import disturbed
import wenlan_program as wenlan

POISONED = {"segfault": ("crashed", "SIGSEGV"), "abort": ("crashed", "SIGABRT"), "killed": ("crashed", "SIGKILL"),
            "endless": ("too_long", "15 s"), "eater": ("too_much_memory", "3000 MB")}
LIMITS = ("--step-limit", 15, "--memory", 3_000_000_000)


class Decoders(disturbed.Disturbed):
    NAMES = ["a-leaf", "b-segfault", "c-abort", "d-leaf", "e-killed", "f-endless", "g-eater", "h-leaf"]

    def test_poisoned_pages_are_quarantined_and_all_others_read(self):
        archive = self.archive()
        with_fault = disturbed.preloaded("failing_decoder")
        done = wenlan.run("run", archive, *LIMITS, status=1, env=with_fault, timeout=600)
        good = {file: text for file, text in disturbed.page_files(archive).items()}
        self.assertEqual(len(good), 3)
        self.assertEqual(good, {file: self.expected[file] for file in good})
        failed = wenlan.run_json("report", archive)["failed"]
        self.assertEqual(len(failed), len(POISONED))
        for page in failed:
            fault = page["scan"].split("-")[1].split(".")[0]
            code, reason = POISONED[fault]
            self.assertEqual((page["code"], page["step"]), (code, "load"), fault)
            self.assertIn(reason, page["message"])
            self.assertIn(page["scan"], done.stderr.decode())
        self.next_runs(archive, with_fault)

    def next_runs(self, archive, with_fault):
        # Not tried again by itself, but not forgotten either.
        again = wenlan.run("run", archive, "--json", *LIMITS, status=1, env=with_fault, timeout=600)
        pages = wenlan.json.loads(again.stdout)["pages"]
        self.assertEqual(pages, {"done": 0, "failed": len(POISONED), "skipped": 3, "waiting": 0})
        plan = wenlan.run_json("run", archive, "--plan")
        self.assertEqual(plan["pages"], {"to_do": 0, "done": 3, "given_up": len(POISONED)})
        # With a decoder that works, all is as it would have been.
        self.finish(archive)

    def test_run_ends_where_every_page_fails_alike(self):
        archive = self.archive()
        done = wenlan.run("run", archive, "--stop-after", 2, "--jobs", 1, "--pages", "2-3", status=1,
                          env=disturbed.preloaded("failing_decoder"), timeout=600)
        self.assertIn(b"fails alike", done.stderr)
        self.assertIn(b"abort", done.stderr)
        self.finish(archive)


class FullDisk(disturbed.Disturbed):
    NAMES = ["leaf1", "leaf2"]

    def test_full_at_any_write(self):
        # Past the last write of either process the disk is large enough.
        for after in range(0, 400, 1 if disturbed.FULL else 23):
            archive = self.archive()
            done = subprocess.run([wenlan.PROGRAM, "run", archive], capture_output=True, timeout=600,
                                  env=disturbed.preloaded("full_disk", FULL_DISK_AFTER=after, FULL_DISK_FOLDER=archive))
            if done.returncode == 0:
                self.check_finished(archive)
                break
            self.assertEqual(done.returncode, 1, done)
            self.assertIn(b"the disk is full", done.stderr)
            for file, text in disturbed.page_files(archive).items():
                self.assertTrue(text.rstrip().endswith(b">"), file)
            self.finish(archive)
        else:
            self.fail("the disk was never large enough")


if __name__ == "__main__":
    unittest.main()
