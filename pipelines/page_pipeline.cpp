// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/page_pipeline.h"

#include <future>
#include <utility>

#include <opencv2/imgcodecs.hpp>

#include "engine/base/sha256.h"
#include "engine/nn/model_store.h"
#include "engine/segment/explain_layout.h"
#include "engine/segment/open_line_detector.h"

namespace wenlan {
namespace {

constexpr std::size_t kDigestDigits = 16;

template <class Options>
Step step_of(std::string_view name,
             std::string_view version,
             const Options& options,
             std::string model = {}) {
  return {.name = std::string(name),
          .version = std::string(version),
          .options_digest = sha256_of(canonical_text(options)).substr(0, kDigestDigits),
          .model = std::move(model)};
}

template <class T>
tl::unexpected<StepFailure> failed_at(std::string step,
                                      const Result<T>& result,
                                      const PageOrigin& origin) {
  Error error = result.error();
  if (error.subject.empty()) error.subject = origin.file;
  return tl::unexpected(StepFailure{std::move(step), std::move(error)});
}

Scan scan_of(const PageOrigin& origin, Size<ScanSpace> size) {
  return {.file = origin.file, .frame = origin.frame, .sha256 = origin.sha256, .size = size};
}

}  // namespace

struct PagePipeline::Parts {
  PipelineOptions options;
  SpeckNetwork specks;
  std::unique_ptr<LineDetector> detector;
  Recognisers recognisers;
  Tagger tagger;
  Workflows workflows;
};

PagePipeline::PagePipeline(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
PagePipeline::PagePipeline(PagePipeline&&) noexcept = default;
PagePipeline& PagePipeline::operator=(PagePipeline&&) noexcept = default;
PagePipeline::~PagePipeline() = default;

Result<PagePipeline> PagePipeline::open(const std::filesystem::path& models_folder,
                                        const PipelineOptions& options) {
  const auto models = ModelStore::open(models_folder);
  if (!models) return fail(models);
  // Compiling a network takes a fifth of a second of one processor.
  auto other_thread = std::async(std::launch::async, [&] {
    return load_recognisers(*models, options.recognise, options.networks);
  });
  auto detector = open_line_detector(*models, options.segment.detector, options.networks);
  auto specks = SpeckNetwork::load(*models, options.networks);
  auto recognisers = other_thread.get();
  if (!detector) return fail(detector);
  if (!specks) return fail(specks);
  if (!recognisers) return fail(recognisers);
  auto tagger = Tagger::load(models_folder, options.tag);
  if (!tagger) return fail(tagger);
  Workflow steps{step_of("load", kLoadVersion, options.load),
                 step_of("clean", kCleanVersion, options.clean),
                 step_of("specks", kSpecksVersion, options.specks, specks->model()),
                 step_of("segment", kSegmentVersion, options.segment, (*detector)->model()),
                 step_of("recognise", kRecogniseVersion, options.recognise, recognisers->model()),
                 step_of("tag", kTagVersion, options.tag, tagger->model())};
  Workflow of_texts{steps.back()};
  return PagePipeline(
      std::make_unique<const Parts>(Parts{options,
                                          *std::move(specks),
                                          *std::move(detector),
                                          *std::move(recognisers),
                                          *std::move(tagger),
                                          Workflows{std::move(steps), std::move(of_texts)}}));
}

struct PagePipeline::Understood {
  Page page;
  CleanPage clean;
  LayoutTrace trace;
};

tl::expected<PagePipeline::Understood, StepFailure> PagePipeline::understand(
    const std::filesystem::path& file,
    const PageOrigin& origin,
    const std::stop_token& stop,
    const std::optional<BookGrid>& book,
    const StepObserver& observer) const {
  const auto begin = [&](std::string_view step) {
    if (observer.begin) observer.begin(step);
  };
  begin("load");
  const auto scan = load_scan(file, origin.frame, parts_->options.load);
  if (!scan) return failed_at("load", scan, origin);
  if (observer.loaded) observer.loaded(static_cast<std::int64_t>(scan->pixels.total()));
  begin("clean");
  auto clean = clean_scan(*scan, parts_->options.clean);
  if (!clean) return failed_at("clean", clean, origin);
  begin("specks");
  if (const auto done = parts_->specks.take_out_specks(*clean, parts_->options.specks); !done)
    return failed_at("specks", done, origin);
  begin("segment");
  LayoutTrace trace;
  auto layout = find_layout(*clean, *parts_->detector, parts_->options.segment, stop, book, &trace);
  if (!layout) return failed_at("segment", layout, origin);
  begin("recognise");
  auto reading =
      read_page(*clean, *std::move(layout), parts_->recognisers, parts_->options.recognise, stop);
  if (!reading) return failed_at("recognise", reading, origin);
  begin("tag");
  auto entities = parts_->tagger.tag(reading->transcript, reading->layout);
  for (auto& line : reading->left_out)
    trace.left_out.push_back({clean->placement.to_clean(line.outline), std::move(line.why)});
  Page page{.id = origin.page,
            .scan = scan_of(origin, scan->size),
            .placement = clean->placement,
            .layout = std::move(reading->layout),
            .transcript = std::move(reading->transcript),
            .entities = std::move(entities),
            .quality = reading->quality,
            .steps = parts_->workflows.of_images};
  return Understood{std::move(page), *std::move(clean), std::move(trace)};
}

tl::expected<Page, StepFailure> PagePipeline::read_scan(const std::filesystem::path& file,
                                                        const PageOrigin& origin,
                                                        std::stop_token stop,
                                                        const std::optional<BookGrid>& book,
                                                        const StepObserver& observer) const {
  return understand(file, origin, stop, book, observer).map([](Understood&& known) {
    return std::move(known.page);
  });
}

tl::expected<PagePipeline::Explained, StepFailure> PagePipeline::explain_scan(
    const std::filesystem::path& file, const PageOrigin& origin, std::stop_token stop) const {
  return understand(file, origin, stop, {}, {}).map([](Understood&& known) {
    std::vector<uchar> png;
    cv::imencode(".png", explain_layout(known.clean, known.page.layout, known.trace), png);
    return Explained{std::move(known.page), std::string(png.begin(), png.end())};
  });
}

Page PagePipeline::read_text(Page page, const PageOrigin& origin) const {
  page.id = origin.page;
  page.scan = {.frame = origin.frame, .sha256 = origin.sha256};
  page.entities = parts_->tagger.tag(page.transcript, page.layout);
  page.steps = parts_->workflows.of_texts;
  return page;
}

const Workflows& PagePipeline::workflows() const {
  return parts_->workflows;
}

const std::optional<Error>& PagePipeline::fallback_reason() const {
  return parts_->recognisers.fallback_reason;
}

}  // namespace wenlan
