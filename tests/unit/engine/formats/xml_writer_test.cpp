// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/xml_writer.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(XmlWriter, IndentsEscapesAndCloses) {
  XmlWriter xml("");
  xml.open("a");
  xml.attribute("n", "\"<&\n");
  xml.open("b");
  xml.text("x > \"y\"\r");
  xml.close();
  xml.open("c");
  EXPECT_EQ(xml.finish(),
            "\n<a n=\"&quot;&lt;&amp;&#10;\">\n <b>x &gt; \"y\"&#13;</b>\n <c/>\n</a>\n");
}

TEST(XmlWriter, InlineElementsHaveNoBlanksBetween) {
  XmlWriter xml("");
  xml.open("a");
  xml.open_inline("b");
  xml.text("1");
  xml.close();
  xml.open_inline("b");
  xml.close();
  EXPECT_EQ(xml.finish(), "\n<a><b>1</b><b/></a>\n");
}

TEST(XmlWriter, WhatXmlCannotHoldIsReplaced) {
  EXPECT_EQ(as_xml_characters("a\x02\xff天\uFFFE"), "a\uFFFD\uFFFD天\uFFFD");
}

}  // namespace
}  // namespace wenlan
