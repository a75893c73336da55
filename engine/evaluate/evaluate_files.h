// SPDX-License-Identifier: GPL-3.0-or-later
// Read pages against true ones: plain text, PAGE or ALTO on either side. START HERE.
#pragma once

#include <filesystem>
#include <vector>

#include "engine/base/result.h"
#include "engine/evaluate/evaluation.h"

namespace wenlan {

// Two files, or two folders (searched with their subfolders) whose files go together by the path
// below the folder without its ending; where a folder has both, XML is taken before text. Pages
// come sorted by that path. Fails with not_found (also when the truth has no page), bad_document,
// or as reading does.
Result<std::vector<PageScore>> score_files(const std::filesystem::path& truth,
                                           const std::filesystem::path& read);

}  // namespace wenlan
