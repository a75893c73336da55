// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <gtest/gtest.h>

#include "http_client.h"
#include "index/serve/face_store.h"
#include "sample_archive.h"

namespace wenlan {
namespace {

bool hana_is_installed() {
  return std::filesystem::exists(std::filesystem::path(kFontsFolder) /
                                 "truetype/hanazono/HanaMinB.ttf");
}

TEST(Faces, ARareCharacterHasASmallFontOfItsOwn) {
  if (!hana_is_installed()) GTEST_SKIP() << "fonts-hanazono is not installed";
  const int port = served_sample().port;
  for (const char* address :
       {"/faces/song/2003e.ttf", "/faces/kai/2003e.ttf", "/faces/song/3469.ttf"}) {
    const HttpAnswer reply = get(port, address);
    EXPECT_EQ(reply.status, 200) << address;
    EXPECT_EQ(reply.headers.at("content-type"), "font/ttf");
    EXPECT_NE(reply.headers.at("cache-control").find("immutable"), std::string::npos);
    EXPECT_EQ(reply.body.substr(0, 4), std::string("\0\1\0\0", 4)) << "TrueType";
    EXPECT_LT(reply.body.size(), 8192U) << address;
    EXPECT_EQ(get(port, address, "If-None-Match: " + reply.headers.at("etag") + "\r\n").status,
              304);
  }
  EXPECT_NE(get(port, "/faces/song/2003e.ttf").body, get(port, "/faces/song/2003f.ttf").body);
}

TEST(Faces, WhatNoFontHasAndWhatIsNoCharacterIsNotFound) {
  const int port = served_sample().port;
  for (const char* address : {"/faces/song/10ffff.ttf",
                              "/faces/song/110000.ttf",
                              "/faces/song/02003e.ttf",
                              "/faces/song/2003E.ttf",
                              "/faces/song/2003e",
                              "/faces/song/.ttf",
                              "/faces/song/-1.ttf",
                              "/faces/bold/2003e.ttf",
                              "/faces/song/100000000000.ttf"})
    EXPECT_EQ(get(port, address).status, 404) << address;
}

TEST(FaceStore, WithoutFontsNothingIsFound) {
  const FaceStore store("/nowhere");
  const auto face = store.face_of(FaceStyle::song, U'\U0002003E');
  ASSERT_FALSE(face);
  EXPECT_EQ(face.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace wenlan
