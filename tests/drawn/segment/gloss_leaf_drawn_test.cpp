// SPDX-License-Identifier: GPL-3.0-or-later
// Leaves full of sound glosses 音釋, from their ink to their regions, with a detector that sees
// rows.
#include <algorithm>

#include <gtest/gtest.h>

#include "engine/segment/find_layout.h"
#include "tests/unit/engine/segment/gloss_leaf.h"

namespace wenlan {
namespace {

class SeesRows final : public LineDetector {
 public:
  explicit SeesRows(int registers) : registers_(registers) {}
  Result<std::vector<DetectedLine>> detect(const cv::Mat&, int) const override {
    std::vector<DetectedLine> rows;
    for (int band = 0; band < registers_; ++band)
      for (int row = 0; row < GlossLeaf::kRows; ++row)
        rows.push_back({outline_of(Box<CleanSpace>{
                            GlossLeaf::kLeft,
                            static_cast<float>(GlossLeaf::top_of(band) + row * GlossLeaf::kStep),
                            GlossLeaf::kColumns * GlossLeaf::kPitch,
                            54}),
                        1});
    return rows;
  }
  DetectorSizes sizes() const override { return {1536, 0, 0}; }
  std::string model() const override { return "rows"; }

 private:
  int registers_;
};

Layout laid_out(const GlossLeaf& leaf, int registers) {
  CleanPage page;
  page.pixels = page.without_red = leaf.picture;
  page.scan_size = {leaf.picture.cols, leaf.picture.rows};
  const auto layout = find_layout(page, SeesRows(registers), SegmentOptions{}, {});
  EXPECT_TRUE(layout);
  return layout.value_or(Layout{});
}

std::ptrdiff_t count(const Layout& layout, Stream stream) {
  return std::count_if(layout.lines.begin(), layout.lines.end(), [&](const Line& line) {
    return line.stream == stream;
  });
}

TEST(GlossLeaves, SeenAsRowsAreReadInColumnsByRegister) {
  const Layout layout = laid_out(GlossLeaf(2, 2), 2);
  ASSERT_EQ(layout.regions.size(), 2U);
  for (const auto& region : layout.regions) EXPECT_EQ(region.mode, WritingMode::vertical_rl);
  EXPECT_LT(bounding_box(layout.regions[0].outline).y, bounding_box(layout.regions[1].outline).y);
  EXPECT_EQ(layout.lines.back().column, 2 * GlossLeaf::kColumns - 1);
  EXPECT_EQ(count(layout, Stream::note) % 2, 0);
  EXPECT_GT(count(layout, Stream::note), 2 * 3 * GlossLeaf::kColumns);
  EXPECT_GT(count(layout, Stream::main), 2 * 3 * GlossLeaf::kColumns);
}

TEST(GlossLeaves, RowsOfCharactersOfOneSizeStayRows) {
  const Layout layout = laid_out(GlossLeaf(2, 0), 2);
  ASSERT_FALSE(layout.lines.empty());
  EXPECT_FALSE(is_vertical(layout.lines.front().mode));
}

}  // namespace
}  // namespace wenlan
