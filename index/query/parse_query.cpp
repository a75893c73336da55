// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/parse_query.h"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

enum class TokenKind { open, close, and_word, or_word, not_word, field, phrase, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::size_t at = 0;  // index of its first character
  std::u32string text;
  Field field = Field::main;
};

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0x3000;
}
bool is_small_latin(char32_t c) {
  return c >= U'a' && c <= U'z';
}
bool ends_word(char32_t c) {
  return is_space(c) || c == U'(' || c == U')' || c == U'"';
}

tl::unexpected<Error> bad(std::u32string_view query, std::size_t at, std::string_view reason) {
  constexpr std::size_t kShown = 60;
  std::string shown = to_utf8(query.substr(0, kShown));
  if (query.size() > kShown) shown += "…";
  return fail(ErrorCode::bad_query, shown, fmt::format("character {}: {}", at + 1, reason));
}

std::optional<Field> field_named(std::u32string_view name) {
  for (const FieldSpec& spec : kFields)
    if (!spec.name.empty() && to_code_points(spec.name) == name) return spec.field;
  return std::nullopt;
}

std::string field_names() {
  std::string names;
  for (const FieldSpec& spec : kFields)
    if (!spec.name.empty()) names += (names.empty() ? "" : ", ") + std::string(spec.name);
  return names;
}

class Lexer {
 public:
  explicit Lexer(std::u32string_view query) : query_(query) {}

  Result<Token> next() {
    while (at_ < query_.size() && is_space(query_[at_])) ++at_;
    if (at_ == query_.size()) return Token{TokenKind::end, at_, {}};
    const std::size_t begin = at_;
    if (query_[at_] == U'(') return ++at_, Token{TokenKind::open, begin, {}};
    if (query_[at_] == U')') return ++at_, Token{TokenKind::close, begin, {}};
    if (query_[at_] == U'"') return quoted(TokenKind::phrase);
    if (const auto word = operator_at(at_)) {
      at_ += word->second;
      return Token{word->first, begin, {}};
    }
    if (field_name_length(at_) > 0) return field_token();
    return bare();
  }

 private:
  std::optional<std::pair<TokenKind, std::size_t>> operator_at(std::size_t at) const {
    constexpr std::array<std::pair<std::u32string_view, TokenKind>, 3> kWords{{
        {U"AND", TokenKind::and_word},
        {U"OR", TokenKind::or_word},
        {U"NOT", TokenKind::not_word},
    }};
    for (const auto& [word, kind] : kWords) {
      const std::size_t end = at + word.size();
      if (query_.substr(at, word.size()) == word &&
          (end == query_.size() || ends_word(query_[end])))
        return std::pair(kind, word.size());
    }
    return std::nullopt;
  }

  // Small Latin letters up to a ':'; 0 when there is no such thing here.
  std::size_t field_name_length(std::size_t at) const {
    std::size_t end = at;
    while (end < query_.size() && is_small_latin(query_[end])) ++end;
    return end > at && end < query_.size() && query_[end] == U':' ? end - at : 0;
  }

  Result<Token> quoted(TokenKind kind) {
    const std::size_t begin = at_;
    const std::size_t end = query_.find(U'"', begin + 1);
    if (end == std::u32string_view::npos) return bad(query_, begin, "this quote is not closed");
    at_ = end + 1;
    return Token{kind, begin, std::u32string(query_.substr(begin + 1, end - begin - 1))};
  }

  Result<Token> field_token() {
    const std::size_t begin = at_;
    const std::size_t length = field_name_length(begin);
    const auto field = field_named(query_.substr(begin, length));
    if (!field) return bad(query_, begin, "no such field; there are " + field_names());
    at_ += length + 1;
    Result<Token> token = Token{TokenKind::field, begin, {}};
    if (at_ < query_.size() && query_[at_] == U'"') {
      token = quoted(TokenKind::field);
      if (!token) return token;
    } else {
      const std::size_t from = at_;
      while (at_ < query_.size() && !ends_word(query_[at_])) ++at_;
      token->text = query_.substr(from, at_ - from);
    }
    if (token->text.empty()) return bad(query_, begin, "this field has no value");
    token->at = begin;
    token->field = *field;
    return token;
  }

  Result<Token> bare() {
    const std::size_t begin = at_;
    while (at_ < query_.size()) {
      const char32_t c = query_[at_];
      if (c == U'(' || c == U')' || c == U'"') break;
      const bool word_begins = at_ > begin && is_space(query_[at_ - 1]);
      if (word_begins && (operator_at(at_) || field_name_length(at_) > 0)) break;
      ++at_;
    }
    return Token{TokenKind::phrase, begin, std::u32string(query_.substr(begin, at_ - begin))};
  }

