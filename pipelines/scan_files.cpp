// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/scan_files.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "engine/base/file.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 13> kImageEndings{".jpg",
                                                         ".jpeg",
                                                         ".png",
                                                         ".tif",
                                                         ".tiff",
                                                         ".jp2",
                                                         ".j2k",
                                                         ".jpx",
                                                         ".webp",
                                                         ".bmp",
                                                         ".pdf",
                                                         ".jpe",
                                                         ".jpf"};

std::string lower_ending(const fs::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) {
    return static_cast<char>(std::tolower(c));
  });
  return ending;
}

bool is_whole_book(const fs::path& file) {
  const std::string ending = lower_ending(file);
  return ending == ".pdf" || ending == ".txt" || ending == ".tif" || ending == ".tiff";
}

std::vector<fs::path> entries_of(const fs::path& folder, std::vector<Error>& failures) {
  std::vector<fs::path> entries;
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure))
    if (entry->path().filename().native().front() != '.') entries.push_back(entry->path());
  if (failure)
    failures.push_back(
        {error_code_of_errno(failure.value()), printable_name(folder), failure.message()});
  std::sort(entries.begin(), entries.end(), [](const fs::path& a, const fs::path& b) {
    return natural_less(a.native(), b.native());
  });
  return entries;
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;  // what cannot be looked at is reported when it is read
  return fs::is_directory(path, ignored);
}

template <class Wanted>
std::vector<fs::path> those(const std::vector<fs::path>& entries, Wanted wanted) {
  std::vector<fs::path> chosen;
  std::copy_if(entries.begin(), entries.end(), std::back_inserter(chosen), wanted);
  return chosen;
}

std::string folder_name(const fs::path& folder) {
  std::error_code ignored;
  const fs::path whole = fs::weakly_canonical(folder, ignored);
  return printable_name(whole.filename());
}

// The files of this folder alone; nothing if it has none.
std::vector<fs::path> own_files(const std::vector<fs::path>& entries) {
  auto files =
      those(entries, [](const fs::path& f) { return has_image_ending(f) && !is_folder(f); });
  if (files.empty())
    files = those(entries, [](const fs::path& f) { return has_text_ending(f) && !is_folder(f); });
  return files;
}

BookFiles book_of_folder(const fs::path& folder, std::vector<fs::path> files) {
  const fs::path record = folder / "book.toml";
  std::error_code ignored;
  return {folder_name(folder),
          fs::is_regular_file(record, ignored) ? record : fs::path{},
          std::move(files)};
}

void take_folder(const fs::path& folder, FoundFiles& found) {
  const auto entries = entries_of(folder, found.failures);
  if (auto files = own_files(entries); !files.empty()) {
    found.books.push_back(book_of_folder(folder, std::move(files)));
    return;
  }
  const std::size_t before = found.books.size();
  for (const fs::path& inner : those(entries, is_folder))
    if (auto files = own_files(entries_of(inner, found.failures)); !files.empty())
      found.books.push_back(book_of_folder(inner, std::move(files)));
  if (found.books.size() == before)
    found.failures.push_back(
        {ErrorCode::not_found, printable_name(folder), "no image or text file in this folder"});
}

void take_file(const fs::path& file, FoundFiles& found, std::map<fs::path, std::size_t>& loose) {
  if (is_whole_book(file)) {
    found.books.push_back({printable_name(file.stem()), {}, {file}});
    return;
  }
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  const auto [place, is_new] = loose.emplace(folder, found.books.size());
  if (is_new) found.books.push_back({folder_name(folder), {}, {}});
  found.books[place->second].files.push_back(file);
}

}  // namespace

bool has_image_ending(const fs::path& file) {
  return std::find(kImageEndings.begin(), kImageEndings.end(), lower_ending(file)) !=
         kImageEndings.end();
}

bool has_text_ending(const fs::path& file) {
  return lower_ending(file) == ".txt";
}

bool natural_less(const std::string& a, const std::string& b) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (!is_digit(a[i]) || !is_digit(b[j])) {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i, ++j;
      continue;
    }
    const auto number_at = [&](const std::string& s, std::size_t& at) {
      while (at < s.size() && s[at] == '0') ++at;
      const std::size_t begin = at;
      while (at < s.size() && is_digit(s[at])) ++at;
      return std::string_view(s).substr(begin, at - begin);
    };
    const std::string_view x = number_at(a, i);
    const std::string_view y = number_at(b, j);
    if (x.size() != y.size()) return x.size() < y.size();
    if (x != y) return x < y;
  }
  if (a.size() - i != b.size() - j) return a.size() - i < b.size() - j;
  return a < b;
}

FoundFiles find_scan_files(const std::vector<fs::path>& paths) {
  FoundFiles found;
  std::map<fs::path, std::size_t> loose;
  for (const fs::path& path : paths) {
    std::error_code failure;
    if (!fs::exists(path, failure))
      found.failures.push_back(
          {failure ? error_code_of_errno(failure.value()) : ErrorCode::not_found,
           printable_name(path),
           {}});
    else if (is_folder(path))
      take_folder(path, found);
    else
      take_file(path, found, loose);
  }
  return found;
}

}  // namespace wenlan
