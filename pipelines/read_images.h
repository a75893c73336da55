// SPDX-License-Identifier: GPL-3.0-or-later
// Reads images without an archive: one image in, text out.
#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

#include "pipelines/page_pipeline.h"

namespace wenlan {

struct ReadImage {
  std::filesystem::path file;
  int frame = 0;
  int frames = 1;  // in the file
  int all = 1;     // pictures of all files
  tl::expected<Page, StepFailure> page;
};

// Reads every frame of every file, `jobs` at a time (0: as many as there are processors). `take`
// gets them in the order given, by one thread at a time. A file that fails does not stop the rest.
void read_images(const PagePipeline& pipeline,
                 const std::vector<std::filesystem::path>& files,
                 int jobs,
                 std::stop_token stop,
                 const std::function<void(const ReadImage&)>& take);

}  // namespace wenlan
