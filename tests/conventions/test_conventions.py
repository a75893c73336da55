# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the source tree that are cheap to check. Each failing test lists every place."""
import json
import re
import subprocess
import unittest

import include_rules
from include_rules import ROOT

CODE = (".h", ".cpp", ".py", ".sh", ".ts", ".svelte", ".cmake")
MOST_LINES = 500
MOST_FUNCTION_LINES = 60
GENERATED = ("package-lock.json",)
# Paths of one person's machine. Debian's own places (/usr, /etc, /tmp) are everybody's.
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:work|home|root|Users|mnt)/[\w.-]+")


def tracked():
    """Files that git knows or would know, as paths from the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts(*endings):
    for path in tracked():
        if path.suffix in endings:
            yield path.relative_to(ROOT), path.read_text(encoding="utf-8", errors="replace")


class IncludeRules(unittest.TestCase):
    def test_folders_include_only_what_they_may(self):
        self.assertEqual([], include_rules.folder_violations())

    def test_third_party_headers_stay_where_they_belong(self):
        self.assertEqual([], include_rules.third_party_violations())

    def test_no_folder_includes_itself_over_others(self):
        self.assertEqual([], include_rules.cycles())

    def test_a_long_function_would_be_found(self):
        text = "int f(int a,\n      int b) {\n" + "  ++a;\n" * 70 + "}\n\n}  // namespace x\n"
        self.assertEqual([(1, 73)], list(_functions(text)))

    def test_a_cycle_would_be_found(self):
        edges = {"a": {"b"}, "b": {"c"}, "c": {"a"}}
        self.assertEqual(["a", "b", "c", "a"], include_rules._way_back("a", edges))


class SourceFiles(unittest.TestCase):
    def test_no_file_is_too_long(self):
        long = [f"{path}: {lines} lines" for path, text in texts(*CODE)
                if (lines := text.count("\n")) > MOST_LINES]
        self.assertEqual([], long)

    def test_no_function_is_too_long(self):
        long = [f"{path}:{start}: {lines} lines" for path, text in texts(".cpp")
                for start, lines in _functions(text) if lines > MOST_FUNCTION_LINES]
        self.assertEqual([], long)

    def test_each_names_its_licence(self):
        bare = [str(path) for path, text in texts(".h", ".cpp")
                if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:200]]
        self.assertEqual([], bare)

    def test_headers_are_read_once(self):
        twice = [str(path) for path, text in texts(".h") if "\n#pragma once\n" not in text]
        self.assertEqual([], twice)

    def test_headers_bring_no_namespace_in(self):
        brought = [str(path) for path, text in texts(".h") if re.search(r"^using namespace", text, re.M)]
        self.assertEqual([], brought)

    def test_nothing_is_left_to_do(self):
        mark = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")
        left = [str(path) for path, text in texts(*CODE) if mark.search(text)]
        self.assertEqual([], left)

    def test_the_environment_is_read_in_the_command_line_only(self):
        deep = [str(path) for path, text in texts(".h", ".cpp")
                if "getenv(" in text and path.parts[0] in ("engine", "index", "pipelines")
                and path.parts[:2] != ("pipelines", "cli")]
        self.assertEqual([], deep)

    def test_exceptions_are_not_swallowed(self):
        silent = [str(path) for path, text in texts(".h", ".cpp")
                  if re.search(r"catch \([^)]*\) \{\s*\}", text)]
        self.assertEqual([], silent)


class AnyMachine(unittest.TestCase):
    def test_no_path_of_one_machine(self):
        found = []
        for path, text in texts(*CODE, ".md", ".txt", ".toml", ".json", ".yml", ""):
            found += [f"{path}: {match[0]}" for match in MACHINE_PATH.finditer(text)]
        self.assertEqual([], found)

    def test_packages_come_from_the_public_registry(self):
        found = []
        for path, text in texts(".json"):
            if path.name in GENERATED:
                found += [f"{path}: {url}" for url in _resolved(json.loads(text))]
        self.assertEqual([], found)


def _functions(text):
    """(first line, lines) of each function as clang-format sets it: from a line in the first column
    to a lone brace there. Types and tables end in `};`, namespaces in a comment."""
    start = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line == "}":
            yield start, number - start + 1
        elif re.match(r"[\w\[~:]", line):
            start = number


def _resolved(lock):
    return [package["resolved"] for package in lock.get("packages", {}).values()
            if "resolved" in package and not package.get("link")]


if __name__ == "__main__":
    unittest.main()