  std::u32string_view query_;
  std::size_t at_ = 0;
};

Query joined(Query::Kind kind, std::vector<Query> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Query query;
  query.kind = kind;
  query.parts = std::move(parts);
  return query;
}

class Parser {
 public:
  explicit Parser(std::u32string_view query) : query_(query), lexer_(query) {}

  Result<Query> parse() {
    if (const auto read = advance(); !read) return fail(read);
    auto query = any_of();
    if (!query) return query;
    if (token_.kind != TokenKind::end) return bad(query_, token_.at, "')' without '('");
    return query;
  }

 private:
  Result<void> advance() {
    auto token = lexer_.next();
    if (!token) return fail(token);
    token_ = *std::move(token);
    // Punctuation that stands alone is not asked for.
    if (token_.kind == TokenKind::phrase && search_text_of(token_.text).folded.empty()) {
      skipped_at_ = skipped_at_.value_or(token_.at);
      return advance();
    }
    return {};
  }

  Result<Query> any_of() {
    std::vector<Query> parts;
    while (true) {
      auto part = all_of();
      if (!part) return part;
      parts.push_back(*std::move(part));
      if (token_.kind != TokenKind::or_word) return joined(Query::Kind::any_of, std::move(parts));
      if (const auto read = advance(); !read) return fail(read);
    }
  }

  Result<Query> all_of() {
    std::vector<Query> parts;
    while (true) {
      auto part = unary();
      if (!part) return part;
      parts.push_back(*std::move(part));
      if (token_.kind == TokenKind::and_word) {
        if (const auto read = advance(); !read) return fail(read);
      } else if (token_.kind == TokenKind::end || token_.kind == TokenKind::close ||
                 token_.kind == TokenKind::or_word) {
        return joined(Query::Kind::all_of, std::move(parts));
      }
    }
  }

  Result<Query> unary() {
    const Token token = token_;
    if (token.kind == TokenKind::end || token.kind == TokenKind::close)
      return bad(query_,
                 skipped_at_.value_or(token.at),
                 skipped_at_ ? "there is no character to search for"
                             : "something to search for is missing");
    if (token.kind == TokenKind::and_word || token.kind == TokenKind::or_word)
      return bad(query_, token.at, "something to search for is missing before this word");
    if (const auto read = advance(); !read) return fail(read);
    if (token.kind == TokenKind::not_word || token.kind == TokenKind::open) return nested(token);
    Query query;
    if (token.kind == TokenKind::field) {
      query.kind = Query::Kind::field;
      query.field = token.field;
      query.value = to_utf8(token.text);
    } else {
      query.phrase = search_text_of(token.text);
    }
    return query;
  }

  Result<Query> nested(const Token& opening) {
    if (++depth_ > kDeepestQuery) return bad(query_, opening.at, "too many brackets");
    auto inner = opening.kind == TokenKind::open ? any_of() : unary();
    --depth_;
    if (!inner) return inner;
    if (opening.kind == TokenKind::open) {
      if (token_.kind != TokenKind::close)
        return bad(query_, opening.at, "this bracket is not closed");
      if (const auto read = advance(); !read) return fail(read);
      return inner;
    }
    Query query;
    query.kind = Query::Kind::none_of;
    query.parts.push_back(*std::move(inner));
    return query;
  }

  std::u32string_view query_;
  Lexer lexer_;
  Token token_;
  std::optional<std::size_t> skipped_at_;
  std::size_t depth_ = 0;
};

Result<void> check_characters(std::u32string_view query) {
  if (query.size() > kLongestQuery)
    return bad(query, kLongestQuery, fmt::format("longer than {} characters", kLongestQuery));
  for (std::size_t at = 0; at < query.size(); ++at)
    if ((query[at] < 0x20 && !is_space(query[at])) || query[at] == 0x7F)
      return bad(query, at, "a control character");
  return {};
}

}  // namespace

Result<Query> parse_query(std::string_view utf8) {
  const std::u32string query = to_code_points(utf8.substr(0, 4 * kLongestQuery + 4));
  std::size_t at = 0;
  for (const auto& part : code_points_with_bytes(utf8.substr(0, 4 * kLongestQuery + 4))) {
    if (at <= kLongestQuery && !part.code_point) return bad(query, at, "not UTF-8");
    ++at;
  }
  if (const auto checked = check_characters(query); !checked) return fail(checked);
  return Parser(query).parse();
}

}  // namespace wenlan
