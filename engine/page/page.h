// SPDX-License-Identifier: GPL-3.0-or-later
// One understood page: assembled once, then never changed by a machine. START HERE.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/page/entity.h"
#include "engine/page/layout.h"
#include "engine/page/placement.h"
#include "engine/page/transcript.h"

namespace wenlan {

// One picture of one file as captured. A file with several pictures (TIFF, PDF) is several scans.
struct Scan {
  std::string file;    // as named in the archive, UTF-8 (printable_name); empty on text-only pages
  int frame = 0;       // which picture of the file, from 0
  std::string sha256;  // of the whole file, 64 hexadecimal digits
  Size<ScanSpace> size;
  bool operator==(const Scan&) const = default;
};

// Provenance: which step made a page what it is. No times and hosts: those are the ledger's, so
// that equal inputs give equal bytes.
struct Step {
  std::string name;            // "segment"
  std::string version;         // of our step, raised when its output changes
  std::string options_digest;  // first 16 digits of the SHA-256 of its options
  std::string model;           // model name and first 12 digits of its SHA-256; may be empty
  bool operator==(const Step&) const = default;
};

struct Quality {
  float expected_cer = 0;  // 0..1, estimated without truth
  bool operator==(const Quality&) const = default;
};

struct Page {
  std::string id;  // "0003", unique in its book, sorting in the book's order
  Scan scan;
  Placement placement;
  Layout layout;
  Transcript transcript;
  std::vector<Entity> entities;  // by span
  Quality quality;
  std::vector<Step> steps;  // in the order they ran
  bool operator==(const Page&) const = default;
};

// The boxes of a span: one for each line it touches, in reading order, each the union of the
// glyphs inside. A line without glyph boxes gives the line's own box; a text-only page gives none.
std::vector<Box<ScanSpace>> boxes_of(const Page& page, TextSpan span);

}  // namespace wenlan
