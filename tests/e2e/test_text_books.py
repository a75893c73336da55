"""Counts in text books equal a brute-force scan: page-crossing phrases and single characters too."""
import pathlib
import random
import tempfile
import unittest

import wenlan_program as wenlan

CHARACTERS = "天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏"
PUNCTUATION = "，。；\n"


def made_text(seed, pages):
    """Pages of few distinct characters, so that phrases repeat, with punctuation strewn in."""
    rng = random.Random(seed)
    return ["".join(rng.choice(CHARACTERS) + (rng.choice(PUNCTUATION) if rng.random() < 0.2 else "")
                    for _ in range(rng.randint(1, 120))) for _ in range(pages)]


def pages_where(pages, phrase):
    """On how many pages an occurrence begins, punctuation and page ends not counting."""
    plain = ["".join(c for c in page if c not in PUNCTUATION) for page in pages]
    owner = [number for number, page in enumerate(plain) for _ in page]
    whole = "".join(plain)
    found, at = set(), whole.find(phrase)
    while at >= 0:
        found.add(owner[at])
        at = whole.find(phrase, at + 1)
    return len(found)


class TextBooks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.work = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.work.name)
        cls.archive = folder / "lib"
        cls.books = {f"book{seed}": made_text(seed, 60) for seed in (1, 2)}
        wenlan.run("init", cls.archive)
        for name, pages in cls.books.items():
            (folder / f"{name}.txt").write_text("\f".join(pages), encoding="utf8")
            wenlan.run("add", cls.archive, folder / f"{name}.txt")
        wenlan.run("run", cls.archive)
        wenlan.run("index", cls.archive)

    @classmethod
    def tearDownClass(cls):
        cls.work.cleanup()

    def count(self, phrase):
        return wenlan.run_json("search", self.archive, phrase, "--variants", "off", "--limit", 1)["total"]

    def brute(self, phrase):
        return sum(pages_where(pages, phrase) for pages in self.books.values())

    def test_phrases_of_every_length(self):
        rng = random.Random(5)
        whole = ["".join(c for page in pages for c in page if c not in PUNCTUATION) for pages in self.books.values()]
        for length in (1, 2, 3, 4, 7, 30):
            for _ in range(8):
                text = rng.choice(whole)
                begin = rng.randrange(len(text) - length)
                phrase = text[begin:begin + length]
                self.assertEqual(self.count(phrase), self.brute(phrase), phrase)

    def test_phrase_over_a_page_end_has_pieces_on_both_pages(self):
        pages = ["".join(c for c in page if c not in PUNCTUATION) for page in self.books["book1"]]
        phrase = pages[4][-6:] + pages[5][:6]
        hit = wenlan.run_json("search", self.archive, phrase)["hits"][0]
        self.assertEqual([piece["page"] for piece in hit["matches"][0]["pieces"]], ["0005", "0006"])

    def test_absent_phrase_is_no_failure(self):
        self.assertEqual(self.count("龘龘"), 0)


if __name__ == "__main__":
    unittest.main()
