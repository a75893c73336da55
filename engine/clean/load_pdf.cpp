// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a PDF through Poppler, drawn at the resolution of the scan that is in them.
#include <algorithm>
#include <cmath>
#include <memory>

#include <cairo.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <poppler.h>

#include "engine/clean/open_scan.h"

namespace wenlan {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kDpiWithoutScan = 300;  // pages set in type: sharp enough for small notes
constexpr double kLeastDpi = 72;
constexpr double kMostDpi = 1200;

template <auto Release>
struct ReleasedBy {
  void operator()(auto* object) const { Release(object); }
};
template <class T, auto Release>
using Owned = std::unique_ptr<T, ReleasedBy<Release>>;

using Document = Owned<PopplerDocument, g_object_unref>;
using PdfPage = Owned<PopplerPage, g_object_unref>;
using Surface = Owned<cairo_surface_t, cairo_surface_destroy>;

// Poppler mends a PDF that stops short by guessing, and quietly loses pages: so look ourselves.
bool ends_as_a_pdf(const OpenScan& scan) {
  constexpr std::uint64_t kTail = 2048;
  const std::uint64_t begin = scan.byte_count() > kTail ? scan.byte_count() - kTail : 0;
  return scan.bytes_at(begin, kTail).find("%%EOF") != std::string::npos;
}

Result<Document> open_document(const OpenScan& scan) {
  Owned<GMappedFile, g_mapped_file_unref> mapped(
      g_mapped_file_new_from_fd(scan.descriptor(), FALSE, nullptr));
  if (!mapped) return fail(ErrorCode::io_failed, scan.name());
  Owned<GBytes, g_bytes_unref> bytes(g_mapped_file_get_bytes(mapped.get()));
  GError* raw_error = nullptr;
  Document document(poppler_document_new_from_bytes(bytes.get(), nullptr, &raw_error));
  Owned<GError, g_error_free> error(raw_error);
  if (error && g_error_matches(error.get(), POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return fail(ErrorCode::encrypted_file, scan.name());
  if (!document || !ends_as_a_pdf(scan)) return scan.damaged("its PDF data stops short");
  if (poppler_document_get_n_pages(document.get()) < 1) return scan.damaged("it has no pages");
  return document;
}

double area_of(const PopplerRectangle& box) {
  return std::abs((box.x2 - box.x1) * (box.y2 - box.y1));
}

struct Picture {
  Size<ScanSpace> size;  // its own pixels
  double area = 0;       // on the page, in square points

  double dpi() const { return kPointsPerInch * std::sqrt(double(size.width) * size.height / area); }
};

// The few largest pictures on the page, largest first.
std::vector<Picture> pictures_on(PopplerPage* page, double page_area) {
  constexpr std::size_t kLookedAt = 3;
  constexpr double kLeastShare = 0.05;  // of the page: not stamps and ornaments
  const Owned<GList, poppler_page_free_image_mapping> list(poppler_page_get_image_mapping(page));
  std::vector<const PopplerImageMapping*> mappings;
  for (const GList* item = list.get(); item != nullptr; item = item->next) {
    const auto* mapping = static_cast<const PopplerImageMapping*>(item->data);
    if (area_of(mapping->area) > kLeastShare * page_area) mappings.push_back(mapping);
  }
  std::stable_sort(mappings.begin(), mappings.end(), [](const auto* a, const auto* b) {
    return area_of(a->area) > area_of(b->area);
  });
  if (mappings.size() > kLookedAt) mappings.resize(kLookedAt);
  std::vector<Picture> pictures;
  for (const auto* mapping : mappings) {
    const Surface pixels(poppler_page_get_image(page, mapping->image_id));
    if (!pixels) continue;
    pictures.push_back({{cairo_image_surface_get_width(pixels.get()),
                         cairo_image_surface_get_height(pixels.get())},
                        area_of(mapping->area)});
  }
  return pictures;
}

// Exactly the scan's own pixels where one picture is the page, so that none is made up. Else the
// resolution of the finest of the largest pictures: a scan may be cut in strips, or lie in a
// coarse layer of paper and a fine one of ink.
Size<ScanSpace> size_in_pixels(PopplerPage* page, cv::Size2d points) {
  constexpr double kWholePage = 0.95;
  constexpr double kSameShape = 0.02;
  const std::vector<Picture> pictures = pictures_on(page, points.area());
  double dpi = 0;
  for (const Picture& picture : pictures) dpi = std::max(dpi, picture.dpi());
  if (!pictures.empty() && pictures.front().area > kWholePage * points.area() &&
      pictures.front().dpi() >= dpi) {
    const auto [width, height] = pictures.front().size;
    const double shape = points.width / points.height;
    if (std::abs(shape * height / width - 1) < kSameShape) return {width, height};
    if (std::abs(shape * width / height - 1) < kSameShape) return {height, width};
  }
  dpi = dpi > 0 ? std::clamp(dpi, kLeastDpi, kMostDpi) : kDpiWithoutScan;
  return {static_cast<int>(std::lround(points.width * dpi / kPointsPerInch)),
          static_cast<int>(std::lround(points.height * dpi / kPointsPerInch))};
}

Result<cv::Mat> draw(const OpenScan& scan, PopplerPage* page, cv::Size size, cv::Size2d points) {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height));
  const Owned<cairo_t, cairo_destroy> context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  cairo_scale(context.get(), size.width / points.width, size.height / points.height);
  poppler_page_render(page, context.get());
  cairo_surface_flush(surface.get());
  if (cairo_status(context.get()) == CAIRO_STATUS_NO_MEMORY ||
      cairo_surface_status(surface.get()) == CAIRO_STATUS_NO_MEMORY)
    return fail(ErrorCode::image_too_large, scan.name(), "not enough memory");
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) return scan.damaged();
  const cv::Mat bgrx(size,
                     CV_8UC4,
                     cairo_image_surface_get_data(surface.get()),
                     static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())));
  cv::Mat bgr;
  cv::cvtColor(bgrx, bgr, cv::COLOR_BGRA2BGR);
  return bgr;
}

}  // namespace

Result<int> count_pdf_pages(const OpenScan& scan) {
  const Result<Document> document = open_document(scan);
  if (!document) return fail(document);
  return poppler_document_get_n_pages(document->get());
}

Result<ScanImage> load_pdf_page(const OpenScan& scan, int frame, const LoadOptions& options) {
  const Result<Document> document = open_document(scan);
  if (!document) return fail(document);
  const PdfPage page(poppler_document_get_page(document->get(), frame));
  if (!page) return scan.damaged("a page is missing");
  cv::Size2d points;
  poppler_page_get_size(page.get(), &points.width, &points.height);
  if (points.width <= 0 || points.height <= 0) return scan.damaged("a page has no size");
  const Size<ScanSpace> size = size_in_pixels(page.get(), points);
  if (auto fits = check_size(scan, size, options); !fits) return fail(fits);
  const Result<cv::Mat> pixels =
      draw(scan, page.get(), reduced_size(size, options.max_pixels), points);
  if (!pixels) return fail(pixels);
  return as_scan_image(*pixels, size, options);
}

}  // namespace wenlan
