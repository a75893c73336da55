// SPDX-License-Identifier: GPL-3.0-or-later
// A small archive in a temporary folder, read and indexed, and a server of it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "index/archive/archive.h"
#include "index/serve/archive_server.h"

namespace wenlan {

// Two books: "gazetteer" with two scanned pages (0001 with text, entities and a black square at
// 200,300,100,100 on a scan of 600 x 800; 0002 blank, on a scan that lies on its side by EXIF), and
// "史記", which came as text.
class SampleArchive {
 public:
  SampleArchive();
  ~SampleArchive();
  SampleArchive(const SampleArchive&) = delete;
  SampleArchive& operator=(const SampleArchive&) = delete;

  const Archive& archive() const { return *archive_; }
  void build_index() const;
  // A book "large" whose page 0001 is a JPEG of 6500 x 6400 pixels that lies on its side by EXIF:
  // upright it is 6400 x 6500, with a black square at 6000,100,100,100.
  void add_large_book() const;

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Archive> archive_;
};

// The archive, indexed, with a server on a free port: made once for all tests of a program.
struct ServedSample {
  SampleArchive sample;
  std::unique_ptr<ArchiveServer> server;
  int port = 0;
};
const ServedSample& served_sample();

}  // namespace wenlan
