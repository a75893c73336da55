"""A full disk, wrong models, a newer archive, an index rebuilt under a search, a port in use."""
import pathlib
import shutil
import socket
import subprocess
import tempfile
import threading
import unittest

import bad_files
import told
import wenlan_program as wenlan


class InATemporaryFolder(unittest.TestCase):
    def setUp(self):
        work = tempfile.TemporaryDirectory()
        self.addCleanup(work.cleanup)
        self.folder = pathlib.Path(work.name)

    def good_page(self, name="good.jpg"):
        file = self.folder / name
        file.write_bytes(bad_files.encoded(bad_files.page(), "JPEG"))
        return file

    def text_archive(self, pages=40):
        text = self.folder / "book.txt"
        text.write_text("\f".join(f"第{number}葉天地玄黃宇宙洪荒" for number in range(pages)), encoding="utf8")
        archive = self.folder / "lib"
        wenlan.run("init", archive)
        wenlan.run("add", archive, text)
        wenlan.run("run", archive)
        return archive


class FullDisk(InATemporaryFolder):
    def setUp(self):
        super().setUp()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", self.disk], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("a small disk cannot be mounted here: " + mounted.stderr.decode().strip())
        self.addCleanup(subprocess.run, ["umount", self.disk], check=True)

    def fill(self):
        filler = self.disk / "filler"
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
        return filler

    def test_add_leaves_the_archive_as_it_was(self):
        archive = self.disk / "lib"
        wenlan.run("init", archive)
        large = self.folder / "large.bmp"
        large.write_bytes(bad_files.encoded(bad_files.page(character=160), "BMP"))
        self.assertGreater(large.stat().st_size, 4 << 20)
        done = wenlan.run("add", archive, large, self.good_page(), status=1)
        self.assertIn("the disk is full", done.stderr.decode())
        for sentence in told.sentences(done):
            told.check_sentence(self, sentence, "disk")
        self.assertEqual([f for f in archive.rglob("*") if f.name == "large.bmp"], [])
        wenlan.run("add", archive, self.good_page())

    def test_run_says_so_and_goes_on_when_there_is_room(self):
        archive = self.disk / "lib"
        wenlan.run("init", archive)
        wenlan.run("add", archive, self.good_page(), "--in-place")
        filler = self.fill()
        done = wenlan.run("run", archive, status=1)
        told.check_one_sentence(self, done, "lib", "the disk is full")
        filler.unlink()
        self.assertEqual(wenlan.run_json("run", archive)["pages"]["done"], 1)

    def test_index_says_so_and_the_old_one_still_answers(self):
        lib = self.text_archive()
        archive = self.disk / "lib"
        shutil.copytree(lib, archive)
        wenlan.run("index", archive)
        before = wenlan.run_json("search", archive, "天地玄黃")["total"]
        filler = self.fill()
        done = wenlan.run("index", archive, status=1)
        told.check_one_sentence(self, done, "", "the disk is full")
        self.assertEqual(wenlan.run_json("search", archive, "天地玄黃")["total"], before)
        filler.unlink()
        wenlan.run("index", archive)

    def test_export_says_so(self):
        archive = self.text_archive(2000)
        self.fill()
        done = wenlan.run("export", archive, "book", "--as", "page", "--out", self.disk / "out", status=1)
        told.check_one_sentence(self, done, "out", "the disk is full")


class Models(InATemporaryFolder):
    def setUp(self):
        super().setUp()
        self.models = self.folder / "models"
        shutil.copytree(wenlan.ROOT / "models", self.models)

    def model(self, part):
        return next(file for file in (self.models / "fetched").iterdir() if part in file.name and file.suffix == ".onnx")

    def read(self, status):
        return wenlan.run("--models", self.models, "read", self.good_page(), status=status)

    def test_all_there(self):
        self.assertEqual(self.read(0).stderr, b"")

    def test_missing_detector(self):
        self.model("det").unlink()
        told.check_one_sentence(self, self.read(1), "_det_", "not installed", "scripts/fetch-models.sh")

    def test_missing_reader_falls_back_and_says_so(self):
        self.model("rec").unlink()
        done = self.read(0)
        told.check_one_sentence(self, done, "_rec_", "not installed", "scripts/fetch-models.sh")
        self.assertTrue(done.stdout.strip())

    def test_wrong_content(self):
        for part in ("det", "rec"):
            with self.subTest(part):
                file = self.model(part)
                right = file.read_bytes()
                file.write_bytes(right[:-1] + bytes([right[-1] ^ 1]))
                told.check_one_sentence(self, self.read(1), "PP-OCR", "SHA-256", "scripts/fetch-models.sh")
                file.write_bytes(right)

    def test_no_models_folder(self):
        shutil.rmtree(self.models)
        told.check_one_sentence(self, self.read(1), "models")

    def test_doctor_names_what_is_missing(self):
        self.model("det").unlink()
        done = wenlan.run("--models", self.models, "doctor", status=1)
        self.assertIn("scripts/fetch-models.sh", (done.stdout + done.stderr).decode())


