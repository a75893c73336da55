// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/file_format.h"

#include <array>

namespace wenlan {
namespace {

using namespace std::string_view_literals;

struct Signature {
  FileFormat format;
  std::size_t offset;
  std::string_view bytes;
  std::string_view name;
};

constexpr std::array kSignatures{
    Signature{FileFormat::jpeg, 0, "\xFF\xD8\xFF"sv, "JPEG"sv},
    Signature{FileFormat::png, 0, "\x89PNG\r\n\x1A\n"sv, "PNG"sv},
    Signature{FileFormat::tiff, 0, "II*\0"sv, "TIFF"sv},
    Signature{FileFormat::tiff, 0, "MM\0*"sv, "TIFF"sv},
    Signature{FileFormat::tiff, 0, "II+\0"sv, "TIFF"sv},  // BigTIFF
    Signature{FileFormat::tiff, 0, "MM\0+"sv, "TIFF"sv},
    Signature{FileFormat::jpeg2000, 4, "jP  \r\n\x87\n"sv, "JPEG 2000"sv},
    Signature{FileFormat::jpeg2000, 0, "\xFF\x4F\xFF\x51"sv, "JPEG 2000"sv},  // bare codestream
    Signature{FileFormat::webp, 8, "WEBPVP8"sv, "WebP"sv},
    Signature{FileFormat::bmp, 0, "BM"sv, "BMP"sv},
    Signature{FileFormat::pdf, 0, "%PDF-"sv, "PDF"sv},
};

bool matches(const Signature& signature, std::string_view bytes) {
  // Text may well begin with "BM": a bitmap has four reserved zero bytes and a small header size.
  if (signature.format == FileFormat::bmp)
    return bytes.size() >= 26 && bytes.starts_with(signature.bytes) &&
           bytes.substr(6, 4) == "\0\0\0\0"sv && bytes.substr(15, 3) == "\0\0\0"sv;
  return bytes.size() >= signature.offset + signature.bytes.size() &&
         bytes.substr(signature.offset, signature.bytes.size()) == signature.bytes;
}

}  // namespace

std::optional<FileFormat> sniff_format(std::string_view first_bytes) {
  for (const Signature& signature : kSignatures)
    if (matches(signature, first_bytes)) return signature.format;
  // Mail and web servers sometimes put lines of their own before a PDF.
  if (first_bytes.substr(0, kSniffedBytes).find("%PDF-"sv) != std::string_view::npos)
    return FileFormat::pdf;
  return std::nullopt;
}

std::string_view name_of(FileFormat format) {
  for (const Signature& signature : kSignatures)
    if (signature.format == format) return signature.name;
  return "";
}

}  // namespace wenlan
