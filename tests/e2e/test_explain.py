"""`read --explain`: the picture of how a page was understood."""
import pathlib
import tempfile
import unittest

from PIL import Image

import wenlan_program as wenlan

SCAN = next(iter(sorted((wenlan.SAMPLES / "gazetteer").glob("0004.*"))), None)


@unittest.skipUnless(SCAN, "the samples are not drawn (samples/make.sh)")
class Explain(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.picture = pathlib.Path(folder.name) / "page.png"

    def test_draws_the_page_in_colours_and_prints_what_read_prints(self):
        explained = wenlan.run("read", SCAN, "--explain", self.picture).stdout
        self.assertEqual(explained, wenlan.run("read", SCAN).stdout)
        with Image.open(self.picture) as picture, Image.open(SCAN) as scan:
            self.assertAlmostEqual(picture.width / picture.height, scan.width / scan.height, delta=0.2)
            colours = picture.convert("RGB").getcolors(1 << 24)
        green = sum(count for count, (r, g, b) in colours if g > r + 15 and g > b + 5)
        self.assertGreater(green, 1000)  # main text

    def test_one_page_at_a_time_as_png(self):
        two = wenlan.run("read", SCAN, SCAN, "--explain", self.picture, status=2)
        self.assertIn("one IMAGE", two.stderr.decode())
        other = wenlan.run("read", SCAN, "--explain", self.picture.with_suffix(".jpg"), status=2)
        self.assertIn(".png", other.stderr.decode())
        self.assertFalse(self.picture.exists())


if __name__ == "__main__":
    unittest.main()
