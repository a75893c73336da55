// SPDX-License-Identifier: GPL-3.0-or-later
// The web site as it was built into the program.
#pragma once

#include <span>

namespace wenlan {

struct EmbeddedFile {
  const char* path;  // "assets/index-3f9a.js"
  const char* begin;
  const char* end;
  const char* etag;  // of the content, with its quotation marks
};

// Sorted by path; empty in a program built without the site.
std::span<const EmbeddedFile> embedded_site();

}  // namespace wenlan
