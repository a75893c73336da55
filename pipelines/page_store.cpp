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
  if (!task.is_ours) {
    // Written by a run that was killed before it could say so: the same bytes are there already.
    if (const auto there = sha256_of_file(file); there && *there == digest)
      return KeptPage{std::move(digest), stamp_of(file)};
    file.replace_extension(".machine.xml");
  }
  if (auto written = write_file_atomically(file, page_xml); !written) return fail(written);
  return KeptPage{std::move(digest), stamp_of(file)};
}

}  // namespace wenlan
