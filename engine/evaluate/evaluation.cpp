// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/evaluation.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/evaluate/rank_correlation.h"

namespace wenlan {
namespace {

using Json = nlohmann::ordered_json;

std::optional<StreamEvaluation> evaluate_stream(const std::vector<PageScore>& pages,
                                                TextErrors PageScore::*stream) {
  std::vector<TextErrors> counts;
  TextErrors sum;
  for (const PageScore& page : pages) {
    counts.push_back(page.*stream);
    sum += counts.back();
  }
  if (sum.characters == 0) return std::nullopt;
  return StreamEvaluation{sum.characters,
                          error_rate(sum.strict, sum.characters),
                          error_rate(sum.folded, sum.characters),
                          interval_95(counts, &TextErrors::strict),
                          interval_95(counts, &TextErrors::folded)};
}

std::optional<double> expected_cer_correlation(const std::vector<PageScore>& pages) {
  std::vector<double> expected, found;
  for (const PageScore& page : pages) {
    if (!page.expected_cer || page.all.characters == 0) continue;
    expected.push_back(*page.expected_cer);
    found.push_back(error_rate(page.all.folded, page.all.characters));
  }
  return rank_correlation(expected, found);
}

Json json_of(const Interval& interval) {
  return {interval.first, interval.second};
}

Json json_of(const std::optional<double>& value) {
  return value ? Json(*value) : Json();
}

Json json_of(const std::optional<StreamEvaluation>& stream) {
  if (!stream) return {};
  return {{"characters", stream->characters},
          {"cer", stream->cer},
          {"cer_folded", stream->cer_folded},
          {"interval_95", json_of(stream->interval_95)},
          {"interval_95_folded", json_of(stream->interval_95_folded)}};
}

Json json_of(const Evaluation& evaluation) {
  const auto cer_of = [](const std::optional<StreamEvaluation>& stream) {
    return stream ? Json(stream->cer) : Json();
  };
  return {{"pages", evaluation.pages},
          {"missing", evaluation.missing},
          {"characters", evaluation.all.characters},
          {"cer", evaluation.all.cer},
          {"cer_folded", evaluation.all.cer_folded},
          {"cer_order_free", evaluation.cer_order_free},
          {"cer_main", cer_of(evaluation.main)},
          {"cer_note", cer_of(evaluation.note)},
          {"interval_95", json_of(evaluation.all.interval_95)},
          {"interval_95_folded", json_of(evaluation.all.interval_95_folded)},
          {"main", json_of(evaluation.main)},
          {"note", json_of(evaluation.note)},
          {"expected_cer_correlation", json_of(evaluation.expected_cer_correlation)}};
}

Json json_of(const SignSums& signs) {
  Json json{{"characters", signs.characters}};
  for (std::size_t i = 0; i < kSigns.size(); ++i) json[kSigns[i].second] = signs.sums[i];
  return json;
}

Json json_of(const PageScore& page) {
  return {{"page", page.page},
          {"missing", page.missing},
          {"characters", page.all.characters},
          {"cer", error_rate(page.all.strict, page.all.characters)},
          {"cer_folded", error_rate(page.all.folded, page.all.characters)},
          {"cer_order_free", error_rate(page.all.missed, page.all.characters)},
          {"expected_cer", json_of(page.expected_cer)},
          {"signs", json_of(page.signs)}};
}

}  // namespace

Evaluation evaluate(const std::vector<PageScore>& pages) {
  Evaluation result;
  result.pages = static_cast<int>(pages.size());
  TextErrors sum;
  for (const PageScore& page : pages) {
    result.missing += page.missing ? 1 : 0;
    sum += page.all;
  }
  // Writing that was read where the truth has none is wrong as a whole.
  result.all = evaluate_stream(pages, &PageScore::all)
                   .value_or(StreamEvaluation{.cer = error_rate(sum.strict, 0),
                                              .cer_folded = error_rate(sum.folded, 0)});
  result.cer_order_free = error_rate(sum.missed, sum.characters);
  result.main = evaluate_stream(pages, &PageScore::main);
  result.note = evaluate_stream(pages, &PageScore::note);
  result.expected_cer_correlation = expected_cer_correlation(pages);
  return result;
}

std::vector<std::pair<std::string, Evaluation>> evaluate_books(
    const std::vector<PageScore>& pages) {
  std::vector<std::pair<std::string, std::vector<PageScore>>> books;
  for (const PageScore& page : pages) {
    const auto known = std::find_if(
        books.begin(), books.end(), [&](const auto& book) { return book.first == page.book; });
    (known == books.end() ? books.emplace_back(page.book, std::vector<PageScore>()) : *known)
        .second.push_back(page);
  }
  std::vector<std::pair<std::string, Evaluation>> results;
  if (books.size() == 1 && books.front().first.empty()) return results;
  for (const auto& [book, own_pages] : books) results.emplace_back(book, evaluate(own_pages));
  return results;
}

std::string to_json(const std::vector<PageScore>& pages, bool each_page) {
  Json json = json_of(evaluate(pages));
  json["books"] = Json::array();
  for (const auto& [book, evaluation] : evaluate_books(pages)) {
    Json of_book{{"book", book}};
    of_book.update(json_of(evaluation));
    json["books"].push_back(std::move(of_book));
  }
  if (each_page) {
    json["by_page"] = Json::array();
    for (const PageScore& page : pages) json["by_page"].push_back(json_of(page));
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace wenlan
