/// The unified ideographs that stand for radicals and compatibility ideographs.
///
/// Fonts without a proper Unicode map make programs print ⼀ (U+2F00) for 一, ⻚ (U+2EDA) for 页 or 金 (U+F90A) for 金;
/// no label or number is recognised then.
enum UnifiedIdeographs {
  /// The ideograph for `scalar`; `scalar` itself where there is none.
  static func unified(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x2E80...0x2EF3: supplement[Int(scalar - 0x2E80)]
    case 0x2F00...0x2FD5: kangxi[Int(scalar - 0x2F00)]
    case 0xF900...0xFA6D, 0xFA70...0xFAD9: compatibility[Int(scalar - 0xF900)]
    default: scalar
    }
  }

  /// For U+2E80 to U+2EF3; a radical without an ideograph of its shape stands for itself.
  private static let supplement = table(
    """
    ⺀厂乛乚乙亻冂⺇刀刂卜⺋小小兀尣尢⺑巳幺彑彐忄⺗扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王⺪⺫\
    示礻竹糹纟罓罒⺳⺴⺵羊羊羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨\
    青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
    """)

  /// For U+2F00 to U+2FD5, by their compatibility decomposition.
  private static let kangxi = table(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸\
    屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父\
    爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自\
    至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面\
    革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """)

  /// For U+F900 to U+FAD9, by their canonical decomposition; the twelve that are unified stay, and two are
  /// not assigned (U+FA6E, U+FA6F).
  private static let compatibility = table(
    """
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼\
    郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾\
    菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅\
    濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚\
    聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率\
    隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻\
    行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉\
    勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著\
    褐視謁謹賓贈辶逸難響頻恵𤋮舘豈豈並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲\
    戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆\
    視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎
    """)

  private static func table(_ ideographs: String) -> [UInt32] {
    ideographs.unicodeScalars.map(\.value)
  }
}
