// SPDX-License-Identifier: GPL-3.0-or-later
// An index of a few books in a temporary folder, removed with it.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include "index/build/build_index.h"
#include "tests/support/listed_pages.h"

namespace wenlan::testing {

class IndexFolder {
 public:
  IndexFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "wenlan-index-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    root_ = name;
  }
  explicit IndexFolder(std::vector<ListedBook> books) : IndexFolder() { build(std::move(books)); }
  IndexFolder(IndexFolder&& other) noexcept : root_(std::exchange(other.root_, {})) {}
  IndexFolder& operator=(IndexFolder&&) = delete;
  ~IndexFolder() {
    std::error_code error;
    if (!root_.empty()) std::filesystem::remove_all(root_, error);
  }

  std::filesystem::path index() const { return root_ / "index"; }
  std::filesystem::path knowledge() const { return root_ / "knowledge.sqlite"; }

  IndexReport build(std::vector<ListedBook> books) const {
    ListedPages source(std::move(books));
    const auto report = build_index(source, index(), knowledge(), IndexOptions{}, {}, {});
    if (!report) throw std::runtime_error(to_sentence(report.error()));
    return *report;
  }

 private:
  std::filesystem::path root_;
};

}  // namespace wenlan::testing
