"""What every complaint has to be: one sentence with the subject, the reason and the way out."""
import re


def sentences(process):
    """The complaints on standard error, without the program's name before each and the progress."""
    lines = process.stderr.decode("utf8").splitlines()
    return [line.removeprefix("wenlan: ") for line in lines if not re.match(r"\d+/\d+ pages, ", line)]


def check_one_sentence(test, process, subject, *words):
    """Exactly one complaint, about `subject`, ended by a way out."""
    told = sentences(process)
    test.assertEqual(len(told), 1, told)
    check_sentence(test, told[0], subject, *words)


def check_sentence(test, sentence, subject, *words):
    test.assertIn(subject, sentence)
    test.assertTrue(sentence.endswith("."), sentence)
    test.assertIn("; ", sentence, "no way out")
    for word in words:
        test.assertIn(word, sentence)
    for leaked in ("VError", "cv::", "std::", "terminate", "what()"):
        test.assertNotIn(leaked, sentence)
