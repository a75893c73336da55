// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/doctor.h"

#include <set>
#include <string>

#include <allheaders.h>
#include <fmt/format.h>
#include <hb.h>
#include <microhttpd.h>
#include <opencv2/core/version.hpp>
#include <sodium.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <tesseract/baseapi.h>
#include <unicode/uversion.h>
#include <unistd.h>
#include <vips/vips.h>
#include <xapian.h>

#include "engine/base/file.h"
#include "engine/nn/model_store.h"
#include "engine/nn/network_session.h"
#include "engine/tag/tag_entities.h"
#include "index/serve/face_store.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

constexpr double kGibibyte = 1024.0 * 1024.0 * 1024.0;
constexpr double kLeastDiskGiB = 2;
constexpr double kLeastMemoryGiB = 3;
constexpr rlim_t kLeastOpenFiles = 1024;

void examine_models(const fs::path& folder, std::vector<Finding>& findings) {
  const auto store = ModelStore::open(folder);
  if (!store) {
    findings.push_back({Health::bad,
                        "models",
                        to_sentence(store.error()),
                        "run scripts/fetch-models.sh",
                        "請執行 scripts/fetch-models.sh"});
    return;
  }
  for (const std::string& name : store->names()) {
    const auto model = store->find(name);
    if (model)
      findings.push_back({Health::good, "model " + name, "SHA-256 " + model->sha256.substr(0, 12)});
    else
      findings.push_back({Health::bad,
                          "model " + name,
                          to_sentence(model.error()),
                          "run scripts/fetch-models.sh",
                          "請執行 scripts/fetch-models.sh"});
  }
  const auto tagger = Tagger::load(folder);
  if (tagger)
    findings.push_back({Health::good, "tagger", tagger->model()});
  else
    findings.push_back({Health::bad,
                        "tagger",
                        to_sentence(tagger.error()),
                        "restore models/tagger from the source tree",
                        "請由原始碼還原 models/tagger"});
}

void examine_languages(std::vector<Finding>& findings) {
  for (const auto& [language, package] : {std::pair{"eng", "tesseract-ocr-eng"},
                                          {"bod", "tesseract-ocr-bod"},
                                          {"uig", "tesseract-ocr-uig"},
                                          {"chi_tra_vert", "tesseract-ocr-chi-tra-vert"}}) {
    tesseract::TessBaseAPI api;
    const bool there = api.Init(nullptr, language, tesseract::OEM_LSTM_ONLY) == 0;
    const std::string install = fmt::format("apt install {}", package);
    findings.push_back({there ? Health::good : Health::warning,
                        fmt::format("Tesseract language {}", language),
                        there ? "installed" : "missing",
                        there ? "" : install,
                        there ? "" : install});
  }
}

void examine_font(const fs::path& file,
                  const std::string& package,
                  const std::string& purpose,
                  std::vector<Finding>& findings) {
  std::error_code ignored;
  const bool there = fs::exists(file, ignored);
  const std::string install = fmt::format("apt install {}", package);
  findings.push_back({there ? Health::good : Health::warning,
                      fmt::format("font {}", file.filename().string()),
                      there ? "installed" : fmt::format("missing (needed {})", purpose),
                      there ? "" : install,
                      there ? "" : install});
}

void examine_fonts(std::vector<Finding>& findings) {
  const fs::path folder = kFontsFolder;
  for (const auto& [file, package] : {std::pair{"truetype/arphic/uming.ttc", "fonts-arphic-uming"},
                                      {"truetype/arphic/ukai.ttc", "fonts-arphic-ukai"},
                                      {"opentype/noto/NotoSerifCJK-Regular.ttc", "fonts-noto-cjk"}})
    examine_font(folder / file, package, "to make the samples", findings);
  std::set<std::string> seen;  // a font may stand in for several styles
  for (const RareFont& font : kRareFonts)
    if (seen.insert(font.file).second)
      examine_font(
          folder / font.file, font.package, "to show rare characters on the site", findings);
}

void examine_disk(const fs::path& place, std::vector<Finding>& findings) {
  std::error_code failure;
  const fs::space_info space = fs::space(place, failure);
  const double free_gib = failure ? 0 : static_cast<double>(space.available) / kGibibyte;
  const bool enough = free_gib >= kLeastDiskGiB;
  findings.push_back({enough ? Health::good : Health::warning,
                      "disk of " + printable_name(place),
                      failure ? failure.message() : fmt::format("{:.1f} GiB free", free_gib),
                      enough ? "" : "free some space before a large batch",
                      enough ? "" : "大批作業前請先騰出空間"});
}

void examine_limits(std::vector<Finding>& findings) {
  const double memory = static_cast<double>(::sysconf(_SC_PHYS_PAGES)) *
                        static_cast<double>(::sysconf(_SC_PAGESIZE)) / kGibibyte;
  const bool enough = memory >= kLeastMemoryGiB;
  findings.push_back({enough ? Health::good : Health::warning,
                      "memory",
                      fmt::format("{:.1f} GiB", memory),
                      enough ? "" : "run with --jobs 1",
                      enough ? "" : "請用 --jobs 1"});
  struct rlimit files {};
  ::getrlimit(RLIMIT_NOFILE, &files);
  const bool plenty = files.rlim_cur >= kLeastOpenFiles;
  findings.push_back({plenty ? Health::good : Health::warning,
                      "open files",
                      fmt::format("{}", files.rlim_cur),
                      plenty ? "" : "ulimit -n 4096",
                      plenty ? "" : "ulimit -n 4096"});
}

void examine_libraries(std::vector<Finding>& findings) {
  const std::unique_ptr<char, decltype(&lept_free)> leptonica(getLeptonicaVersion(), &lept_free);
  for (const auto& [name, version] : {std::pair<const char*, std::string>{"OpenCV", CV_VERSION},
                                      {"OpenVINO", network_runtime_version()},
                                      {"Tesseract", tesseract::TessBaseAPI::Version()},
                                      {"Leptonica", leptonica.get()},
                                      {"libvips", vips_version_string()},
                                      {"ICU", U_ICU_VERSION},
                                      {"Xapian", Xapian::version_string()},
                                      {"SQLite", sqlite3_libversion()},
                                      {"HarfBuzz", hb_version_string()},
                                      {"libmicrohttpd", MHD_get_version()},
                                      {"libsodium", sodium_version_string()}})
    findings.push_back({Health::good, name, version});
}

}  // namespace

std::vector<Finding> examine(const fs::path& models_folder,
                             const std::optional<fs::path>& archive) {
  std::vector<Finding> findings;
  examine_models(models_folder, findings);
  examine_languages(findings);
  examine_fonts(findings);
  examine_disk(archive.value_or("."), findings);
  examine_limits(findings);
  findings.push_back({Health::good, "nn.precision auto", native_precision()});
  examine_libraries(findings);
  return findings;
}

}  // namespace wenlan
