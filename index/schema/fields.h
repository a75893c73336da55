// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of fields: what a term in the index means and what may be asked for by name.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace wenlan {

enum class Field : std::uint8_t {
  main,
  note,
  other,
  main_next,
  note_next,
  page_subject,
  subject_name,
  book_id,
  book_title,
  title,
  book,
  person,
  place,
  office,
  dynasty,
};

enum class FieldKind : std::uint8_t {
  ngrams,  // one and two characters, folded
  exact,   // the whole value, folded where it is a name
  asked,   // only a word of the query language; looked up by other fields or the list of books
};

struct FieldSpec {
  Field field;
  std::string_view name;    // in a query, before ':'; empty: cannot be asked for
  std::string_view prefix;  // of its terms in Xapian; empty: has none
  FieldKind kind;
  std::string_view help;
};

inline constexpr std::array kFields{
    FieldSpec{Field::main, "", "M", FieldKind::ngrams, "Main text of a page"},
    FieldSpec{Field::note, "", "N", FieldKind::ngrams, "Small notes of a page"},
    FieldSpec{
        Field::other, "", "O", FieldKind::ngrams, "Head notes, fold strip, seals and the like"},
    FieldSpec{
        Field::main_next, "", "XM", FieldKind::ngrams, "Main text that follows on the next pages"},
    FieldSpec{Field::note_next, "", "XN", FieldKind::ngrams, "Notes that follow on the next pages"},
    FieldSpec{Field::page_subject, "", "XS", FieldKind::exact, "Id of a subject named on a page"},
    FieldSpec{Field::subject_name, "", "XA", FieldKind::exact, "Name or alias of a subject"},
    FieldSpec{Field::book_id, "", "Q", FieldKind::exact, "Id of a book"},
    FieldSpec{Field::book_title, "", "S", FieldKind::ngrams, "Title of a book"},
    FieldSpec{Field::title, "title", "", FieldKind::asked, "Pages of books whose title holds this"},
    FieldSpec{Field::book, "book", "", FieldKind::asked, "Pages of the book with this id or title"},
    FieldSpec{Field::person, "person", "", FieldKind::asked, "Pages that name this person"},
    FieldSpec{Field::place, "place", "", FieldKind::asked, "Pages that name this place"},
    FieldSpec{Field::office, "office", "", FieldKind::asked, "Pages that name this office"},
    FieldSpec{Field::dynasty, "dynasty", "", FieldKind::asked, "Pages of books of this dynasty"},
};

constexpr bool rows_follow_enum() {
  for (std::size_t row = 0; row < kFields.size(); ++row)
    if (static_cast<std::size_t>(kFields[row].field) != row) return false;
  return kFields.size() == static_cast<std::size_t>(Field::dynasty) + 1;
}
static_assert(rows_follow_enum());

// Terms are told apart by their first letters alone: no prefix may begin another of its kind, and
// an n-gram never begins with a Latin capital (it is folded to lower case).
constexpr bool prefixes_are_apart() {
  for (const FieldSpec& a : kFields)
    for (const FieldSpec& b : kFields)
      if (a.field != b.field && !a.prefix.empty() && b.prefix.starts_with(a.prefix)) return false;
  return true;
}
static_assert(prefixes_are_apart());

constexpr const FieldSpec& spec_of(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

// The term of a value in a field. `value` is folded already where the field folds.
inline std::string term_of(Field field, std::string_view value) {
  std::string term(spec_of(field).prefix);
  term += value;
  return term;
}

}  // namespace wenlan
