// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/build/text_writer.h"

#include <algorithm>

#include "index/schema/stream_text.h"

namespace wenlan {
namespace {

enum Place : std::size_t { records, page_texts, page_subjects, first_folded, first_printed = 6 };

template <class T>
std::string_view bytes_of(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof(T)};
}

}  // namespace

Result<TextWriter> TextWriter::create(const GenerationFiles& files) {
  std::vector<std::filesystem::path> paths{
      files.pages(), files.page_texts(), files.page_subjects()};
  for (const SearchStream stream : kAllSearchStreams) paths.push_back(files.folded(stream));
  for (const SearchStream stream : kAllSearchStreams) paths.push_back(files.printed(stream));
  std::vector<AppendFile> made;
  for (const auto& path : paths) {
    auto file = AppendFile::create(path);
    if (!file) return fail(file);
    made.push_back(*std::move(file));
  }
  return TextWriter(std::move(made));
}

AppendFile& TextWriter::folded(SearchStream stream) {
  return files_[first_folded + static_cast<std::size_t>(stream)];
}

AppendFile& TextWriter::printed(SearchStream stream) {
  return files_[first_printed + static_cast<std::size_t>(stream)];
}

PageRecord TextWriter::record_here() {
  PageRecord record{};
  for (const SearchStream stream : kAllSearchStreams)
    record.units[static_cast<std::size_t>(stream)] = folded(stream).size() / sizeof(char16_t);
  record.page_text = files_[page_texts].size();
  record.subjects = files_[page_subjects].size() / sizeof(std::uint32_t);
  return record;
}

Result<void> TextWriter::add(const PageText& page, const PageFacts& facts) {
  PageRecord record = record_here();
  record.book = facts.book;
  record.expected_cer = facts.expected_cer;
  record.after_gap = facts.after_gap ? 1 : 0;
  const StreamTexts streams = split_streams(page, facts.after_gap);
  Result<void> done = files_[records].append(bytes_of(record));
  for (const SearchStream stream : kAllSearchStreams) {
    const SearchText& text = streams[static_cast<std::size_t>(stream)].text;
    if (done) done = folded(stream).append_units(text.folded);
    if (done) done = printed(stream).append_units(text.printed);
    characters_ += static_cast<std::uint64_t>(
        std::count_if(text.folded.begin(), text.folded.end(), [](char16_t unit) {
          return unit != kBreak && (unit & 0xFC00) != 0xDC00;
        }));
  }
  if (done) done = files_[page_texts].append(to_bytes(page));
  for (const std::uint32_t subject : facts.subjects)
    if (done) done = files_[page_subjects].append(bytes_of(subject));
  ++pages_;
  return done;
}

Result<void> TextWriter::close() {
  const PageRecord end = record_here();
  Result<void> done = files_[records].append(bytes_of(end));
  for (AppendFile& file : files_)
    if (done) done = file.close();
  return done;
}

}  // namespace wenlan
