"""From a folder of scans to a search hit on the right box."""
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET

import wenlan_program as wenlan

PAGE_SPACE = "{http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15}"


def han(text):
    return re.sub(r"[^\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]", "", text)


class WholeWay(unittest.TestCase):
    """One archive of the woodblock sample, made once."""

    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        cls.archive = pathlib.Path(cls.work.name) / "庫 of samples"
        wenlan.run("init", cls.archive)
        cls.added = wenlan.run_json("add", cls.archive, wenlan.SAMPLES / "gazetteer")
        cls.ran = wenlan.run_json("run", cls.archive, timeout=1200)
        cls.indexed = wenlan.run_json("index", cls.archive)
        cls.book = cls.added["books"][0]["id"]
        cls.page_files = sorted((cls.archive / "books" / cls.book / "pages").glob("*.xml"))

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def test_every_page_is_read_and_indexed(self):
        pages = self.added["books"][0]["pages"]
        self.assertGreater(pages, 5)
        self.assertEqual(self.ran["pages"], {"done": pages, "failed": 0, "skipped": 0, "waiting": 0})
        self.assertEqual(self.indexed["pages"], pages)

    def test_running_again_does_nothing(self):
        before = [file.read_bytes() for file in self.page_files]
        again = wenlan.run_json("run", self.archive)["pages"]
        self.assertEqual((again["done"], again["skipped"]), (0, len(before)))
        self.assertEqual([file.read_bytes() for file in self.page_files], before)

    def test_adding_again_changes_nothing(self):
        again = wenlan.run_json("add", self.archive, wenlan.SAMPLES / "gazetteer")
        self.assertEqual(sum(book["scans"] for book in again["books"]), 0)

    def test_phrases_of_the_truth_are_found_on_the_right_column(self):
        sought = found = placed = 0
        for truth_file in sorted((wenlan.SAMPLES / "gazetteer/truth").glob("*.xml")):
            for text, box in self.main_lines(truth_file):
                phrase = text[2:6]
                sought += 1
                pieces = self.pieces_of(phrase, truth_file.stem)
                found += bool(pieces)
                placed += any(self.lies_in(piece, box) for piece in pieces)
        self.assertGreater(sought, 20)
        self.assertGreaterEqual(found, 0.6 * sought, f"{found} of {sought} found")
        self.assertGreaterEqual(placed, 0.95 * found, f"{placed} of {found} on the right column")

    @staticmethod
    def main_lines(truth_file):
        for line in ET.parse(truth_file).getroot().iter(PAGE_SPACE + "TextLine"):
            text = han(line.findtext(f"{PAGE_SPACE}TextEquiv/{PAGE_SPACE}Unicode") or "")
            points = [tuple(map(float, p.split(","))) for p in line.find(PAGE_SPACE + "Coords").get("points").split()]
            if "main" in (line.get("custom") or "") and len(text) >= 6:
                xs, ys = zip(*points)
                yield text, (min(xs), min(ys), max(xs), max(ys))

    def pieces_of(self, phrase, page):
        hits = wenlan.run_json("search", self.archive, phrase, "--limit", 50)["hits"]
        return [piece["box"] for hit in hits if hit["page"] == page
                for match in hit["matches"] for piece in match["pieces"] if piece["page"] == page]

    @staticmethod
    def lies_in(box, column):
        left, top, width, height = box
        x, y = left + width / 2, top + height / 2
        return column[0] <= x <= column[2] and column[1] <= y <= column[3]

    def test_exports_pass_their_schemas(self):
        schemas = wenlan.SHARED / "standards"
        if not schemas.exists():
            self.skipTest("no schemas beside the checkout")
        for form, schema in (("page", "page/2019-07-15/pagecontent.xsd"), ("alto", "alto/alto-4-4.xsd")):
            out = pathlib.Path(self.work.name) / form
            wenlan.run("export", self.archive, self.book, "--as", form, "--out", out)
            schema_file = schemas / schema
            self.assertTrue(schema_file.exists(), schema_file)
            files = sorted(out.iterdir())
            self.assertEqual(len(files), len(self.page_files))
            checked = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", schema_file, *files],
                                     env={"XML_CATALOG_FILES": str(schemas / "catalog.xml"), "PATH": "/usr/bin:/bin"},
                                     capture_output=True, text=True)
            self.assertEqual(checked.returncode, 0, checked.stderr[-2000:])

    def test_correction_by_hand_is_never_overwritten(self):
        corrected = self.page_files[0]
        original = corrected.read_bytes()
        corrected.write_bytes(original.replace(b"<Page ", b"<!-- corrected by hand --><Page ", 1))
        by_hand = corrected.read_bytes()
        self.assertNotEqual(by_hand, original)
        try:
            wenlan.run("run", self.archive, "--recognise.alternatives", 2, timeout=1200)
            self.assertEqual(corrected.read_bytes(), by_hand)
            self.assertTrue(corrected.with_suffix(".machine.xml").exists())
        finally:
            corrected.with_suffix(".machine.xml").unlink(missing_ok=True)
            corrected.write_bytes(original)
            wenlan.run("run", self.archive, timeout=1200)


if __name__ == "__main__":
    unittest.main()
