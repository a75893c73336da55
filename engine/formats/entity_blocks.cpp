// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/entity_blocks.h"

#include "engine/base/utf8.h"
#include "engine/formats/own_values.h"

namespace wenlan {
namespace {

void put_date(CustomBlock& block, const CalendarDate& date) {
  block.with("dynasty", date.dynasty)
      .with("era", date.era)
      .with("year", date.era_year)
      .with("month", date.month)
      .with("leap", date.leap_month ? "yes" : "no")
      .with("day", date.day)
      .with("cycle-day", date.cycle_day)
      .with("first-day", date.first_day)
      .with("last-day", date.last_day);
}

}  // namespace

std::vector<CustomBlock> entity_blocks_of(const Page& page, const LineView& line) {
  std::vector<CustomBlock> blocks;
  for (std::size_t i = 0; i < page.entities.size(); ++i) {
    const Entity& entity = page.entities[i];
    const TextSpan part = part_within(line, entity.span);
    if (part.length == 0) continue;
    CustomBlock block{std::string(name_in(kEntityKinds, entity.kind))};
    block.with("offset", to_code_points(line.text.substr(0, part.begin)).size())
        .with("length", to_code_points(text_of(line.text, part)).size())
        .with("id", entity.id);
    if (entity.span.begin < line.span.begin) {
      block.with("continued", "yes");
    } else {
      block.with("order", i).with("name", entity.normal_form).with("confidence", entity.confidence);
      if (entity.date) put_date(block, *entity.date);
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

std::optional<EntityPiece> entity_piece_in(const CustomBlock& block,
                                           XmlDocument& document,
                                           pugi::xml_node line) {
  const auto kind = value_in(kEntityKinds, block.name);
  const OwnValues values(document, line, &block);
  const auto offset = values.count("offset");
  const auto length = values.count("length");
  if (!kind || !offset || !length) return std::nullopt;
  const auto text = [&](std::string_view key) {
    const std::string* const value = values.text(key);
    return value == nullptr ? std::string() : *value;
  };
  EntityPiece piece{.offset = *offset, .length = *length};
  piece.entity.id = text("id");
  piece.entity.kind = *kind;
  piece.entity.normal_form = text("name");
  piece.entity.confidence = static_cast<float>(values.number("confidence").value_or(1));
  piece.continued = text("continued") == "yes";
  piece.order = values.count("order");
  if (*kind == EntityKind::date && values.text("era") != nullptr)
    piece.entity.date = CalendarDate{.dynasty = text("dynasty"),
                                     .era = text("era"),
                                     .era_year = values.whole("year").value_or(0),
                                     .month = values.whole("month").value_or(0),
                                     .leap_month = text("leap") == "yes",
                                     .day = values.whole("day").value_or(0),
                                     .cycle_day = text("cycle-day"),
                                     .first_day = text("first-day"),
                                     .last_day = text("last-day")};
  return piece;
}

}  // namespace wenlan
