// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/large_scans.h"

namespace wenlan {

namespace fs = std::filesystem;

std::optional<ScanPart> LargeScans::part(const ScanSource& source,
                                         Size<ScanSpace> size,
                                         const fs::path& pyramid,
                                         const Box<ScanSpace>& box,
                                         double detail) {
  std::error_code status;
  if (!fs::exists(pyramid, status)) {
    make_later(source, pyramid);
    return std::nullopt;
  }
  auto part = read_pyramid(pyramid, size, box, detail);
  if (!part) return std::nullopt;
  return *std::move(part);
}

void LargeScans::make_later(const ScanSource& source, const fs::path& pyramid) {
  const std::lock_guard lock(mutex_);
  if (!begun_.insert(pyramid).second) return;
  if (!builder_.submit([this, source, pyramid] { make(source, pyramid); })) begun_.erase(pyramid);
}

// Under another name until it is whole. A disk that is full leaves nothing behind; the reduced copy
// goes on being shown.
void LargeScans::make(const ScanSource& source, const fs::path& pyramid) const {
  if (stop_.stop_requested()) return;
  std::error_code status;
  fs::create_directories(pyramid.parent_path(), status);
  const fs::path unfinished = pyramid.parent_path() / (".tmp-" + pyramid.filename().string());
  const auto written = write_pyramid(source.file, source.frame, unfinished, stop_.get_token());
  if (written)
    fs::rename(unfinished, pyramid, status);
  else
    fs::remove(unfinished, status);
}

}  // namespace wenlan
