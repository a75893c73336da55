// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/tesseract_recogniser.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

using Engine = std::unique_ptr<tesseract::TessBaseAPI>;

// A line that is read badly in one way may be read well in another: in another size, or without
// being looked at for its base line, which stacked letters hide.
struct Way {
  int line_height;  // 48 is near to what its networks were trained on
  bool raw;
};
constexpr Way kWays[] = {{48, false}, {60, false}, {90, true}, {72, false}, {40, false}};
constexpr float kReadWell = 0.975F;
constexpr int kPaper = 24;  // pixels around: it reads nothing that touches the edge

Result<Engine> make_engine(const std::string& languages, tesseract::PageSegMode mode) {
  auto engine = std::make_unique<tesseract::TessBaseAPI>();
  // Its complaints about small pictures would go to standard error.
  engine->SetVariable("debug_file", "/dev/null");
  if (engine->Init(nullptr, languages.c_str(), tesseract::OEM_LSTM_ONLY) != 0)
    return fail(ErrorCode::missing_model,
                "Tesseract language '" + languages + "'",
                "install Debian's tesseract-ocr-<language> packages");
  engine->SetPageSegMode(mode);
  // Otherwise only the best reading of each symbol is kept.
  engine->SetVariable("lstm_choice_mode", "2");
  return engine;
}

// Engines for one way of reading, lent to one thread each.
class EnginePool {
 public:
  EnginePool(std::string languages, tesseract::PageSegMode mode)
      : languages_(std::move(languages)), mode_(mode) {}

  Result<Engine> take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        Engine engine = std::move(idle_.back());
        idle_.pop_back();
        return engine;
      }
    }
    return make_engine(languages_, mode_);
  }
  void give_back(Engine engine) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(engine));
  }
  const std::string& languages() const { return languages_; }

 private:
  std::string languages_;
  tesseract::PageSegMode mode_;
  std::mutex mutex_;
  std::vector<Engine> idle_;
};

struct Prepared {
  cv::Mat grey;
  double scale = 1;  // prepared = given * scale, then moved by kPaper
};

Prepared prepare(const LineImage& line, int line_height) {
  Prepared prepared;
  cv::cvtColor(line.pixels, prepared.grey, cv::COLOR_BGR2GRAY);
  const int height = line.vertical ? prepared.grey.cols : prepared.grey.rows;
  prepared.scale = static_cast<double>(line_height) / height;
  const int kind = prepared.scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR;
  cv::resize(prepared.grey, prepared.grey, {}, prepared.scale, prepared.scale, kind);
  std::vector<unsigned char> values(prepared.grey.begin<unsigned char>(),
                                    prepared.grey.end<unsigned char>());
  const auto bright = values.begin() + static_cast<std::ptrdiff_t>(values.size() * 9 / 10);
  std::nth_element(values.begin(), bright, values.end());
  const cv::Scalar paper(*bright);
  cv::copyMakeBorder(
      prepared.grey, prepared.grey, kPaper, kPaper, kPaper, kPaper, cv::BORDER_CONSTANT, paper);
  return prepared;
}

std::vector<Alternative> choices_of(const tesseract::ResultIterator& symbol,
                                    const std::string& chosen,
                                    int count) {
  std::vector<Alternative> found;
  tesseract::ChoiceIterator choice(symbol);
  do {
    const char* text = choice.GetUTF8Text();
    if (text == nullptr || text == chosen || *text == '\0' || choice.Confidence() <= 0) continue;
    found.push_back({to_nfc(text), choice.Confidence() / 100});
  } while (choice.Next());
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.confidence > b.confidence;
  });
  if (static_cast<int>(found.size()) > count) found.resize(count);
  return found;
}

class TesseractRecogniser : public LineRecogniser {
 public:
  TesseractRecogniser(const std::string& rows, const std::string& columns, int alternatives)
      : rows_(rows, tesseract::PSM_SINGLE_LINE),
        columns_(columns, tesseract::PSM_SINGLE_BLOCK_VERT_TEXT),
        alternatives_(alternatives) {}

