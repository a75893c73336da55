// SPDX-License-Identifier: GPL-3.0-or-later
// The process that reads pages for a run: it may crash, hang or be killed without harm to others.
#pragma once

#include <cstdint>
#include <filesystem>

#include "engine/base/result.h"
#include "index/archive/archive.h"
#include "pipelines/page_pipeline.h"

namespace wenlan {

// Descriptors that the process is started with.
inline constexpr int kTasksIn = 3;
inline constexpr int kMessagesOut = 4;

struct ServeOptions {
  std::filesystem::path models;
  PipelineOptions pipeline;
  int jobs = 1;             // threads
  std::int64_t memory = 0;  // bytes for the whole process; 0: no bound
};

// Tells whether it could begin, then works on the tasks that come in and tells how each goes, until
// the tasks' pipe ends: then pages under way are given up at their next step. The process ends with
// its parent.
Result<void> serve_tasks(const Archive& archive, const ServeOptions& options);

}  // namespace wenlan
