// SPDX-License-Identifier: GPL-3.0-or-later
// Reads pages under many settings of the layout, what these share done once:
//   read_variants OUT VARIANTS SCAN…        run where models/ is
// VARIANTS: a line each, its name, a tab and its flags as `wenlan read` takes them. Writes
// OUT/<name>/<number>.xml and .txt, pictures numbered over all scans from 0001.
#include <fstream>
#include <iostream>

#include "engine/base/file.h"
#include "engine/formats/page_xml.h"
#include "engine/formats/plain_text.h"
#include "engine/nn/model_store.h"
#include "engine/segment/open_line_detector.h"
#include "pipelines/cli/option_flags.h"
#include "tests/bench/pipelines/remembering.h"

namespace wenlan {
namespace {

void demand(const Result<void>& done) {
  if (!done) throw std::runtime_error("cannot go on: " + done.error().subject);
}

struct Variant {
  std::string name;
  SegmentOptions options;
};

std::vector<Variant> variants_in(const std::string& file) {
  std::vector<Variant> variants;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    Variant variant{line.substr(0, line.find('\t')), {}};
    CLI::App flags;
    add_option_flags(flags, "segment", variant.options);
    flags.parse(line.find('\t') == std::string::npos ? "" : line.substr(line.find('\t') + 1));
    variants.push_back(std::move(variant));
  }
  return variants;
}

struct Networks {
  ModelStore models = ModelStore::open("models").value();
  SpeckNetwork specks = SpeckNetwork::load(models, {}).value();
  std::unique_ptr<LineDetector> detector =
      open_line_detector(models, SegmentOptions{}.detector).value();
  Recognisers recognisers = load_recognisers(models, {}).value();
};

Recognisers remembering(const Recognisers& recognisers) {
  Recognisers all;
  all.main = std::make_unique<RememberingRecogniser>(*recognisers.main);
  for (const auto& other : recognisers.others)
    all.others.push_back(std::make_unique<RememberingRecogniser>(*other));
  return all;
}

std::string four_digits(int number) {
  return fmt::format("{:04}", number);
}

void read_picture(const ScanImage& scan,
                  int number,
                  const Networks& networks,
                  const std::vector<Variant>& variants,
                  const std::filesystem::path& out) {
  CleanPage page = clean_scan(scan, {}).value();
  demand(networks.specks.take_out_specks(page, {}));
  const RememberingDetector detector(*networks.detector);
  const Recognisers recognisers = remembering(networks.recognisers);
  for (const Variant& variant : variants) {
    auto layout = find_layout(page, detector, variant.options, {}).value();
    auto reading = read_page(page, std::move(layout), recognisers, {}, {}).value();
    const Page read{.id = four_digits(number),
                    .scan = {.file = four_digits(number), .size = scan.size},
                    .placement = page.placement,
                    .layout = std::move(reading.layout),
                    .transcript = std::move(reading.transcript)};
    const auto file = out / variant.name / four_digits(number);
    std::filesystem::create_directories(file.parent_path());
    demand(write_file_atomically(file.string() + ".xml", to_page_xml(read)));
    demand(write_file_atomically(file.string() + ".txt", to_plain_text(read)));
  }
}

void read_all(const std::vector<std::string>& arguments) {
  const Networks networks;
  const auto variants = variants_in(arguments.at(1));
  int number = 0;
  for (std::size_t i = 2; i < arguments.size(); ++i)
    for (int frame = 0, frames = count_frames(arguments[i]).value(); frame < frames; ++frame)
      read_picture(load_scan(arguments[i], frame, {}).value(),
                   ++number,
                   networks,
                   variants,
                   arguments.at(0));
}

}  // namespace
}  // namespace wenlan

int main(int count, char** values) {
  try {
    wenlan::read_all({values + 1, values + count});
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "read_variants: " << error.what() << '\n';
    return 1;
  }
}