  Result<ReadLine> read(const LineImage& line) const override {
    EnginePool& pool = line.vertical ? columns_ : rows_;
    if (pool.languages().empty()) return ReadLine{};
    Result<Engine> engine = pool.take();
    if (!engine) return fail(engine);
    std::optional<ReadLine> best;
    for (const Way& way : kWays) {
      if (way.raw && line.vertical) continue;
      std::optional<ReadLine> found = read_in(way, **engine, line);
      if (found && (!best || mean_confidence(*found) > mean_confidence(*best)))
        best = std::move(found);
      if (!best || mean_confidence(*best) > kReadWell) break;
    }
    pool.give_back(*std::move(engine));
    if (!best) return fail(ErrorCode::model_failed, "Tesseract " + pool.languages());
    return *std::move(best);
  }

  bool wants_tails() const override { return true; }

  std::string model() const override {
    std::string name = "tesseract " + rows_.languages();
    if (!columns_.languages().empty() && columns_.languages() != rows_.languages())
      name += "/" + columns_.languages();
    return name;
  }

 private:
  // Nothing when the engine fails.
  std::optional<ReadLine> read_in(const Way& way,
                                  tesseract::TessBaseAPI& engine,
                                  const LineImage& line) const {
    const Prepared prepared = prepare(line, way.line_height);
    const auto usual = engine.GetPageSegMode();
    if (way.raw) engine.SetPageSegMode(tesseract::PSM_RAW_LINE);
    const cv::Mat& grey = prepared.grey;
    engine.SetImage(grey.data, grey.cols, grey.rows, 1, static_cast<int>(grey.step));
    engine.SetSourceResolution(300);
    std::optional<ReadLine> found;
    if (engine.Recognize(nullptr) == 0) found = symbols_of(engine, line, prepared.scale);
    engine.Clear();
    engine.SetPageSegMode(usual);
    return found;
  }

  ReadLine symbols_of(tesseract::TessBaseAPI& engine, const LineImage& line, double scale) const {
    ReadLine found;
    const std::unique_ptr<tesseract::ResultIterator> symbol(engine.GetIterator());
    if (!symbol) return found;
    const double length = line.vertical ? line.pixels.rows : line.pixels.cols;
    const auto share = [&](int pixel) {
      return static_cast<float>(std::clamp((pixel - kPaper) / scale / length, 0.0, 1.0));
    };
    do {
      const std::unique_ptr<const char[]> text(symbol->GetUTF8Text(tesseract::RIL_SYMBOL));
      int left = 0, top = 0, right = 0, bottom = 0;
      if (!text || *text.get() == '\0' || *text.get() == ' ' ||
          !symbol->BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom))
        continue;
      const bool begins_word = symbol->IsAtBeginningOf(tesseract::RIL_WORD);
      found.glyphs.push_back({text.get(),
                              share(line.vertical ? top : left),
                              share(line.vertical ? bottom : right),
                              symbol->Confidence(tesseract::RIL_SYMBOL) / 100,
                              choices_of(*symbol, text.get(), alternatives_),
                              !line.vertical && begins_word && !found.glyphs.empty()});
    } while (symbol->Next(tesseract::RIL_SYMBOL));
    return found;
  }

  mutable EnginePool rows_;  // lends engines under its own lock
  mutable EnginePool columns_;
  int alternatives_;
};

}  // namespace

Result<std::unique_ptr<LineRecogniser>> load_tesseract_recogniser(
    const std::string& row_languages, const std::string& column_languages, int alternatives) {
  for (const std::string& languages : {row_languages, column_languages}) {
    if (languages.empty()) continue;
    const Result<Engine> engine = make_engine(languages, tesseract::PSM_SINGLE_LINE);
    if (!engine) return fail(engine);
  }
  return std::make_unique<TesseractRecogniser>(row_languages, column_languages, alternatives);
}

}  // namespace wenlan
