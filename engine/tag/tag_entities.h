// SPDX-License-Identifier: GPL-3.0-or-later
// Finds persons, places, offices, books and reign dates in the text of a page 標記. START HERE.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/page/entity.h"
#include "engine/page/layout.h"
#include "engine/page/transcript.h"
#include "engine/tag/options.h"

namespace wenlan {

inline constexpr std::string_view kTagVersion = "1";

// Holds the weights and tables of models/tagger (about 20 MB in memory); movable, not copyable.
// `tag` is const and keeps no state: one Tagger serves any number of threads.
class Tagger {
 public:
  // `models_folder` is the one that has tagger/ in it. Fails with missing_model or wrong_model.
  static Result<Tagger> load(const std::filesystem::path& models_folder,
                             const TagOptions& options = {});

  // Entities of all streams, by span, with ids "e1", "e2", …. Each stream is read as one text:
  // main text runs on across line ends and across the notes set into it, each note segment and
  // each line of another stream stands alone. A span never covers text of another stream: a name
  // that a note cuts in two is given as the longer of its two pieces (the first of equal ones),
  // with the whole name as its normal form. Entities of one stream do not overlap; a date beats a
  // name.
  // `transcript.lines` must go with `layout.lines`; on text-only pages both still hold the lines.
  std::vector<Entity> tag(const Transcript& transcript, const Layout& layout) const;

  // For the provenance of a page: "wenlan-tagger" and the first 12 digits of the SHA-256 of the
  // weights.
  const std::string& model() const;

  ~Tagger();
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;

 private:
  struct Parts;
  explicit Tagger(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace wenlan
