// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoded_picture.h"

#include <cstdlib>
#include <fstream>

#include <cairo-pdf.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <vips/vips8>

#include "engine/clean/vips_library.h"

namespace wenlan {
namespace {

using vips::VImage;

VImage as_vips(const cv::Mat& pixels) {
  start_vips();
  cv::Mat rgb;
  cv::cvtColor(pixels, rgb, cv::COLOR_BGR2RGB);
  const VImage borrowed = VImage::new_from_memory(
      rgb.data, rgb.total() * rgb.elemSize(), rgb.cols, rgb.rows, 3, VIPS_FORMAT_UCHAR);
  const VImage owned = VImage::new_memory();
  borrowed.copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB)).write(owned);
  return owned;
}

std::string bytes_of(const VImage& image, const std::string& suffix) {
  void* buffer = nullptr;
  std::size_t length = 0;
  image.write_to_buffer(suffix.c_str(), &buffer, &length);
  std::string bytes(static_cast<const char*>(buffer), length);
  g_free(buffer);
  return bytes;
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void put_on_pdf_page(cairo_surface_t* pdf, const cv::Mat& page, double points_per_pixel) {
  cv::Mat bgrx;
  cv::cvtColor(page, bgrx, cv::COLOR_BGR2BGRA);
  cairo_pdf_surface_set_size(pdf, page.cols * points_per_pixel, page.rows * points_per_pixel);
  cairo_surface_t* picture = cairo_image_surface_create_for_data(
      bgrx.data, CAIRO_FORMAT_RGB24, bgrx.cols, bgrx.rows, static_cast<int>(bgrx.step));
  cairo_t* context = cairo_create(pdf);
  cairo_scale(context, points_per_pixel, points_per_pixel);
  cairo_set_source_surface(context, picture, 0, 0);
  cairo_paint(context);
  cairo_show_page(context);
  cairo_destroy(context);
  cairo_surface_destroy(picture);
}

}  // namespace

std::string encoded_by_vips(const cv::Mat& pixels, const std::string& suffix) {
  return bytes_of(as_vips(pixels), suffix);
}

std::string jpeg_with_orientation(const cv::Mat& upright, int orientation) {
  // What a camera held that way stores: the inverse of what the reader has to do.
  cv::Mat stored = upright.clone();
  if (orientation == 3) cv::rotate(upright, stored, cv::ROTATE_180);
  if (orientation == 6 || orientation == 7)
    cv::rotate(upright, stored, cv::ROTATE_90_COUNTERCLOCKWISE);
  if (orientation == 8 || orientation == 5) cv::rotate(upright, stored, cv::ROTATE_90_CLOCKWISE);
  if (orientation == 2 || orientation == 5 || orientation == 7) cv::flip(stored, stored, 1);
  if (orientation == 4) cv::flip(stored, stored, 0);
  VImage image = as_vips(stored).copy();
  image.set(VIPS_META_ORIENTATION, orientation);
  return bytes_of(image, ".jpg[Q=95]");
}

std::string cmyk_jpeg(const cv::Mat& pixels) {
  return bytes_of(as_vips(pixels).colourspace(VIPS_INTERPRETATION_CMYK), ".jpg[Q=95]");
}

std::string sixteen_bit(const cv::Mat& pixels, const std::string& suffix) {
  return bytes_of(as_vips(pixels).colourspace(VIPS_INTERPRETATION_RGB16), suffix);
}

std::string png_with_clear_left_half(const cv::Mat& pixels) {
  cv::Mat bgra;
  cv::cvtColor(pixels, bgra, cv::COLOR_BGR2BGRA);
  for (int y = 0; y < bgra.rows; ++y)
    for (int x = 0; x < bgra.cols / 2; ++x) bgra.at<cv::Vec4b>(y, x) = {0, 0, 0, 0};
  std::vector<unsigned char> bytes;
  cv::imencode(".png", bgra, bytes);
  return {bytes.begin(), bytes.end()};
}

std::string tiff_of_pages(const std::vector<cv::Mat>& pages) {
  std::vector<VImage> images;
  for (const cv::Mat& page : pages) images.push_back(as_vips(page));
  VImage tall = VImage::arrayjoin(images, VImage::option()->set("across", 1)).copy();
  tall.set(VIPS_META_PAGE_HEIGHT, pages.front().rows);
  return bytes_of(tall, ".tif");
}

std::string bmp(const cv::Mat& pixels) {
  std::vector<unsigned char> bytes;
  cv::imencode(".bmp", pixels, bytes);
  return {bytes.begin(), bytes.end()};
}

std::string pdf_of_pages(const std::vector<cv::Mat>& pages, double dpi) {
  std::string bytes;
  cairo_surface_t* pdf = cairo_pdf_surface_create_for_stream(append, &bytes, 1, 1);
  for (const cv::Mat& page : pages) put_on_pdf_page(pdf, page, 72 / dpi);
  cairo_surface_destroy(pdf);
  return bytes;
}

std::string encrypted_pdf() {
  const std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
      "<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + std::string(64, 'a') + "> /U <" +
          std::string(64, 'b') + "> >>",
  };
  std::string bytes = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(bytes.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(bytes.size());
  return bytes + "xref\n0 5\n" + table +
         "trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>\nstartxref\n" + start +
         "\n%%EOF\n";
}

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "wenlan-test-XXXXXX").string();
  path_ = ::mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryFolder::file(const std::string& name,
                                            const std::string& bytes) const {
  std::ofstream(path_ / name, std::ios::binary) << bytes;
  return path_ / name;
}

}  // namespace wenlan
