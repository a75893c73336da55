#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes engine/base/variants_table.inc: which written forms of a character are searched as one;
and simplified_forms.inc: those of them that no traditional text holds, in GB 2312 but
neither in Big Five nor in the dictionary of Kangxi.

Sources, facts only: the Unihan database and Unicode data (Debian package unicode-data, Unicode
licence) and OpenCC's character tables (Debian packages opencc and libopencc1.1, Apache-2.0). Run it
again when they change; the table is committed so that a build needs neither.

The rule. Forms are put together in classes and each class has one representative.
1. Compatibility ideographs and radicals go to the ideograph they stand for.
2. Traditional to simplified (OpenCC, first choice): one simplified form for several traditional
   ones (干 乾 幹, 后 後, 里 裏, 余 餘) makes one class, because a query or a book may be written in
   either; a phrase tells the senses apart, and `--variants off` a single character. A form that
   OpenCC keeps in traditional text stays as it is (著, 乾 only by its first choice).
3. Forms of Taiwan, Hong Kong and Japan (OpenCC) and Unihan's z-variants, unless both are common
   characters of their own (芸 is not 藝, 予 is not 豫).
4. Unihan's semantic variants, only where one of the two is rare: a rare character joins one common
   character (the one most dictionaries name) and never links two. Two common characters are put
   together only when they are in COMMON_PAIRS, read over by eye.
5. SAME_SHAPE lists forms that differ by a stroke or two and that Unihan leaves apart (青 靑, 會 㑹):
   those that woodblock prints use often, read over by eye.
