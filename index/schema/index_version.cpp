// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/index_version.h"

#include <algorithm>

#include "engine/base/variants.h"

namespace wenlan {

Result<void> check_index_version(const std::vector<std::string>& features,
                                 std::string_view variants,
                                 const std::string& index) {
  for (const std::string& feature : features)
    if (std::none_of(kIndexFeatures.begin(), kIndexFeatures.end(), [&](const IndexFeature& known) {
          return known.name == feature;
        }))
      return fail(ErrorCode::index_too_new, index, "it needs '" + feature + "'");
  for (const IndexFeature& wanted : kIndexFeatures)
    if (std::find(features.begin(), features.end(), wanted.name) == features.end())
      return fail(ErrorCode::index_too_new, index, "it lacks '" + std::string(wanted.name) + "'");
  if (variants != kVariantsVersion)
    return fail(ErrorCode::index_too_new, index, "it was made with other variant characters");
  return {};
}

}  // namespace wenlan
