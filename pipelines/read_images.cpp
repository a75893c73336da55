// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/read_images.h"

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"

namespace wenlan {
namespace {

struct Picture {
  std::filesystem::path file;
  int frame = 0;
  int frames = 1;
};

// A file whose frames cannot be counted stands for one picture: reading it says why.
std::vector<Picture> pictures_of(const std::vector<std::filesystem::path>& files) {
  std::vector<Picture> pictures;
  for (const auto& file : files) {
    const int frames = count_frames(file).value_or(1);
    for (int frame = 0; frame < frames; ++frame) pictures.push_back({file, frame, frames});
  }
  return pictures;
}

ReadImage read_picture(const PagePipeline& pipeline,
                       const Picture& picture,
                       const std::stop_token& stop) {
  const PageOrigin origin{.page = picture.file.stem().string(),
                          .file = printable_name(picture.file.filename()),
                          .frame = picture.frame,
                          .sha256 = sha256_of_file(picture.file).value_or("")};
  auto page = stop.stop_requested()
                  ? tl::unexpected(StepFailure{"load", Error{ErrorCode::stopped, origin.file, {}}})
                  : pipeline.read_scan(picture.file, origin, stop);
  return {picture.file, picture.frame, picture.frames, 1, std::move(page)};
}

}  // namespace

void read_images(const PagePipeline& pipeline,
                 const std::vector<std::filesystem::path>& files,
                 int jobs,
                 std::stop_token stop,
                 const std::function<void(const ReadImage&)>& take) {
  const std::vector<Picture> pictures = pictures_of(files);
  tbb::task_arena arena(jobs > 0 ? jobs : tbb::task_arena::automatic);
  const auto in_flight = static_cast<std::size_t>(2 * arena.max_concurrency());
  std::size_t next = 0;
  const auto begin = tbb::make_filter<void, std::size_t>(
      tbb::filter_mode::serial_in_order, [&](tbb::flow_control& flow) {
        if (next == pictures.size()) flow.stop();
        return next == pictures.size() ? next : next++;
      });
  const auto read = tbb::make_filter<std::size_t, std::shared_ptr<ReadImage>>(
      tbb::filter_mode::parallel, [&](std::size_t picture) {
        return std::make_shared<ReadImage>(read_picture(pipeline, pictures[picture], stop));
      });
  const auto end = tbb::make_filter<std::shared_ptr<ReadImage>, void>(
      tbb::filter_mode::serial_in_order, [&](const std::shared_ptr<ReadImage>& image) {
        image->all = static_cast<int>(pictures.size());
        take(*image);
      });
  arena.execute([&] { tbb::parallel_pipeline(in_flight, begin & read & end); });
}

}  // namespace wenlan
