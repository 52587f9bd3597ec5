internal import DocumentModel

/// One spelling for what is printed in several, for matching only: what is kept always comes from the raw text.
///
/// Full-width ASCII becomes ASCII (`（` `(`, `：` `:`, `２` `2`, `．` `.`), other brackets round and square ones become
/// `[` and `]`, every dash `-`, and traditional characters of official prose simplified ones. A scalar is always
/// replaced by one scalar, so an index means the same place in the folded and in the raw text.
package enum TextFolding {
  package static func folded(_ text: String) -> [Unicode.Scalar] { folded(text.scalars) }

  package static func folded(_ raw: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let table = table
    var folded: [Unicode.Scalar] = []
    folded.append(addingCapacity: raw.count) { rest in
      for scalar in raw { rest.append(table[scalar]) }
    }
    return folded
  }

  package static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar { table[scalar] }

  /// The first `count` scalars of `text`, folded.
  package static func foldedPrefix(_ text: String, _ count: Int) -> [Unicode.Scalar] {
    folded(text.scalars(upTo: count))
  }

  /// What each scalar of the basic plane becomes.
  private struct Table {
    /// 0 where the scalar stays.
    private var folded = [UInt16](repeating: 0, count: 0x10000)
    /// The scalars that change: nearly no ideograph does.
    private var changing = ScalarSet()

    subscript(scalar: Unicode.Scalar) -> Unicode.Scalar {
      guard changing.contains(scalar) else { return scalar }
      return Unicode.Scalar(folded[Int(scalar.value)]) ?? scalar
    }

    mutating func enter(_ scalar: Unicode.Scalar, as other: Unicode.Scalar) {
      guard let index = UInt16(exactly: scalar.value), let other = UInt16(exactly: other.value)
      else { return }
      folded[Int(index)] = other
      changing.insert(scalar)
    }
  }

  private static let table: Table = {
    var table = Table()
    for ascii in UInt8(0x21)...0x7E {
      if let wide = Unicode.Scalar(0xFEE0 + UInt32(ascii)) {
        table.enter(wide, as: Unicode.Scalar(ascii))
      }
    }
    for (printed, folded) in replacements {
      for (from, to) in zip(printed.unicodeScalars, folded.unicodeScalars) {
        table.enter(from, as: to)
      }
    }
    return table
  }()

  /// Printed scalars, and at the same position what each becomes.
  private static let replacements: [(String, String)] = [
    ("\u{3000}\u{A0}｡", "  。"),
    ("〔〕【】〖〗﹝﹞", "[][][][]"),
    ("﹙﹚〈〉", "()<>"),
    ("‐‑‒–—―−─━﹣", "----------"),
    ("∶︰﹕﹔﹐", ":::;,"),
    ("〜∼", "~~"),
    (
      "並亂亞佈佔併來侖係倆倉個們倫偉側偵偽傑傘備傭傳傷僅僑價儀億儉儘償優儲兒內兩冊凈凍"
        + "凱別刪則剛創劃劇劉劍劑勁動務勛勝勞勢勵勸勻匯區協卻厲參収吳員問啓啞啟喚喪單嗎嘆嘗"
        + "嘩嚇嚮嚴囑國圍園圓圖團執堅堯報場塊塵墜墳墾壇壓壘壞壟壯壺壽夠夢夾奧奪奮婦媽嬰孫學"
        + "寢實寧審寫寬寶將專尋對導屆屢層屬岡峯島峽崗嶄嶺帥師帳帶幣幫幹幾庫廟廠廢廣廳張強彈"
        + "彌彎彙後徑從復徵徹悅惡惱愛態慘慣慮慶憂憑憶懇應懶懷懸懼戀戰戲戶戸拋掃掙掛採掲揀揚"
        + "換揮損搖搶摯撐撥撫撲撿擁擄擇擊擋擔據擠擬擱擴擺擾攏攔攜攝攤攪攬敗敘敵數斷於時晉暈"
        + "暉暢暫曆曉曠書會東條棄棗棟棧楊楓業極榮構槍槓樂樓標樞樣樸樹橋機橢橫檔檢檯檸櫃欄權"
        + "歐歡歲歷歸殘殲殺殼毀氣決沒沖況涼淨淵淸減測渾湊湧湯準溝溫滄滅滙滬滯滲滾滿漁漢漣漲"
        + "漸潔潤澀澆澇澗澤濁濃濕濟濤濫濰濱瀋瀏瀘瀝灣災為無煉煥煩熱燈燒燙營燦爐爛爭爲爺爾牆"
        + "牘牽犧狀獄獅獎獨獲獵獸獻現瑣瑪環璽產畝畢畫異當瘋瘡療癥發皺盜盡監盤盧眞眾矯碩確碼"
        + "磚礦祇祕禍禦禪禮稅種稱穀積穎穩穫窩窪窮竅竊竪競筆筍節範築簡簽籃籌籤籲粵糞糧糾紀約"
        + "紅紋納純紙級紛紡紮細紹終組結絕絡給絨統絲綁綏經綜綠維綱網綵綸綿緊線緝緣編緩緯練緻"
        + "縉縣縫縮縱總績繋織繞繡繩繪繫繳繼續纖罰罷羅羣義習聖聞聯聰聲職聽聾肅脅脈脫腦腳腸膚"
        + "膠膽臉臟臨臺與興舉舊舖艙艦艱艷荊莊莖萬葉蒼蓋蓮蔣蔭蕭薊薦薩藍藝藥蘆蘇蘋蘭處虛號虧"
        + "蝕蝦蟲蠶衆衊術衛衝衹裏補裝裡製複襯襲覈見規視親覺覽觀觴觸訂訃計訊討訓託記訟訪設許"
        + "訴診詐詔評詞詠詢試詩話該詳誇誌認誕誘語誠誤說誰課調談請諒論諧諮諾謀謂講謝謠謹證識"
        + "譜譯議護譽讀變讎讓讚豎豐豬負財貢貧貨販貪貫責貴買貸費貼貿賀資賈賓賞賠賢賣賦質賬賭"
        + "賴購賽贈贊贏贓贛趕趙跡踐踴蹟蹤躍車軌軍軟軸較載輔輕輛輩輪輯輸輻輿轄轉轍轟辦辭農這"
        + "連週進遊運過達違遙遜遞遠適遲遷選遺遼邁還邊邏郵鄉鄒鄧鄭鄰鄴醜醫釀釋釐釘針釣鈔鈣鈴"
        + "鉛銀銅銷鋁鋒鋪鋼錄錢錯録錶鍋鍵鍾鎊鎖鎮鏈鏟鏡鏽鐘鐵鑄鑑鑒鑽長門閃閉開閒間関閣閥閩"
        + "閱闆闊闖關闡闢陝陰陳陸陽隊階隕際隨險隱隴隸隻雖雙雜雞離難雲電霧靈靜鞏韋韌韓響頁頂"
        + "項順須頌預頑頒頓頗領頭頸頻顆題額顏願類顧顯風颱飄飛飯飲飼飽餅養餘館馬馮駁駐駕騙騰"
        + "驅驕驗驚驛驟髒體髮鬆鬥鬧魚魯鮮鳥鳴鴨鴻鵬鹽麗麥麼麽黃點黨黴齊齋齒齡龍龐龔",
      "并乱亚布占并来仑系俩仓个们伦伟侧侦伪杰伞备佣传伤仅侨价仪亿俭尽偿优储儿内两册净冻"
        + "凯别删则刚创划剧刘剑剂劲动务勋胜劳势励劝匀汇区协却厉参收吴员问启哑启唤丧单吗叹尝"
        + "哗吓向严嘱国围园圆图团执坚尧报场块尘坠坟垦坛压垒坏垄壮壶寿够梦夹奥夺奋妇妈婴孙学"
        + "寝实宁审写宽宝将专寻对导届屡层属冈峰岛峡岗崭岭帅师帐带币帮干几库庙厂废广厅张强弹"
        + "弥弯汇后径从复征彻悦恶恼爱态惨惯虑庆忧凭忆恳应懒怀悬惧恋战戏户户抛扫挣挂采揭拣扬"
        + "换挥损摇抢挚撑拨抚扑捡拥掳择击挡担据挤拟搁扩摆扰拢拦携摄摊搅揽败叙敌数断于时晋晕"
        + "晖畅暂历晓旷书会东条弃枣栋栈杨枫业极荣构枪杠乐楼标枢样朴树桥机椭横档检台柠柜栏权"
        + "欧欢岁历归残歼杀壳毁气决没冲况凉净渊清减测浑凑涌汤准沟温沧灭汇沪滞渗滚满渔汉涟涨"
        + "渐洁润涩浇涝涧泽浊浓湿济涛滥潍滨沈浏泸沥湾灾为无炼焕烦热灯烧烫营灿炉烂争为爷尔墙"
        + "牍牵牺状狱狮奖独获猎兽献现琐玛环玺产亩毕画异当疯疮疗症发皱盗尽监盘卢真众矫硕确码"
        + "砖矿只秘祸御禅礼税种称谷积颖稳获窝洼穷窍窃竖竞笔笋节范筑简签篮筹签吁粤粪粮纠纪约"
        + "红纹纳纯纸级纷纺扎细绍终组结绝络给绒统丝绑绥经综绿维纲网彩纶绵紧线缉缘编缓纬练致"
        + "缙县缝缩纵总绩系织绕绣绳绘系缴继续纤罚罢罗群义习圣闻联聪声职听聋肃胁脉脱脑脚肠肤"
        + "胶胆脸脏临台与兴举旧铺舱舰艰艳荆庄茎万叶苍盖莲蒋荫萧蓟荐萨蓝艺药芦苏苹兰处虚号亏"
        + "蚀虾虫蚕众蔑术卫冲只里补装里制复衬袭核见规视亲觉览观觞触订讣计讯讨训托记讼访设许"
        + "诉诊诈诏评词咏询试诗话该详夸志认诞诱语诚误说谁课调谈请谅论谐咨诺谋谓讲谢谣谨证识"
        + "谱译议护誉读变仇让赞竖丰猪负财贡贫货贩贪贯责贵买贷费贴贸贺资贾宾赏赔贤卖赋质账赌"
        + "赖购赛赠赞赢赃赣赶赵迹践踊迹踪跃车轨军软轴较载辅轻辆辈轮辑输辐舆辖转辙轰办辞农这"
        + "连周进游运过达违遥逊递远适迟迁选遗辽迈还边逻邮乡邹邓郑邻邺丑医酿释厘钉针钓钞钙铃"
        + "铅银铜销铝锋铺钢录钱错录表锅键钟镑锁镇链铲镜锈钟铁铸鉴鉴钻长门闪闭开闲间关阁阀闽"
        + "阅板阔闯关阐辟陕阴陈陆阳队阶陨际随险隐陇隶只虽双杂鸡离难云电雾灵静巩韦韧韩响页顶"
        + "项顺须颂预顽颁顿颇领头颈频颗题额颜愿类顾显风台飘飞饭饮饲饱饼养余馆马冯驳驻驾骗腾"
        + "驱骄验惊驿骤脏体发松斗闹鱼鲁鲜鸟鸣鸭鸿鹏盐丽麦么么黄点党霉齐斋齿龄龙庞龚"
    ),
  ]
}
