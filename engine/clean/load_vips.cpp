// SPDX-License-Identifier: GPL-3.0-or-later
// JPEG, PNG, TIFF, JPEG 2000 and WebP through libvips, streamed: only the reduced picture is whole.
#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <vips/vips8>

#include "engine/clean/open_scan.h"
#include "engine/clean/vips_library.h"

namespace wenlan {
namespace {

using vips::VImage;
using vips::VOption;
using vips::VSource;

// Runs a piece of libvips work; what it throws means that the file is broken.
template <class Work>
auto guarded(const OpenScan& scan, Work&& work) -> decltype(work()) {
  try {
    start_vips();
    return work();
  } catch (const vips::VError&) {
    vips_error_clear();
    return scan.damaged();
  } catch (const cv::Exception& exception) {
    return fail(ErrorCode::internal, scan.name(), exception.err);
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::image_too_large, scan.name(), "not enough memory");
  }
}

// A decoder that was asked for fewer pixels than there are, where the format can do that cheaply.
struct Reduction {
  int jpeg_shrink = 1;  // 1, 2, 4, 8
  int jp2k_level = 0;   // halvings
};

VOption* reading_options(VipsAccess access) {
  return VImage::option()->set("access", access)->set("fail_on", VIPS_FAIL_ON_ERROR);
}

// A new source each time: a sequential reader cannot go back.
VImage open_with_vips(const OpenScan& scan,
                      int directory,
                      const Reduction& reduction,
                      VipsAccess access = VIPS_ACCESS_SEQUENTIAL) {
  const VSource source = VSource::new_from_descriptor(scan.descriptor());
  VOption* options = reading_options(access);
  switch (scan.format()) {
    case FileFormat::jpeg:
      return VImage::jpegload_source(source, options->set("shrink", reduction.jpeg_shrink));
    case FileFormat::png:
      return VImage::pngload_source(source, options);
    case FileFormat::jpeg2000:
      return VImage::jp2kload_source(source, options->set("page", reduction.jp2k_level));
    case FileFormat::webp:
      return VImage::webpload_source(source, options);
    default:
      return VImage::tiffload_source(source, options->set("page", directory));
  }
}

int integer_of(const VImage& image, const char* field, int otherwise) {
  return image.get_typeof(field) == G_TYPE_INT ? image.get_int(field) : otherwise;
}

Reduction reduction_for(const OpenScan& scan, const VImage& image, double factor) {
  Reduction reduction;
  if (scan.format() == FileFormat::jpeg)
    while (reduction.jpeg_shrink < 8 && reduction.jpeg_shrink * 2 <= 1 / factor)
      reduction.jpeg_shrink *= 2;
  if (scan.format() == FileFormat::jpeg2000) {
    const int levels = integer_of(image, VIPS_META_N_PAGES, 1);
    // One halving too many is better than the whole: it decodes four times as many pixels, slowly.
    while (reduction.jp2k_level + 1 < levels && std::exp2(reduction.jp2k_level) < 1 / factor)
      ++reduction.jp2k_level;
  }
  return reduction;
}

// 8-bit sRGB of three bands, or one band where the picture is grey.
VImage as_srgb(VImage image) {
  if (image.get_typeof(VIPS_META_ICC_NAME) != 0) {
    try {
      image = image.icc_transform("srgb", VImage::option()->set("embedded", true));
    } catch (const vips::VError&) {  // a profile for another kind of picture says nothing
      vips_error_clear();
    }
  }
  const VipsInterpretation kind = image.interpretation();
  const bool grey = kind == VIPS_INTERPRETATION_B_W || kind == VIPS_INTERPRETATION_GREY16;
  image = image.colourspace(grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB);
  if (image.has_alpha())
    image = image.flatten(VImage::option()->set("background", std::vector<double>{255}));
  if (image.bands() != 1 && image.bands() != 3)
    image = image.extract_band(0, VImage::option()->set("n", image.bands() > 3 ? 3 : 1));
  return image.cast(VIPS_FORMAT_UCHAR);
}

// Decoded where it is to stay: pages of large pictures cost more to lay out twice than to decode.
cv::Mat as_mat(const VImage& image) {
  const bool grey = image.bands() == 1;
  cv::Mat pixels(image.height(), image.width(), grey ? CV_8UC1 : CV_8UC3);
  image.write(VImage::new_from_memory(pixels.data,
                                      pixels.total() * pixels.elemSize(),
                                      pixels.cols,
                                      pixels.rows,
                                      pixels.channels(),
                                      VIPS_FORMAT_UCHAR));
  if (grey) {
    cv::Mat bgr;
    cv::cvtColor(pixels, bgr, cv::COLOR_GRAY2BGR);
    return bgr;
  }
  cv::Mat swapped;  // a row at a time, which stays near the processor
  for (int y = 0; y < pixels.rows; ++y) {
    cv::cvtColor(pixels.row(y), swapped, cv::COLOR_RGB2BGR);
    swapped.copyTo(pixels.row(y));
  }
  return pixels;
}

// EXIF orientation 1..8: first mirrored or not, then turned.
cv::Mat made_upright(cv::Mat pixels, int orientation) {
  if (orientation == 2 || orientation == 5 || orientation == 7) cv::flip(pixels, pixels, 1);
  if (orientation == 4) cv::flip(pixels, pixels, 0);
  if (orientation == 3) cv::rotate(pixels, pixels, cv::ROTATE_180);
  if (orientation == 6 || orientation == 7) cv::rotate(pixels, pixels, cv::ROTATE_90_CLOCKWISE);
  if (orientation == 8 || orientation == 5)
    cv::rotate(pixels, pixels, cv::ROTATE_90_COUNTERCLOCKWISE);
  return pixels;
}

VImage reduced_to(const VImage& image, cv::Size target) {
  if (image.width() == target.width && image.height() == target.height) return image;
  return image.resize(double(target.width) / image.width(),
                      VImage::option()->set("vscale", double(target.height) / image.height()));
}

}  // namespace

