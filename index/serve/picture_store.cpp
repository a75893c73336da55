// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/picture_store.h"

#include <array>

#include <fmt/format.h>
#include <opencv2/core.hpp>

namespace wenlan {
namespace {

// Few sizes, so that one decoded copy serves many requests. Decoders of JPEG and JPEG 2000 are much
// quicker at the small ones.
constexpr std::array kPixelSteps{1'500'000, 8'000'000, kMostPixels};

int pixels_for(Size<ScanSpace> size, double detail) {
  const double wanted = double(size.width) * size.height * detail * detail;
  for (const int step : kPixelSteps)
    if (wanted <= step) return step;
  return kPixelSteps.back();
}

std::size_t bytes_of(const ScanImage& picture) {
  return picture.pixels.total() * picture.pixels.elemSize();
}

}  // namespace

std::string stamp_of(const ScanSource& source) {
  std::error_code status;
  const auto written = std::filesystem::last_write_time(source.file, status);
  const auto bytes = std::filesystem::file_size(source.file, status);
  if (status) return {};
  return fmt::format(
      "{}#{} {} {}", source.file.native(), source.frame, bytes, written.time_since_epoch().count());
}

Result<SharedPicture> PictureStore::picture(const ScanSource& source,
                                            Size<ScanSpace> size,
                                            double detail) {
  const Key key{stamp_of(source), pixels_for(size, detail)};
  if (key.first.empty()) return fail(ErrorCode::not_found, source.file.filename().string());
  {
    std::unique_lock lock(mutex_);
    for (auto found = places_.find(key); found != places_.end(); found = places_.find(key)) {
      if (found->second->picture != nullptr) {
        kept_.splice(kept_.begin(), kept_, found->second);
        return found->second->picture;
      }
      decoded_.wait(lock);  // another request is decoding it
    }
    kept_.push_front({key, nullptr});
    places_.emplace(key, kept_.begin());
  }
  return decode(key, source);
}

Result<SharedPicture> PictureStore::decode(const Key& key, const ScanSource& source) {
  Result<ScanImage> loaded = fail(ErrorCode::internal, "picture");
  try {
    loaded = load_scan(source.file, source.frame, {.max_pixels = key.second, .min_side = 1});
  } catch (...) {
    forget(key);
    throw;
  }
  if (!loaded) {
    forget(key);
    return fail(loaded);
  }
  auto picture = std::make_shared<const ScanImage>(*std::move(loaded));
  {
    const std::lock_guard lock(mutex_);
    places_.at(key)->picture = picture;
    make_room();
  }
  decoded_.notify_all();
  return picture;
}

void PictureStore::forget(const Key& key) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(key);
    kept_.erase(found->second);
    places_.erase(found);
  }
  decoded_.notify_all();
}

// Called with the lock held. The picture just used stays, however large.
void PictureStore::make_room() {
  std::size_t bytes = 0;
  for (auto kept = kept_.begin(); kept != kept_.end();) {
    if (kept->picture != nullptr) bytes += bytes_of(*kept->picture);
    if (kept->picture == nullptr || kept == kept_.begin() || bytes <= most_bytes_) {
      ++kept;
      continue;
    }
    bytes -= bytes_of(*kept->picture);
    places_.erase(kept->key);
    kept = kept_.erase(kept);
  }
}

}  // namespace wenlan
