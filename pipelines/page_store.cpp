// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/page_store.h"

#include <utility>

#include "engine/base/file.h"
#include "engine/base/sha256.h"

namespace wenlan {

Result<KeptPage> keep_page(const Archive& archive,
                           const PageTask& task,
                           const std::string& page_xml) {
  std::filesystem::path file = archive.page_file(task.book, task.page);
  std::string digest = sha256_of(page_xml);
  const std::string written = task.known ? task.known->page_sha256 : std::string();
  const FileStamp there = stamp_of(file);
  const bool is_as_written =
      there == FileStamp{} || (!written.empty() && there == task.known->page_stamp);
  if (!is_as_written) {
    const auto bytes = sha256_of_file(file);
    // Written by a run that was killed before it could say so: the same bytes are there already.
    if (bytes && *bytes == digest) return KeptPage{std::move(digest), there};
    if (!bytes || *bytes != written) file.replace_extension(".machine.xml");
  }
  if (auto done = write_file_atomically(file, page_xml); !done) return fail(done);
  return KeptPage{std::move(digest), stamp_of(file)};
}

}  // namespace wenlan
