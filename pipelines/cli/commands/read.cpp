// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <set>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/base/file.h"
#include "engine/base/sha256.h"
#include "engine/clean/load_scan.h"
#include "engine/formats/format.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/cli/option_flags.h"
#include "pipelines/cli/progress.h"
#include "pipelines/read_images.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

struct Arguments {
  std::vector<std::string> images;
  Format format = Format::txt;
  NoteStyle notes = NoteStyle::inlined;
  std::string out;
  std::string explain;
  int jobs = 0;
  PipelineOptions pipeline;
};

// Names the files of --out: the image's stem, with the frame where the file has several, and the
// image's whole name when another image took the stem.
class OutputNames {
 public:
  fs::path name_for(const ReadImage& image, Format format) {
    const std::string frame = image.frames > 1 ? fmt::format("-{:04}", image.frame + 1) : "";
    const std::string ending = frame + std::string(ending_of(format));
    std::string name = image.file.stem().string() + ending;
    if (!taken_.insert(name).second) name = image.file.filename().string() + ending;
    return name;
  }

 private:
  std::set<std::string> taken_;
};

class Reader {
 public:
  Reader(const Arguments& arguments, const Context& context)
      : arguments_(arguments), context_(context), progress_(context) {}

  void take(const ReadImage& image) {
    if (image.page) {
      keep(image);
    } else {
      failed(image.page.error().error);
    }
    if (!arguments_.out.empty()) progress_.show(done_, failed_, image.all);
  }

  int status() const { return status_; }

 private:
  void keep(const ReadImage& image) {
    const std::string text = written_as(arguments_.format, *image.page, arguments_.notes);
    if (arguments_.out.empty()) {
      std::cout << text << std::flush;
    } else if (auto written = write_file_atomically(
                   fs::path(arguments_.out) / names_.name_for(image, arguments_.format), text);
               !written) {
      return failed(written.error());
    }
    ++done_;
  }

  void failed(const Error& error) {
    status_ = context_.tell(error);
    ++failed_;
  }

  const Arguments& arguments_;
  const Context& context_;
  Progress progress_;
  OutputNames names_;
  long done_ = 0;
  long failed_ = 0;
  int status_ = 0;
};

// One image: its text, and the picture of how it was understood.
int explain(const Arguments& arguments, const PagePipeline& pipeline, const Context& context) {
  const fs::path image = arguments.images.front();
  const PageOrigin origin{.page = image.stem().string(),
                          .file = printable_name(image.filename()),
                          .frame = 0,
                          .sha256 = sha256_of_file(image).value_or("")};
  const auto explained = pipeline.explain_scan(image, origin, context.stop());
  if (!explained) return context.tell(explained.error().error);
  if (auto written = write_file_atomically(arguments.explain, explained->png); !written)
    return context.tell(written.error());
  std::cout << written_as(arguments.format, explained->page, arguments.notes) << std::flush;
  return 0;
}

void check_explain(const Arguments& arguments) {
  if (arguments.explain.empty()) return;
  if (arguments.images.size() > 1)
    throw CLI::ValidationError("--explain", "draws one page, give one IMAGE 一次只繪一張影像");
  if (fs::path(arguments.explain).extension() != ".png")
    throw CLI::ValidationError("--explain",
                               "writes PNG, name a file ending in .png 檔名須以 .png 結尾");
}

bool is_one_picture(const Arguments& arguments) {
  return arguments.images.size() == 1 && count_frames(arguments.images.front()).value_or(1) == 1;
}

int read(const Arguments& arguments, const Context& context) {
  PipelineOptions options = arguments.pipeline;
  options.networks.at_once = is_one_picture(arguments) ? 1 : arguments.jobs;
  const auto pipeline = PagePipeline::open(context.models(), options);
  if (!pipeline) return context.tell(pipeline.error());
  if (pipeline->fallback_reason()) context.warn(*pipeline->fallback_reason());
  if (!arguments.explain.empty()) return explain(arguments, *pipeline, context);
  Reader reader(arguments, context);
  read_images(*pipeline,
              {arguments.images.begin(), arguments.images.end()},
              arguments.jobs,
              context.stop(),
              [&](const ReadImage& image) { reader.take(image); });
  return reader.status();
}

}  // namespace

void add_read_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("read", "Read images: no archive needed 直接辨識影像");
  command->footer(
      "Examples 例:\n  wenlan read leaf.jpg\n  wenlan read leaf.jpg --as json\n  wenlan read "
      "scans/*.tif --as alto --out texts\n"
      "  wenlan read leaf.jpg --explain leaf.png\n"
      "  wenlan read pecha.png --recognise.only-languages bod\n"
      "Small notes are written {{right half/left half}}. 雙行小注作 {{右/左}}。");
  command->add_option("IMAGE", arguments->images, "Image files, TIFF, PDF 影像檔")->required();
  add_choice(*command, "--as", arguments->format, kFormats, "What to write 輸出格式");
  add_choice(*command, "--notes", arguments->notes, kNoteStyles, "Small notes in txt 小注處理");
  command->add_option("--out", arguments->out, "Folder to write one file an image into 輸出資料夾");
  command->add_option("--explain",
                      arguments->explain,
                      "Write a picture of how the page was understood 繪圖說明版面 (PNG)");
  command->add_option("--jobs", arguments->jobs, "Images at a time; 0: all processors 同時處理數")
      ->check(CLI::Range(0, 1024));
  add_pipeline_flags(*command, arguments->pipeline);
  command->callback([arguments, &context, &status] {
    check_explain(*arguments);
    status = read(*arguments, context);
  });
}

}  // namespace wenlan
