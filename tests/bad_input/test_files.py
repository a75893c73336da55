"""Bad and unusual files given to `wenlan read` one by one, and all together in a batch."""
import os
import pathlib
import resource
import subprocess
import tempfile
import unittest

import bad_files
import told
import wenlan_program as wenlan

# The text of a drawn page is clear: nearly all of it must come out.
EXPECTED = set("".join(bad_files.COLUMNS))


def share_read(text):
    return len(EXPECTED & set(text)) / len(EXPECTED)


class OneByOne(unittest.TestCase):
    def setUp(self):
        work = tempfile.TemporaryDirectory()
        self.addCleanup(work.cleanup)
        self.folder = pathlib.Path(work.name)

    def test_broken_files_are_told_in_one_sentence(self):
        for name, (data, _) in bad_files.broken_files().items():
            with self.subTest(name):
                done = wenlan.run("read", bad_files.write(self.folder, name, data), status=1)
                told.check_one_sentence(self, done, name)
                self.assertEqual(done.stdout, b"")

    def test_unusual_files_are_read(self):
        for name, data in bad_files.unusual_files().items():
            with self.subTest(name):
                done = wenlan.run("read", bad_files.write(self.folder, name, data))
                self.assertEqual(done.stderr, b"")
                self.assertGreater(share_read(done.stdout.decode()), 0.8, done.stdout.decode())

    def test_pictures_without_writing_are_no_failure(self):
        for name, data in bad_files.empty_pictures().items():
            with self.subTest(name):
                done = wenlan.run("read", bad_files.write(self.folder, name, data))
                self.assertEqual(done.stdout.decode().strip(), "")
                self.assertEqual(done.stderr, b"")

    def test_three_hundred_megapixels_stay_in_bounded_memory(self):
        file = bad_files.huge_jpeg(self.folder)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        done = wenlan.run("read", file)
        self.assertGreater(share_read(done.stdout.decode()), 0.8, done.stdout.decode())
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        if peak > before:  # else an earlier child needed more than this one
            self.assertLess(peak, 2_000_000, "kilobytes")

    def test_names_of_any_bytes(self):
        data = bad_files.encoded(bad_files.page(), "JPEG")
        for name in (b"with two spaces .jpg", "古籍 卷一.jpg".encode(), b"new\nline.jpg", b"not\xff\xfeutf8.jpg",
                     b"[page=9].jpg", b"-.jpg", b"no-ending", b"quote'\".jpg"):
            with self.subTest(name):
                done = wenlan.run("read", bad_files.write(self.folder, name, data))
                self.assertGreater(share_read(done.stdout.decode()), 0.8)
                bad = wenlan.run("read", bad_files.write(self.folder, b"bad " + name, b""), status=1)
                told.check_one_sentence(self, bad, "bad ", "empty")

    def test_what_is_no_file(self):
        (self.folder / "folder.jpg").mkdir()
        (self.folder / "broken.jpg").symlink_to(self.folder / "nowhere")
        os.mkfifo(self.folder / "pipe.jpg")
        for name in ("folder.jpg", "broken.jpg", "pipe.jpg", "absent.jpg"):
            with self.subTest(name):
                told.check_one_sentence(self, wenlan.run("read", self.folder / name, status=1), name)

    def test_no_permission(self):
        file = self.folder / "secret.jpg"
        file.write_bytes(bad_files.encoded(bad_files.page(), "JPEG"))
        file.chmod(0)
        command = [wenlan.PROGRAM, "read", file]
        if os.geteuid() == 0:  # root may read everything: be somebody else
            self.folder.chmod(0o755)
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
            probe = subprocess.run([*command[:4], "test", "-x", wenlan.PROGRAM], capture_output=True)
            if probe.returncode != 0:
                self.skipTest("the program cannot be run as another user here")
        done = subprocess.run(command, capture_output=True, timeout=120)
        self.assertEqual(done.returncode, 1)
        told.check_one_sentence(self, done, "secret.jpg", "permission")

    def test_one_bad_file_does_not_stop_the_others(self):
        good = bad_files.encoded(bad_files.page(), "JPEG")
        files = [bad_files.write(self.folder, name, data)
                 for name, data in (("1.jpg", good), ("2.jpg", b""), ("3.jpg", good))]
        done = wenlan.run("read", *files, "--out", self.folder / "out", status=1)
        told.check_one_sentence(self, done, "2.jpg")
        self.assertEqual(sorted(f.name for f in (self.folder / "out").iterdir()), ["1.txt", "3.txt"])


class InABatch(unittest.TestCase):
    """One archive with every bad file in it, and good pages between them."""

    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.work.name)
        scans = folder / "scans"
        scans.mkdir()
        good = bad_files.encoded(bad_files.page(), "JPEG")
        cls.broken = {name: code for name, (_, code) in bad_files.broken_files().items()}
        for name, (data, _) in bad_files.broken_files().items():
            bad_files.write(scans, name, data)
        bad_files.write(scans, "0 first.jpg", good)
        bad_files.write(scans, "zz last.jpg", bad_files.encoded(bad_files.page(bad_files.COLUMNS[::-1]), "PNG"))
        bad_files.write(scans, b"not\xffutf8.jpg", bad_files.encoded(bad_files.page(bad_files.COLUMNS[:3]), "PNG"))
        bad_files.write(scans, "same content, other name.jpg", good)
        (scans / "folder.jpg").mkdir()
        (scans / "link.jpg").symlink_to(folder / "nowhere")
        for name, data in bad_files.empty_pictures().items():
            bad_files.write(scans, name, data)
        cls.scans = scans
        cls.archive = folder / "lib"
        wenlan.run("init", cls.archive)
        cls.added = wenlan.run("add", cls.archive, scans, "--book", "b", status=None)
        cls.ran = wenlan.run("run", cls.archive, "--json", status=None, timeout=1200)
        cls.report = wenlan.run_json("report", cls.archive)

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def test_adding_names_what_cannot_be_taken_in(self):
        self.assertEqual(self.added.returncode, 1)
        link = [line for line in told.sentences(self.added) if "link.jpg" in line]
        self.assertEqual(len(link), 1, self.added.stderr.decode())
        told.check_sentence(self, link[0], "link.jpg", "does not exist")

    def test_good_pages_are_done_and_bad_ones_named(self):
        self.assertEqual(self.ran.returncode, 1)
        self.assertEqual(self.report["pages"]["failed"], len(self.broken))
        # Three pages of writing and three empty pictures; the copy of the first is no page.
        self.assertEqual(self.report["pages"]["done"], 6)
        self.assertEqual(self.report["pages"]["waiting"], 0)
        for failure in self.report["failed"]:
            name = pathlib.Path(failure["scan"]).name
            self.assertEqual(failure["code"], self.broken[name], name)
            told.check_sentence(self, failure["message"], name)
        told_names = told.sentences(self.ran)
        self.assertEqual(len(told_names), len(self.broken), told_names)

    def test_adding_the_same_again_changes_nothing(self):
        again = wenlan.run("add", self.archive, self.scans, "--book", "b", "--json", status=None)
        self.assertIn(b'"scans":0', again.stdout.replace(b" ", b""))
        self.assertEqual(wenlan.run_json("report", self.archive)["pages"], self.report["pages"])

    def test_originals_are_untouched(self):
        self.assertEqual((self.scans / "zero.jpg").read_bytes(), b"")
        good = bad_files.encoded(bad_files.page(), "JPEG")
        self.assertEqual((self.scans / "0 first.jpg").read_bytes(), good)


if __name__ == "__main__":
    unittest.main()