Common = Big Five level 1 or GB 2312 level 1.
"""
import bz2
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

UNICODE = Path("/usr/share/unicode")
TARGET = Path(__file__).resolve().parent.parent / "engine/base/variants_table.inc"
SIMPLIFIED = TARGET.with_name("simplified_forms.inc")

COMMON_PAIRS = """
着著 彊強 沈沉 兹茲 玆茲 甽畎 迺乃 版板 匹疋 煖暖 鎔熔 藤籐 帳賬 豫預 坑阬
倣仿 狸貍 粘黏 浚濬 岡崗 祐佑 隄堤 稜棱 楞棱 檐簷 砲炮 憫愍 痹痺 穌甦 琅瑯
啖啗 珪圭 燄焰 蹋踏 瘉愈 咱偺 炤照 賸剩 刨鉋 訥吶 菰菇 徬彷 強强 棹櫂 俯頫
峰峯 群羣 敘叙 衆眾 床牀 啓啟 污汙 灶竈 痴癡 泄洩 才纔 閒間 已巳 祇祗 鉤鈎
裡裏 綫線 爲為 吃喫 恒恆 秘祕 挂掛 迹跡 蹟跡 遊游 佈布 占佔 村邨 雞鷄 嘆歎
嶽岳 麵面 註注 採采 託托 誌志 週周 鬨哄 撐撑 麪面 蔥葱 贊讚 偪逼 琱雕 彫雕
嗔瞋 糉粽 溼濕 晒曬 暱昵 慚慙 鼇鰲 鵝鵞 鑒鑑 鑑鉴 韻韵 詠咏 淨凈 劍劒 勳勛
谿溪 畫畵 甕瓮 艷豔 嚙齧 嚙啮 鹼碱 餬糊 餚肴 臥卧 冰氷 曆暦 歷歴 辭辞 徧遍
丘邱 薯藷 饋餽 奶嬭 胸匈
""".split()
# Words of their own that one dictionary or other takes for a common one.
APART = "糶粜"
SAME_SHAPE = """
戸户戶 靑青 淸清 硏研 晩晚 鄕鄉 郞郎 倂併 揷插挿 塡填 愼慎 眞真 鎭鎮 顚顛
値值 敎教 說説 悅悦 稅税 脫脱 銳鋭 閱閲 兌兑 吳呉吴 娛娯娱 誤悞 黃黄 橫横
卽即 旣既 槪概 淨浄净 錄録 綠緑 祿禄 剝剥 尙尚 虛虚 步歩 歲歳 涉渉 產産
彥彦 顏顔 溫温 蘊藴 慍愠 媼媪 煙烟 卷巻 冊册 刪删 姍姗 柵栅 奧奥 內内 呂吕
侶侣 宮宫 瑤瑶 遙遥 搖揺 謠謡 舍舎 疏疎踈 圖圗 寧寕甯 黑黒 繫繋 惠恵 德徳
緒緖 總総 絕絶 緣縁 每毎 增増 曾曽 毀毁 滾滚 脣唇 鬪鬥鬬鬭 冑胄 麥麦 麴麯
茲玆 參叅 弊獘 厨廚厨 厩廄廐 壻婿 牆墻 妝粧 筆笔 嵒岩 峩峨 鵞鵝 濶闊 畧略
畱留 甞嘗 旹時 旾春 炁氣 迴回 囘回 囬回 亷廉 觧解 恠怪 徃往 恱悅 従從 扵於
搃總 携攜 擕攜 敇敕 勑敕 斉齊 昻昂 曽曾 朶朵 栢柏 桞柳 梹檳 槀槁 毎每 氷冰
決决 况況 凉涼 减減 凑湊 凖準 潜潛 濳潛 為爲 焔焰 煑煮 牎窗 窓窗 牕窗 獘弊
琹琴 璢琉 瑠琉 畆畝 畒畝 疉疊 発發 皃貌 皷鼓 盖蓋 葢蓋 碁棋 棊棋 禀稟 称稱
窻窗 竪豎 筭算 簒篡 糓穀 纎纖 纒纏 羇羈 聨聯 聫聯 肎肯 脚腳 脉脈 腸膓 臈臘
舘館 艶豔 苐第 草艸 荅答 莾莽 菓果 葠參 蓡參 薬藥 蘓蘇 虗虛 蛮蠻 蝟猬 衂衄
衆眾 衞衛 裵裴 覇霸 覩睹 詶酬 讁謫 谿溪 豊豐 貟員 賛贊 賫齎 趂趁 趍趨 跥跺
軄職 軆體 躰體 躶裸 輭軟 輙輒 辤辭 辝辭 逓遞 逰遊 邉邊 邊邉 鄰隣 醕醇 醻酬
釡釜 鉄鐵 銕鐵 銭錢 鍳鑑 鎻鎖 鐡鐵 閙鬧 閇閉 閧哄 隂陰 隠隱 隣鄰 隷隸 雑雜
雞鷄 霊靈 靣面 韈襪 頥頤 頼賴 顔顏 飡餐 飱飧 餈糍 駞駝 騐驗 髙高 鬂鬢 鬰鬱
魘魇 鳯鳳 鴈雁 鶏雞 鷰燕 麁粗 麤粗 齅嗅 齧囓 龝秋 穐秋 秌秋 亾亡 兎兔 兔兎
冝宜 刋刊 刼劫 劵券 匃丐 卋世 吿告 呪咒 唘啓 唫吟 啇商 喆哲 嗇啬 噐器 囙因
囯國 囶國 圀國 圎圓 坿附 埜野 壄野 壷壺 奬獎 奨獎 妷姪 姪侄 娬嫵 孃娘 孼孽
宂冗 寃冤 寛寬 寳寶 寶宝 尅剋 尓爾 尒爾 屍尸 屛屏 届屆 嵗歲 嶋島 嶌島 巓巔
幇幫 幷并 庻庶 廏廄 弔吊 弃棄 弥彌 彂發 徴徵 恡吝 悤匆 怱匆 恊協 慿憑 慼戚
憇憩 戅戇 戯戲 扎紮 拏拿 挐拿 捴總 掲揭 摠總 撡操 擧舉 攷考 斈學 斚斝 旂旗
旤禍 昬昏 晣晰 暎映 曁暨 朙明 明眀 朢望 朞期 栁柳 梦夢 椀碗 盌碗 椶棕 楳梅
榦幹 橤蕊 檪櫟 欎鬱 欝鬱 歬前 歩步 殁歿 殽淆 旨㫖 游㳺 垂埀 創剏 鄉鄊 胸胷
炮礮礟 銜㘅 稿槀 㑹會 逺遠 厯歷 𤣥玄 𨽻隸 㕔廳 𢎞弘 冦寇 䝉蒙 𦵏葬 䇿策
䕶護 乆久 𫝊傳 㢘廉 㣲微 㸃點 㡬幾 夲本 㕘參 㓜幼 逹達 㫁斷 諌諫 䟽疏 㤗泰
䧟陷 䘮喪 䑓臺 䕃蔭 𤓰瓜 㧞拔 㓂寇 飬養 畨番 塜塚 㸔看 𦙍胤 㝠冥 瓌瑰 㟁岸
聼聽 偹備 㦸戟 濓濂 彛彝 𣲖派 𨼆隱 冡冢 㳂沿 夘卯 𨗳導 冨富 䘏恤 𤼵發 㪷斗
忩匆 𣙜榷 禆裨 䟦跋 禇褚 䧏降 厫廒 㡌帽 㨿據 逈迥 𣺌渺 讃讚 簮簪 冐冒 仭仞
䑕鼠 㤀忘 髴彿 䆳邃 㵼瀉 潄漱 茒茅 曺曹 曵曳 㓗潔 㸑爨 䨇雙 綘絳 瓉瓚 崐崑
爼俎 崈崇 譛譖 𡨕冥 頺頹 兠兜 䦨闌 聮聯 㝷尋 貮貳 彚彙 殱殲 㒺罔 兊兌 㬰臾
禩祀 䜟讖 熖焰 㤙恩 懴懺 㕓廛 衘銜 蟇蟆 䧺雄 㾗痕 籖籤 㮚栗 㪚散 𦕈眇 𠂻衷
爕燮 朂勖 嵓岩 䆒究 灔灩 剙創 冺泯 㓙兇 㓕滅 鬛鬣 䴡麗 㺯弄 𤨏瑣 歘欻 兾冀
賖賒 䰟魂 㳟恭 藳稿 纉纘 謩謨 揔總 戞戛 巵卮 嵳嵯 㢲巽 掦揚 廽回 䄂袖 嚢囊
虵蛇 舩船 尭堯 丗世 袐祕 灋法 佀似 㢠迴 㝡最 嚞哲 㡳底 醎鹹 眂視 珤寶 囏艱
㝎定 頳赬 抺抹 姫姬 㦯或 㝢宇 莵菟 脗吻 筞策 孶孳 㛰婚 櫕欑 䲭鴟
""".split()


def unihan(file):
    for line in bz2.open(UNICODE / f"{file}.txt.bz2", "rt", encoding="utf8"):
        if line.strip() and not line.startswith("#"):
            code, field, value = line.rstrip("\n").split("\t")
            yield int(code[2:], 16), field, value


def code_points(value):
    return [(int(part.split("<")[0][2:], 16), part.count(",") + 1) for part in value.split()]


def opencc(config, characters):
    asked = "\n".join(map(chr, characters))
    told = subprocess.run(["opencc", "-c", config], input=asked, capture_output=True, text=True,
                          check=True).stdout.split("\n")
    return {a: ord(b) for a, b in zip(characters, told) if len(b) == 1 and chr(a) != b}


class Classes:
    """Disjoint sets; `common_in` counts the common characters of a class."""

    def __init__(self, common):
        self.parent, self.common = {}, common
        self.members = defaultdict(set)

    def find(self, x):
        while self.parent.get(x, x) != x:
            x = self.parent[x]
        return x

    def of(self, x):
        root = self.find(x)
        return self.members[root] or {root}

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        both = (self.members.pop(a, None) or {a}) | (self.members.pop(b, None) or {b})
        self.parent[a] = b
        self.members[b] = both

    def has_common(self, x):
        return any(c in self.common for c in self.of(x))


def common_characters():
    common, gb = set(), set()
    for code, field, value in unihan("Unihan_OtherMappings"):
        if field == "kBigFive" and int(value, 16) < 0xC940:
            common.add(code)
        if field == "kGB0":
            gb.add(code)
            if int(value) < 5600:
                common.add(code)
    return common, gb


def compatibility_forms():
    for code in [*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)]:
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            yield code, ord(plain)
    for line in open(UNICODE / "EquivalentUnifiedIdeograph.txt", encoding="utf8"):
        line = line.split("#")[0].strip()
        if line:
            codes, plain = line.split(";")
            first, _, last = codes.strip().partition("..")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                yield code, int(plain, 16)


def join_semantic_variants(classes, kinds):
    near = defaultdict(Counter)
    for code, field, value in unihan("Unihan_Variants"):
        if field in kinds:
            for other, weight in code_points(value):
                near[code][other] += weight
                near[other][code] += weight
    rare = [c for c in sorted(near) if not classes.has_common(c) and chr(c) not in APART]
    for code in rare:
        if classes.has_common(code):
            continue
        targets = Counter()
        for other, weight in near[code].items():
            if classes.has_common(other):
                targets[classes.find(other)] += weight
        if targets:
            best = max(targets.values())
            classes.join(code, min(t for t in targets if targets[t] == best))
    for code in rare:
        for other in near[code]:
            if not classes.has_common(code) and not classes.has_common(other):
                classes.join(code, other)


def make_classes():
    common, gb = common_characters()
    han = sorted({c for c, _, _ in unihan("Unihan_IRGSources")})
    classes = Classes(common)
    compatibility = dict(compatibility_forms())
    for code, plain in compatibility.items():
        classes.join(code, plain)
    for code, simple in opencc("t2s", han).items():
        classes.join(code, simple)
    for config in ("tw2t", "hk2t", "jp2t"):
        for code, plain in opencc(config, han).items():
            if not (code in common and plain in common) and not (config == "jp2t" and code in common):
                classes.join(code, plain)
    for code, field, value in unihan("Unihan_Variants"):
        others = [other for other, _ in code_points(value)]
        if field == "kZVariant" or (field == "kSimplifiedVariant" and code not in others):
            for other in others[:1]:
                if not (classes.has_common(code) and classes.has_common(other)):
                    classes.join(code, other)
    for group in [*COMMON_PAIRS, *SAME_SHAPE]:
        for other in group[1:]:
            classes.join(ord(group[0]), ord(other))
    join_semantic_variants(classes, {"kSemanticVariant"})
    return classes, common, gb


def representative(members, common, gb):
    def rank(code):
        return (code > 0xFFFF, not 0x4E00 <= code <= 0x9FFF, code not in gb, code not in common, code)

    return min(members, key=rank)


def simplified_only(gb):
    """Forms in GB 2312 that neither Big Five has nor the dictionary of Kangxi (无 is in the Changes)."""
    big_five = {code for code, field, _ in unihan("Unihan_OtherMappings") if field == "kBigFive"}
    shortened = {short for long, short in opencc("t2s", sorted(big_five)).items()}
    kangxi = {code for code, field, value in unihan("Unihan_DictionaryIndices")
              if field == "kKangXi" and value.endswith("0")}
    return sorted(shortened & gb - big_five - kangxi)


def main():
    classes, common, gb = make_classes()
    rows = []
    for members in classes.members.values():
        if len(members) < 2:
            continue
        low = [c & 0xFFFF for c in members]
        assert len(set(low)) == len(low), f"two forms share their low 16 bits: {members}"
        best = representative(members, common, gb)
        rows += [(code, best) for code in members if code != best]
    rows.sort()
    with open(TARGET, "w", encoding="utf8") as out:
        out.write("// Made by scripts/make_variants.py from Unihan 15 (Unicode licence) and OpenCC 1.1.6 (Apache-2.0).\n")
        for at in range(0, len(rows), 6):
            out.write(" ".join(f"{{0x{a:X}, 0x{b:X}}}," for a, b in rows[at:at + 6]) + "\n")
    with open(SIMPLIFIED, "w", encoding="utf8") as out:
        out.write("// Made by scripts/make_variants.py, from the same sources as the table of variants.\n")
        simplified = simplified_only(gb)
        for at in range(0, len(simplified), 14):
            out.write(" ".join(f"0x{code:X}," for code in simplified[at:at + 14]) + "\n")
    print(f"{len(rows)} forms folded into {len({b for _, b in rows})} classes", file=sys.stderr)


if __name__ == "__main__":
    main()
