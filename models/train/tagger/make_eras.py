#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes eras.tsv, the reign eras and the days their months begin, from era.tsv and era_month.tsv.

    make_eras.py KNOWLEDGE_FOLDER OUT

The facts are those of the DILA time authority; the form is ours (engine/tag/reign_eras.h reads it):
one row an era, `how often books write of the dynasty` (8 or 1), `words for the dynasty`, `emperors`,
`names of the era`, first and last Julian day, then its years as `number:cycle:Julian day:months`. A month is its number (a b c for 10 11 12),
+ before it when it is leap (R for 後九 and the like), L and I the 臘 and 一 months of Empress Wu; - after
it when it has 29 days, {n} when neither 29 nor 30. A year whose months do not follow each other
day on day is written in several pieces.
"""

import csv
import datetime
import re
import sys
from collections import defaultdict
from pathlib import Path

HEADER = """# Reign eras and the first days of their months; made by models/train/tagger/make_eras.py.
# Facts of the Buddhist Studies Time Authority Database, Dharma Drum Institute of Liberal Arts, CC BY-SA 3.0;
# this table is under the same licence. The months of the Republic are those of the common calendar.
"""
CYCLE = [stem + branch for stem, branch in zip("甲乙丙丁戊己庚辛壬癸" * 6, "子丑寅卯辰巳午未申酉戌亥" * 5)]
# How books call a dynasty, where it is not its name or the last character of its name.
CALLED = {"西漢": "前漢", "新": "莽", "曹魏": "魏", "蜀漢": "蜀", "孫吳": "吳", "劉宋": "宋", "南齊": "蕭齊 齊", "南梁": "蕭梁 梁",
          "後晉": "石晉 晉", "後漢": "漢", "西梁": "後梁 梁", "武周": "唐 周", "桓楚": "晉 楚", "吳越": "吳越 錢氏", "前蜀": "王蜀 蜀",
          "後蜀": "孟蜀 蜀", "漢趙": "前趙 漢 趙", "成漢": "成 蜀", "胡夏": "夏 大夏", "清": "國朝 皇清 大清 我朝 本朝",
          "明": "皇明 有明 勝國 國朝 本朝", "北宋": "皇宋 宋", "南宋": "皇宋 宋", "元": "皇元 蒙古 大元 勝國", "蒙古": "元",
          "民國": "中華", "遼": "契丹 大遼", "金": "大金", "後金": "清 金", "唐": "李唐 大唐 皇唐", "隋": "大隋", "南明": "明"}
OFTEN_WRITTEN_OF = "西漢 東漢 西晉 東晉 隋 唐 北宋 南宋 元 明 清 民國".split()
CALLED_IN_FULL = ("民國", "蒙古", "契丹")
MONTH_MARKS = {-1: "L", -2: "I", 10: "a", 11: "b", 12: "c"}
REPUBLIC_YEARS = 60


def rows_of(file):
    with open(file, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def chinese(words):
    """The words of a slash-separated field that are written in ideographs and are not in brackets."""
    return [word for word in words.split("/") if word and not re.search(r"[^\u3400-\u9fff]", word)]


def dynasty_words(field):
    names = chinese(field)
    words = list(names)
    for name in names:
        words += ([] if name in CALLED_IN_FULL else [name[-1]]) + CALLED.get(name, "").split()
    return list(dict.fromkeys(words))


def joined_eras(eras, months):
    """Lists of rows that are one era: emperors who went on counting by the era of another."""
    ids = {row["era_id"] for row in months if row["status"] == "S"}
    named = [row for row in eras if chinese(row["era_names"]) and row["era_id"] in ids and row["dynasty"] != "民國"]
    groups = []
    last_of = {}
    for row in sorted(named, key=lambda row: int(row["first_jdn_S"] or 0)):
        key = (row["dynasty"], chinese(row["era_names"])[0])
        group = last_of.get(key)
        if group and int(row["first_jdn_S"]) - int(group[-1]["last_jdn_S"]) < 400:
            group.append(row)
        else:
            last_of[key] = [row]
            groups.append(last_of[key])
    return groups


def month_mark(month, length):
    number = int(month["month"])
    mark = {"0": "", "1": "+", "2": "R"}[month["leap"]] + MONTH_MARKS.get(number, str(number))
    return mark + {29: "-", 30: ""}.get(length, f"{{{length}}}")


def first_day(month):
    return int(month["first_jdn"]) - int(month["start_from"]) + 1


def years_text(group, months_of, month_end):
    rows = [month for era in group for month in months_of[era["era_id"]]]
    last_year = max(int(month["year"]) for month in rows if month["status"] == "S")
    rows = [month for month in rows if int(month["year"]) <= last_year]
    pieces, expected, known = [], None, set()
    for month in sorted(rows, key=lambda month: (int(month["year"]), first_day(month))):
        year, begin = int(month["year"]), first_day(month)
        if (year, begin) in known:
            continue
        known.add((year, begin))
        length = int(month["last_jdn"]) - begin + 1
        if length < 29:  # an era's last month, cut short: the calendar went on
            length = min(30, month_end[begin] - begin + 1)
        if expected != (year, begin):
            pieces.append([f"{year}:{CYCLE.index(month['year_ganzhi'])}:{begin}:"])
        pieces[-1].append(month_mark(month, length))
        expected = (year, begin + length)
    return " ".join("".join(piece) for piece in pieces)


def republic():
    years = []
    for number in range(1, REPUBLIC_YEARS + 1):
        days = [datetime.date(1911 + number, month, 1).toordinal() for month in range(1, 13)]
        days.append(datetime.date(1912 + number, 1, 1).toordinal())
        marks = "".join(MONTH_MARKS.get(m, str(m)) + {29: "-", 30: ""}.get(n, f"{{{n}}}")
                        for m, n in ((m, days[m] - days[m - 1]) for m in range(1, 13)))
        years.append((days[0] + 1721425, f"{number}:{(1911 + number - 4) % 60}:{days[0] + 1721425}:{marks}", days[-1] + 1721424))
    return "\t".join(["8", "/".join(dynasty_words("民國")), "", "民國", str(years[0][0]), str(years[-1][2]),
                      " ".join(year[1] for year in years)])


def main(knowledge, out):
    eras, months = (rows_of(Path(knowledge) / name) for name in ("era.tsv", "era_month.tsv"))
    months_of, month_end = defaultdict(list), defaultdict(int)
    for month in months:
        months_of[month["era_id"]].append(month)
        month_end[first_day(month)] = max(month_end[first_day(month)], int(month["last_jdn"]))
    with open(out, "w", encoding="utf-8") as stream:
        stream.write(HEADER)
        for group in joined_eras(eras, months):
            names = dict.fromkeys(name for era in group for name in chinese(era["era_names"]))
            emperors = dict.fromkeys(name for era in group for name in chinese(era["emperor"]))
            often = "8" if chinese(group[0]["dynasty"])[0] in OFTEN_WRITTEN_OF else "1"
            stream.write("\t".join([often, "/".join(dynasty_words(group[0]["dynasty"])), "/".join(emperors), "/".join(names),
                                    min(era["first_jdn_S"] for era in group), max(era["last_jdn_S"] for era in group),
                                    years_text(group, months_of, month_end)]) + "\n")
        stream.write(republic() + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
