// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of knowledge.sqlite. Numbers of subjects and books are of one build; ids last.
#pragma once

namespace wenlan {

// Raised when the tables change; kept in `PRAGMA user_version`.
inline constexpr int kKnowledgeFormat = 2;

inline constexpr const char* kKnowledgeTables = R"(
CREATE TABLE subjects (number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL,
  name TEXT NOT NULL, mentions INTEGER NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL);
CREATE TABLE names (subject INTEGER NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
  count INTEGER NOT NULL);
CREATE TABLE books (number INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL);
CREATE TABLE mentions (number INTEGER PRIMARY KEY, subject INTEGER NOT NULL, book INTEGER NOT NULL,
  page TEXT NOT NULL, leaf TEXT NOT NULL, span_begin INTEGER NOT NULL,
  span_length INTEGER NOT NULL, text TEXT NOT NULL, snippet TEXT NOT NULL, mark_begin INTEGER NOT NULL, mark_end INTEGER NOT NULL,
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL);
CREATE TABLE relations (source INTEGER NOT NULL, target INTEGER NOT NULL, kind TEXT NOT NULL,
  count INTEGER NOT NULL, PRIMARY KEY (source, target, kind)) WITHOUT ROWID;
CREATE TABLE evidence (source INTEGER NOT NULL, target INTEGER NOT NULL, kind TEXT NOT NULL,
  book INTEGER NOT NULL, page TEXT NOT NULL, span_begin INTEGER NOT NULL,
  span_length INTEGER NOT NULL);
)";

// Made after the rows: quicker than keeping them up to date.
inline constexpr const char* kKnowledgeIndices = R"(
CREATE UNIQUE INDEX subjects_by_id ON subjects (id);
CREATE INDEX subjects_by_mentions ON subjects (mentions DESC);
CREATE INDEX names_by_subject ON names (subject);
CREATE INDEX mentions_by_subject ON mentions (subject, number);
CREATE INDEX relations_by_target ON relations (target);
CREATE INDEX evidence_by_pair ON evidence (source, target);
)";

}  // namespace wenlan
