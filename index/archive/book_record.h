// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue record of a book, kept as book.toml. Fields follow Dublin Core.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace wenlan {

struct BookRecord {
  std::string id;        // the folder's name; not written into the file
  std::string title;     // dc:title; the id when the file names none
  std::string creator;   // dc:creator
  std::string dynasty;   // 朝代 of the creator or the print
  std::string date;      // dc:date, as catalogued
  std::string language;  // dc:language, BCP 47; "lzh" (classical Chinese) unless named
  std::string rights;    // dc:rights
  std::string pipeline;  // preset to read it with; empty: the archive's
  bool operator==(const BookRecord&) const = default;
};

// Fails with bad_document, naming the line, and for keys it does not know.
Result<BookRecord> book_record_from_toml(std::string_view toml, const std::string& id);

// Empty fields are left out.
std::string to_toml(const BookRecord& record);

// A name a book may have on disk and in URLs: letters and digits of any script, '-', '_' and '.',
// not beginning with '.', at most 120 bytes.
bool is_book_id(std::string_view id);

// The nearest book id to any name: other characters become '-'. "book" when nothing is left.
std::string book_id_from(std::string_view name);

}  // namespace wenlan
