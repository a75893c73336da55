// SPDX-License-Identifier: GPL-3.0-or-later
// The straight way of a page: load, clean, specks, segment, recognise, tag, assemble.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/clean/clean_scan.h"
#include "engine/clean/load_scan.h"
#include "engine/nn/network_options.h"
#include "engine/page/page.h"
#include "engine/recognise/read_page.h"
#include "engine/segment/find_layout.h"
#include "engine/specks/speck_network.h"
#include "engine/tag/tag_entities.h"
#include "pipelines/workflow.h"

namespace wenlan {

// Every option of every step, with its step's name before it: "segment.detector-side".
struct PipelineOptions {
  NetworkOptions networks;
  LoadOptions load;
  CleanOptions clean;
  SpeckOptions specks;
  SegmentOptions segment;
  RecogniseOptions recognise;
  TagOptions tag;
};

// What a page is made of, as its file will say.
struct PageOrigin {
  std::string page;    // its id
  std::string file;    // the scan, as named in the archive or by the user
  int frame = 0;       // from 0
  std::string sha256;  // of the scan's file
};

struct StepFailure {
  std::string step;  // "load", "clean", "specks", "segment", "recognise", "tag", "keep"
  Error error;
};

// Told by the thread that is at work how far a page has come. Either may be empty.
struct StepObserver {
  std::function<void(std::string_view step)> begin;
  // After "load": how many pixels the other steps have to do with. They begin when it returns.
  std::function<void(std::int64_t pixels)> loaded;
};

// Holds the networks and tables; made once, shared read-only by all threads.
class PagePipeline {
 public:
  // `models_folder` has manifest.json, fetched/ and tagger/. Fails with missing_model, wrong_model,
  // model_failed.
  static Result<PagePipeline> open(const std::filesystem::path& models_folder,
                                   const PipelineOptions& options);
  PagePipeline(PagePipeline&&) noexcept;
  PagePipeline& operator=(PagePipeline&&) noexcept;
  ~PagePipeline();

  // `book`, where it is known, helps on pages whose own columns are hard to tell.
  tl::expected<Page, StepFailure> read_scan(const std::filesystem::path& file,
                                            const PageOrigin& origin,
                                            std::stop_token stop,
                                            const std::optional<BookGrid>& book = {},
                                            const StepObserver& observer = {}) const;
  // The same, with a picture of what was seen on the way to the layout (explain_layout.h).
  struct Explained {
    Page page;
    std::string png;
  };
  tl::expected<Explained, StepFailure> explain_scan(const std::filesystem::path& file,
                                                    const PageOrigin& origin,
                                                    std::stop_token stop) const;
  // A page whose text exists already: tagged and assembled.
  Page read_text(Page page, const PageOrigin& origin) const;

  // What pages are made by; it changes whenever a step, an option or a model does.
  const Workflows& workflows() const;
  // Set when Tesseract reads because the Chinese network is not installed.
  const std::optional<Error>& fallback_reason() const;

 private:
  struct Parts;
  struct Understood;
  tl::expected<Understood, StepFailure> understand(const std::filesystem::path& file,
                                                   const PageOrigin& origin,
                                                   const std::stop_token& stop,
                                                   const std::optional<BookGrid>& book,
                                                   const StepObserver& observer) const;
  explicit PagePipeline(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace wenlan
