// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "engine/base/file.h"
#include "index/serve/cut_picture.h"
#include "index/serve/deep_zoom.h"
#include "index/serve/large_scans.h"
#include "index/serve/parameters.h"
#include "index/serve/picture_store.h"
#include "index/serve/routes/routes.h"
#include "index/serve/served_archive.h"

namespace wenlan {
namespace {

constexpr std::string_view kKeepADay = "public, max-age=86400";
constexpr int kHighestCut = 2000;
constexpr int kWidestCut = 4000;
constexpr int kKeptThumbnail = 320;  // the height the site asks for: kept on disk

// Part of every picture's entity tag: raised when pictures come out differently.
constexpr int kPicturesVersion = 1;

// What a picture is cut from.
struct PictureOfPage {
  std::string book;
  std::string page;
  ScanSource source;
  Size<ScanSpace> size;
  std::string etag;
};

Result<PictureOfPage> find_page(const ServedArchive& served,
                                const HttpRequest& request,
                                const PathParts& parts) {
  const auto facts = served.facts(parts[0], parts[1]);
  if (!facts) return fail(facts);
  if (!facts->scan || facts->size.width < 1 || facts->size.height < 1)
    return fail(ErrorCode::not_found, request.path);
  std::string what = fmt::format("{} {}", kPicturesVersion, stamp_of(*facts->scan));
  for (const std::string& segment : request.target.segments) what += "/" + segment;
  for (const auto& [name, value] : request.target.parameters) what += "&" + name + "=" + value;
  return PictureOfPage{parts[0], parts[1], *facts->scan, facts->size, etag_of(what)};
}

// Pixels to cut from. Coarse: less detail than asked for, because the scan's pyramid is not there
// yet; nobody should keep what is cut from those.
struct Pixels {
  ScanPart part;
  bool coarse = false;
};

struct Cut {
  std::string jpeg;
  bool coarse = false;
};

HttpResponse jpeg_response(const PictureOfPage& picture, Cut cut) {
  return {.content_type = "image/jpeg",
          .cache_control = cut.coarse ? "no-store" : std::string(kKeepADay),
          .etag = cut.coarse ? std::string() : picture.etag,
          .body = std::move(cut.jpeg)};
}

Box<ScanSpace> whole_of(Size<ScanSpace> size) {
  return {0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
}

struct CutSize {
  int width = 1;
  int height = 1;
};

// As high as asked, unless it would be too wide.
CutSize size_of_cut(const Box<ScanSpace>& part, int height) {
  const double width = height * double(part.width) / double(part.height);
  const double fits = std::min(1., kWidestCut / width);
  return {std::max(1, static_cast<int>(std::lround(width * fits))),
          std::max(1, static_cast<int>(std::lround(height * fits)))};
}

class ImageRoutes {
 public:
  ImageRoutes(const ServedArchive& served, PictureStore& pictures, LargeScans& large)
      : served_(served), pictures_(pictures), large_(large) {}

  HttpResponse thumbnail(const HttpRequest& request, const PathParts& parts) const;
  HttpResponse crop(const HttpRequest& request, const PathParts& parts) const;
  HttpResponse description(const HttpRequest& request, const PathParts& parts) const;
  HttpResponse tile(const HttpRequest& request, const PathParts& parts) const;

 private:
  // A 304 or an error, or the JPEG that `make` cuts.
  template <class Make>
  HttpResponse answer(const HttpRequest& request, const PathParts& parts, Make make) const;
  Result<Pixels> pixels(const PictureOfPage& picture,
                        const Box<ScanSpace>& part,
                        double detail) const;
  Result<Cut> cut(const PictureOfPage& picture, const Box<ScanSpace>& part, CutSize size) const;
  Result<Cut> kept_thumbnail(const PictureOfPage& picture, CutSize size) const;
  std::filesystem::path derived_file(const PictureOfPage& picture,
                                     std::string_view folder,
                                     std::string_view ending) const;

  const ServedArchive& served_;
  PictureStore& pictures_;
  LargeScans& large_;
};

template <class Make>
HttpResponse ImageRoutes::answer(const HttpRequest& request,
                                 const PathParts& parts,
                                 Make make) const {
  const auto picture = find_page(served_, request, parts);
  if (!picture) return error_response(request, picture.error());
  if (client_has(request, picture->etag))
    return not_modified(picture->etag, std::string(kKeepADay));
  auto made = make(*picture);
  if (!made) return error_response(request, made.error());
  return jpeg_response(*picture, *std::move(made));
}

// A name that changes when the scan does.
std::filesystem::path ImageRoutes::derived_file(const PictureOfPage& picture,
                                                std::string_view folder,
                                                std::string_view ending) const {
  return served_.archive().derived_folder(picture.book) / folder /
         fmt::format(
             "{}-{}{}", picture.page, etag_of(stamp_of(picture.source)).substr(1, 12), ending);
}

Result<Pixels> ImageRoutes::pixels(const PictureOfPage& picture,
                                   const Box<ScanSpace>& part,
                                   double detail) const {
  const double scan_pixels = double(picture.size.width) * picture.size.height;
  const bool needs_pyramid = scan_pixels * detail * detail > kMostPixels;
  if (scan_pixels > kMostPixels) {
    const auto pyramid = derived_file(picture, "pyramids", ".tif");
    std::error_code status;
    if (needs_pyramid || std::filesystem::exists(pyramid, status))
      if (auto sharp = large_.part(picture.source, picture.size, pyramid, part, detail))
        return Pixels{*std::move(sharp)};
  }
  const auto scan = pictures_.picture(picture.source, picture.size, detail);
  if (!scan) return fail(scan);
  return Pixels{{(*scan)->pixels, whole_of(picture.size)}, needs_pyramid};
}

Result<Cut> ImageRoutes::cut(const PictureOfPage& picture,
                             const Box<ScanSpace>& part,
                             CutSize size) const {
  const auto from = pixels(picture, part, size.height / double(part.height));
  if (!from) return fail(from);
  return Cut{jpeg_of(from->part, part, size.width, size.height), from->coarse};
}

// Lists of books and pages show many of these at once. One that cannot be kept (a full disk, an
// archive on a medium for reading only) is served all the same.
Result<Cut> ImageRoutes::kept_thumbnail(const PictureOfPage& picture, CutSize size) const {
  const auto file = derived_file(picture, "thumbnails", ".jpg");
  if (auto kept = read_file(file)) return Cut{*std::move(kept)};
  auto made = cut(picture, whole_of(picture.size), size);
  if (made) static_cast<void>(write_file_atomically(file, made->jpeg));
  return made;
}

HttpResponse ImageRoutes::thumbnail(const HttpRequest& request, const PathParts& parts) const {
  Parameters parameters(request.target);
  const int height = parameters.number("height", kKeptThumbnail, {16, 1200});
  if (const auto fault = parameters.fault()) return error_response(request, *fault);
  return answer(request, parts, [&](const PictureOfPage& picture) {
    const Box<ScanSpace> whole = whole_of(picture.size);
    const CutSize size = size_of_cut(whole, height);
    return height == kKeptThumbnail ? kept_thumbnail(picture, size) : cut(picture, whole, size);
  });
}

HttpResponse ImageRoutes::crop(const HttpRequest& request, const PathParts& parts) const {
  Parameters parameters(request.target);
  const Box<ScanSpace> box = parameters.box("box");
  const int own_height = static_cast<int>(std::clamp(box.height, 16.F, float{kHighestCut}));
  const int height = parameters.number("height", own_height, {16, kHighestCut});
  if (const auto fault = parameters.fault()) return error_response(request, *fault);
  const auto picture = find_page(served_, request, parts);
  if (!picture) return error_response(request, picture.error());
  if (intersected(box, whole_of(picture->size)).empty())
    return error_response(request, wrong_parameter("box", "outside the scan").value());
  return answer(request, parts, [&](const PictureOfPage& found) {
    return cut(found, box, size_of_cut(box, height));
  });
}

HttpResponse ImageRoutes::description(const HttpRequest& request, const PathParts& parts) const {
  const auto picture = find_page(served_, request, parts);
  if (!picture) return error_response(request, picture.error());
  if (client_has(request, picture->etag))
    return not_modified(picture->etag, std::string(kKeepADay));
  return {.content_type = "application/xml; charset=utf-8",
          .cache_control = std::string(kKeepADay),
          .etag = picture->etag,
          .body = deep_zoom_description(picture->size)};
}

HttpResponse ImageRoutes::tile(const HttpRequest& request, const PathParts& parts) const {
  const auto level = parse_tile_name("0_" + parts[2] + ".jpg");
  const auto position = parse_tile_name(parts[3]);
  const Error no_tile{ErrorCode::not_found, request.path, {}};
  if (!level || !position) return error_response(request, no_tile);
  return answer(request, parts, [&](const PictureOfPage& picture) -> Result<Cut> {
    const auto tile = tile_at(picture.size, level->row, position->column, position->row);
    if (!tile) return tl::unexpected(no_tile);
    const auto from = pixels(picture, tile->part, tile->detail);
    if (!from) return fail(from);
    return Cut{jpeg_of(from->part, tile->part, tile->width, tile->height), from->coarse};
  });
}

}  // namespace

std::vector<Route> image_routes(const ServedArchive& served,
                                PictureStore& pictures,
                                LargeScans& large) {
  const auto images =
      std::make_shared<const ImageRoutes>(served, pictures, large);  // shared by the four
  using Method = HttpResponse (ImageRoutes::*)(const HttpRequest&, const PathParts&) const;
  const auto route = [&](std::string pattern, std::string help, Method method) {
    return Route{.pattern = std::move(pattern),
                 .help = std::move(help),
                 .work = Work::pictures,
                 .answer = [images, method](const HttpRequest& request, const PathParts& parts) {
                   return ((*images).*method)(request, parts);
                 }};
  };
  return {route("/images/{book}/{page}/thumbnail.jpg",
                "The whole scan, small: height",
                &ImageRoutes::thumbnail),
          route("/images/{book}/{page}/crop.jpg",
                "A part of the scan: box=x,y,width,height, height",
                &ImageRoutes::crop),
          route("/images/{book}/{page}/tiles.dzi", "Deep Zoom", &ImageRoutes::description),
          route("/images/{book}/{page}/tiles_files/{level}/{tile}",
                "A tile of Deep Zoom",
                &ImageRoutes::tile)};
}

}  // namespace wenlan
