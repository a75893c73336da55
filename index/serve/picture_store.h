// SPDX-License-Identifier: GPL-3.0-or-later
// Decoded scans, kept for the next tile as long as there is room.
#pragma once

#include <condition_variable>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "engine/clean/load_scan.h"
#include "index/serve/served_archive.h"

namespace wenlan {

// The most pixels of a scan that are ever decoded into memory.
inline constexpr int kMostPixels = 40'000'000;

using SharedPicture = std::shared_ptr<const ScanImage>;  // shared by the store and its borrowers

// Members are safe to call from many threads. A scan wanted by several is decoded once.
class PictureStore {
 public:
  explicit PictureStore(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  // The scan with at least `detail` pixels for a pixel of the scan, or with as many as
  // kMostPixels allows. Fails as load_scan does.
  Result<SharedPicture> picture(const ScanSource& source, Size<ScanSpace> size, double detail);

 private:
  using Key = std::pair<std::string, int>;  // file as it is now and frame; pixels asked for
  struct Kept {
    Key key;
    SharedPicture picture;  // null while it is being decoded
  };

  Result<SharedPicture> decode(const Key& key, const ScanSource& source);
  void forget(const Key& key);
  void make_room();

  const std::size_t most_bytes_;
  std::mutex mutex_;
  std::condition_variable decoded_;
  std::list<Kept> kept_;  // last used first
  std::map<Key, std::list<Kept>::iterator> places_;
};

// Changes whenever the file does; empty when there is no such file.
std::string stamp_of(const ScanSource& source);

}  // namespace wenlan