class Archives(InATemporaryFolder):
    def test_of_a_newer_version(self):
        archive = self.text_archive()
        wenlan.run("index", archive)
        settings = archive / "wenlan.toml"
        text = settings.read_text(encoding="utf8")
        newer = text.replace("format = 1", "format = 99")
        self.assertNotEqual(newer, text)
        settings.write_text(newer, encoding="utf8")
        page = self.good_page()
        before = sorted((f, f.stat().st_mtime_ns) for f in archive.rglob("*"))
        for command in (["add", archive, page], ["run", archive], ["index", archive], ["search", archive, "天地"],
                        ["report", archive], ["export", archive, "book", "--as", "txt", "--out", self.folder / "out"]):
            with self.subTest(command[0]):
                done = wenlan.run(*command, status=1)
                told.check_one_sentence(self, done, "lib", "newer Wenlan", "update this program")
        self.assertEqual(sorted((f, f.stat().st_mtime_ns) for f in archive.rglob("*")), before)

    def test_that_are_none(self):
        (self.folder / "plain").mkdir()
        for place in ("plain", "absent"):
            for command in (["run"], ["index"], ["report"], ["search"]):
                with self.subTest((place, command[0])):
                    query = ["天地"] if command == ["search"] else []
                    done = wenlan.run(*command, self.folder / place, *query, status=1)
                    told.check_one_sentence(self, done, place, "wenlan init")

    def test_never_indexed(self):
        archive = self.text_archive()
        told.check_one_sentence(self, wenlan.run("search", archive, "天地", status=1), "lib", "wenlan index")

    def test_wrong_command_lines_end_with_2(self):
        for command in ([], ["read"], ["nonsense"], ["search", self.folder], ["read", "--as", "docx", "a.jpg"],
                        ["run", self.folder, "--jobs", "many"]):
            with self.subTest(command):
                done = wenlan.run(*command, status=2)
                self.assertTrue(done.stderr.strip())
                self.assertEqual(done.stdout, b"")

    def test_index_rebuilt_while_searched(self):
        archive = self.text_archive(400)
        wenlan.run("index", archive)
        expected = wenlan.run_json("search", archive, "天地玄黃")["total"]
        self.assertEqual(expected, 400)
        rebuilding = threading.Event()
        rebuilding.set()
        failures = []

        def rebuild():
            try:
                for _ in range(6):
                    wenlan.run("index", archive)
            except AssertionError as failure:
                failures.append(failure)
            finally:
                rebuilding.clear()

        thread = threading.Thread(target=rebuild)
        thread.start()
        searches = 0
        while rebuilding.is_set():
            self.assertEqual(wenlan.run_json("search", archive, "天地玄黃")["total"], expected)
            searches += 1
        thread.join()
        self.assertEqual(failures, [])
        self.assertGreater(searches, 5)


class Serving(InATemporaryFolder):
    def test_port_in_use(self):
        archive = self.text_archive()
        wenlan.run("index", archive)
        with socket.socket() as other:
            other.bind(("", 0))
            other.listen()
            port = other.getsockname()[1]
            done = wenlan.run("serve", archive, "--port", port, status=1, timeout=60)
            told.check_one_sentence(self, done, str(port), "--port")

    def test_port_that_is_none(self):
        done = wenlan.run("serve", self.folder, "--port", 70000, status=2, timeout=60)
        self.assertTrue(done.stderr.strip())


if __name__ == "__main__":
    unittest.main()