Result<ScanImage> load_with_vips(const OpenScan& scan, int directory, const LoadOptions& options) {
  return guarded(scan, [&]() -> Result<ScanImage> {
    VImage image = open_with_vips(scan, directory, {});
    const Size<ScanSpace> stored{image.width(), image.height()};
    if (auto fits = check_size(scan, stored, options); !fits) return fail(fits);
    const int orientation = integer_of(image, VIPS_META_ORIENTATION, 1);
    cv::Size target = reduced_size(stored, options.max_pixels);
    if (target.width < stored.width) {
      const double factor = double(target.width) / stored.width;
      image = open_with_vips(scan, directory, reduction_for(scan, image, factor));
      target = {std::min(target.width, image.width()), std::min(target.height, image.height())};
    }
    const cv::Mat pixels = made_upright(as_mat(as_srgb(reduced_to(image, target))), orientation);
    const Size<ScanSpace> size =
        orientation >= 5 ? Size<ScanSpace>{stored.height, stored.width} : stored;
    return as_scan_image(pixels, size, options);
  });
}

Result<void> write_pyramid_with_vips(const OpenScan& scan,
                                     int directory,
                                     const std::filesystem::path& target,
                                     const std::stop_token& stop) {
  constexpr int kTile = 512;
  try {
    start_vips();
    VImage image = open_with_vips(scan, directory, {});
    if (integer_of(image, VIPS_META_ORIENTATION, 1) != 1)  // turning needs it in any order
      image = open_with_vips(scan, directory, {}, VIPS_ACCESS_RANDOM).autorot();
    const VImage upright = as_srgb(image).copy();
    const std::stop_callback kill(stop, [&] { vips_image_set_kill(upright.get_image(), TRUE); });
    upright.tiffsave(target.c_str(),
                     VImage::option()
                         ->set("tile", true)
                         ->set("pyramid", true)
                         ->set("compression", VIPS_FOREIGN_TIFF_COMPRESSION_JPEG)
                         ->set("Q", 85)
                         ->set("tile_width", kTile)
                         ->set("tile_height", kTile)
                         ->set("bigtiff", true)
                         ->set("strip", true));
    return {};
  } catch (const vips::VError& error) {
    vips_error_clear();
    if (stop.stop_requested()) return fail(ErrorCode::stopped, scan.name());
    return fail(ErrorCode::io_failed, scan.name(), error.what());
  }
}

}  // namespace wenlan
