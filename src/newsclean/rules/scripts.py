"""Both scripts of Chinese: the book is written in simplified characters, and pages of Hong Kong and Taiwan are not.

Each character that has traditional forms stands here once, with them. A text that holds traditional characters is read
by the book's twin (:meth:`newsclean.rules.Rules.reading`): there each pattern takes its words in either script, and
each class holds its members in both. Answers come from the page itself, so names stay as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from newsclean.lazy_regex import Deferred

__all__ = ["InBoth", "in_both", "is_traditional", "letters_in_both", "to_traditional", "words_in_both"]

_FORMS = (
    "挨挨捱 皑皚 蔼藹 碍礙 爱愛 暗暗闇 肮骯 袄襖 奥奧 坝壩垻 罢罷 摆擺襬 败敗 颁頒 板板闆 办辦 绊絆 "
    "帮幫 绑綁 镑鎊 谤謗 剥剝 饱飽 宝寶 报報 鲍鮑 杯杯盃 辈輩 背背揹 贝貝 钡鋇 狈狽 备備 惫憊 绷繃綳 "
    "笔筆 毕畢 毙斃 币幣 痹痺痹 闭閉 辟闢辟 边邊 编編 贬貶 变變 辩辯 辫辮 标標 表表錶 鳖鱉 别別彆 "
    "瘪癟 濒瀕 滨濱 宾賓 摈擯 饼餅 并並併 拨撥 钵缽鉢 铂鉑 驳駁 卜卜蔔 补補 布布佈 才才纔 财財 "
    "采採采寀 彩彩綵 参參蔘 蚕蠶 残殘 惭慚 惨慘 灿燦 苍蒼 舱艙 仓倉 沧滄 厕廁 侧側 册冊 测測 层層 "
    "诧詫 搀攙 掺摻 蝉蟬 馋饞 谗讒 缠纏 铲鏟剷 产產 阐闡 颤顫 场場塲 尝嘗嚐 长長 偿償 肠腸 厂廠厂 "
    "畅暢 钞鈔 车車 彻徹 尘塵 陈陳 衬襯 撑撐 称稱 惩懲 诚誠 骋騁 吃吃喫 痴痴癡 迟遲 驰馳 耻恥 齿齒 "
    "炽熾 冲衝沖 虫蟲虫 宠寵 畴疇 踌躊 筹籌 仇仇讎 绸綢 丑醜丑 出出齣 橱櫥 厨廚 锄鋤 雏雛 础礎 储儲 "
    "触觸 处處 传傳 疮瘡 床床牀 闯闖 创創 锤錘 唇唇脣 纯純 绰綽 辞辭 词詞 赐賜 聪聰 葱蔥葱 囱囪囱 "
    "从從 丛叢 凑湊 蹿躥 窜竄 错錯 达達 带帶 贷貸 担擔 单單 郸鄲 掸撣 胆膽 惮憚 诞誕 弹彈 当當噹 "
    "挡擋 党黨党 荡蕩盪 档檔 捣搗 岛島 祷禱 导導 盗盜 灯燈 邓鄧 敌敵 涤滌 抵抵牴 递遞 缔締 颠顛 点點 "
    "垫墊 电電 淀澱淀 雕雕鵰 吊吊弔 钓釣 调調 谍諜 叠疊 钉釘 顶頂 锭錠 订訂 丢丟 东東 冬冬鼕 动動 "
    "栋棟 冻凍 斗鬥斗 犊犢 独獨 读讀 赌賭 镀鍍 锻鍛 断斷 缎緞 兑兌兑 队隊 对對 吨噸 顿頓 钝鈍 夺奪 "
    "堕墮 鹅鵝 额額 讹訛 恶惡噁 饿餓 儿兒 尔爾 饵餌 贰貳 发發髮 罚罰 阀閥 珐琺 矾礬 钒釩 烦煩 范範范 "
    "贩販 饭飯 泛泛氾汎 仿仿彷 访訪 纺紡 飞飛 诽誹 废廢 费費 纷紛 坟墳 奋奮 愤憤 粪糞 丰豐丰 枫楓 "
    "峰峰峯 锋鋒 风風 疯瘋 冯馮 缝縫 讽諷 凤鳳 佛佛彿 夫夫伕 肤膚 辐輻 抚撫 辅輔 赋賦 复復複覆 负負 "
    "讣訃 妇婦 缚縛 该該 钙鈣 盖蓋 干幹乾干 杆杆桿 赶趕 秆稈 赣贛 冈岡 刚剛 钢鋼 纲綱 岗崗 杠槓杠 "
    "镐鎬 搁擱 鸽鴿 阁閣 铬鉻 个個箇 给給 龚龔 宫宮 巩鞏 贡貢 钩鉤鈎 沟溝 构構 购購 够夠 蛊蠱 谷谷穀 "
    "顾顧 雇僱 刮刮颳 剐剮 挂掛挂 拐拐柺枴 关關 观觀 馆館舘 惯慣 贯貫 广廣广 规規 归歸 龟龜 闺閨 轨軌 "
    "诡詭 柜櫃柜 贵貴 刽劊 辊輥 滚滾 锅鍋 国國 过過 骇駭 韩韓 汉漢 号號 核核覈 合合閤 阂閡 鹤鶴 贺賀 "
    "横橫 恒恆 轰轟 哄哄鬨 鸿鴻 红紅 后後后 壶壺 胡胡鬍衚 护護 沪滬 户戶户 哗譁嘩 华華 画畫 划劃划 "
    "话話 怀懷 坏壞 欢歡 环環 还還 缓緩 换換 唤喚 痪瘓 焕煥 涣渙 黄黃 谎謊 挥揮 辉輝 回回迴 毁毀燬譭 "
    "贿賄 秽穢 会會 烩燴 汇匯彙 讳諱 诲誨 绘繪 荤葷 浑渾 伙夥伙 获獲穫 货貨 祸禍 击擊 机機 积積 "
    "饥飢饑 迹跡蹟 讥譏 鸡雞鷄 绩績 缉緝 极極极 辑輯 级級 挤擠 几幾几 蓟薊 剂劑 济濟 计計 记記 际際 "
    "继繼 纪紀 夹夾 家家傢 荚莢 颊頰 贾賈 钾鉀 价價价 驾駕 歼殲 监監 坚堅 笺箋 间間 艰艱 奸奸姦 缄緘 "
    "茧繭 检檢 碱鹼 硷礆 拣揀 捡撿 简簡 俭儉 减減 荐薦荐 槛檻 鉴鑑鑒 践踐 贱賤 见見 键鍵 舰艦 剑劍 "
    "饯餞 渐漸 溅濺 涧澗 僵僵殭 姜姜薑 将將 浆漿 蒋蔣 桨槳 奖獎 讲講 酱醬 胶膠 浇澆 骄驕 娇嬌 搅攪 "
    "铰鉸 矫矯 侥僥 脚腳 饺餃 缴繳 绞絞 轿轎 较較 阶階 节節 杰傑杰 洁潔 结結 借借藉 诫誡 届屆 紧緊 "
    "锦錦 仅僅 谨謹 进進 晋晉 烬燼 尽盡儘 劲勁 荆荊 茎莖 鲸鯨 惊驚 经經 颈頸 静靜 镜鏡 径徑 痉痙 "
    "竞競 净淨 纠糾 厩廄 旧舊 驹駒 局局侷 矩矩榘 举舉 据據据 巨巨鉅 锯鋸 惧懼 剧劇 鹃鵑 卷卷捲 绢絹 "
    "觉覺 决決 诀訣 绝絕絶 钧鈞 军軍 俊俊儁 骏駿 开開 凯凱 颗顆 壳殼 克克剋 课課 垦墾 恳懇 抠摳 "
    "扣扣釦 库庫 裤褲 夸誇夸 块塊 侩儈 宽寬 矿礦 旷曠 况況 亏虧 岿巋 窥窺 馈饋 溃潰 昆昆崑 困困睏 "
    "扩擴 阔闊 蜡蠟蜡 腊臘腊 莱萊 来來 赖賴 蓝藍 栏欄 拦攔 篮籃 阑闌 兰蘭 澜瀾 谰讕 揽攬 览覽 懒懶 "
    "缆纜 烂爛 滥濫 捞撈 劳勞 涝澇 乐樂 镭鐳 垒壘 类類 泪淚 棱稜棱 厘釐厘 篱籬 离離 漓漓灕 里裡裏里 "
    "鲤鯉 礼禮 栗慄栗 丽麗 厉厲 励勵 砾礫 历歷曆 沥瀝 隶隸 俩倆 联聯 莲蓮 连連 镰鐮鎌 怜憐 涟漣 "
    "帘簾帘 敛斂 脸臉 链鏈鍊 恋戀 炼煉鍊 练練 粮糧 凉涼 梁梁樑 两兩 辆輛 谅諒 疗療 辽遼 了了瞭 镣鐐 "
    "猎獵 临臨 邻鄰 鳞鱗 凛凜 赁賃 龄齡 铃鈴 凌凌淩 灵靈 岭嶺 领領 馏餾 刘劉 龙龍 聋聾 咙嚨 笼籠 "
    "垄壟 拢攏 陇隴 楼樓 娄婁 搂摟 篓簍 芦蘆 卢盧 颅顱 庐廬 炉爐 掳擄 卤滷鹵 虏虜 鲁魯 赂賂 禄祿 "
    "录錄彔録 陆陸 驴驢 吕呂 铝鋁 侣侶 屡屢 缕縷 虑慮 滤濾 绿綠緑 峦巒 挛攣 孪孿 滦灤 乱亂 抡掄 轮輪 "
    "伦倫 仑侖崙 沦淪 纶綸 论論 萝蘿 罗羅 逻邏 锣鑼 箩籮 骡騾 骆駱 络絡 妈媽 玛瑪 码碼 蚂螞 马馬 "
    "骂罵 吗嗎 买買 麦麥 卖賣 迈邁 脉脈 瞒瞞 馒饅 蛮蠻 满滿 谩謾 猫貓 锚錨 铆鉚 贸貿 么麼麽 霉黴 "
    "没沒 镁鎂 门門 闷悶 们們 蒙蒙矇濛懞 锰錳 梦夢 谜謎 弥彌瀰 秘秘祕 觅覓 幂冪 绵綿 缅緬 面面麵麪 "
    "庙廟 蔑蔑衊 灭滅 悯憫 闽閩 鸣鳴 铭銘 谬謬 谋謀 亩畝 呐吶 钠鈉 纳納 难難 挠撓 脑腦 恼惱 闹鬧 "
    "馁餒 内內 拟擬 腻膩 撵攆 念念唸 娘娘孃 酿釀 鸟鳥 聂聶 啮齧嚙 镊鑷 镍鎳 柠檸 狞獰 宁寧甯 拧擰 "
    "泞濘 钮鈕 纽紐 脓膿 浓濃 农農 疟瘧 诺諾 欧歐 鸥鷗 殴毆 呕嘔 沤漚 盘盤 庞龐 抛拋 赔賠 喷噴 鹏鵬 "
    "骗騙 飘飄 频頻 贫貧 苹蘋苹 凭憑 评評 泼潑 颇頗 扑撲 铺鋪舖 仆僕仆 朴樸朴 谱譜 栖棲 戚戚慼 凄悽淒 "
    "脐臍 齐齊 骑騎 岂豈 启啟啓 气氣 弃棄 讫訖 牵牽 钎釺 铅鉛 千千韆 迁遷 签籤簽 谦謙 钱錢 钳鉗 潜潛 "
    "浅淺 谴譴 堑塹 枪槍 呛嗆 墙牆墻 蔷薔 强強 抢搶 锹鍬 桥橋 乔喬 侨僑 翘翹 窍竅 窃竊 钦欽 亲親 "
    "寝寢 轻輕 氢氫 倾傾 顷頃 请請 庆慶 琼瓊 穷窮 秋秋鞦 趋趨 区區 曲曲麴 躯軀 驱驅 龋齲 颧顴 权權 "
    "劝勸 却卻 鹊鵲 确確确 群群羣 让讓 饶饒 扰擾 绕繞 热熱 韧韌 认認 纫紉 荣榮 绒絨 软軟 锐銳鋭 闰閏 "
    "润潤 洒灑 萨薩 鳃鰓 赛賽 叁叄叁 伞傘 丧喪 骚騷 扫掃 涩澀 杀殺 刹剎 纱紗 筛篩 晒曬 删刪 闪閃 "
    "陕陝 赡贍 缮繕 伤傷 赏賞 烧燒 绍紹 赊賒 舍舍捨 摄攝 慑懾 设設 绅紳 沈沈瀋 审審 婶嬸 肾腎 渗滲 "
    "声聲 升升昇 绳繩 胜勝胜 圣聖 师師 狮獅 湿溼濕 诗詩 尸屍尸 虱蝨 时時 蚀蝕 实實 识識 驶駛 势勢 "
    "适適适 释釋 饰飾 视視 试試 寿壽 兽獸 枢樞 输輸 书書 赎贖 属屬 术術朮 树樹 竖豎 数數 帅帥 双雙 "
    "谁誰 税稅税 顺順 说說説 硕碩 烁爍 私私俬 丝絲 饲飼 松松鬆 耸聳 怂慫 颂頌 讼訟 诵誦 搜搜蒐 擞擻 "
    "苏蘇甦囌 诉訴 肃肅 酸酸痠 虽雖 随隨 绥綏 岁歲 孙孫 损損 笋筍 缩縮 琐瑣 锁鎖 它它牠 獭獺 挞撻 "
    "苔苔薹 台臺台檯枱颱 态態 摊攤 贪貪 瘫癱 滩灘 坛壇罈 谭譚 谈談 叹嘆歎 汤湯 烫燙 涛濤 绦絛 讨討 "
    "腾騰 誊謄 锑銻 题題 体體 屉屜 条條 贴貼 铁鐵 厅廳 听聽 烃烴 同同衕 铜銅 统統 头頭 秃禿 图圖 "
    "涂塗涂 团團糰 颓頹 蜕蛻蜕 托託托 脱脫脱 鸵鴕 驮馱 驼駝 椭橢 洼窪 袜襪 弯彎 湾灣 玩玩翫 顽頑 "
    "挽挽輓 万萬万 网網 韦韋 违違 围圍 为為爲 潍濰 维維 苇葦 伟偉 伪偽僞 纬緯 喂喂餵 谓謂 卫衛衞 "
    "温溫温 闻聞 纹紋 稳穩 问問 瓮甕 挝撾 蜗蝸 涡渦 窝窩 卧臥卧 呜嗚 钨鎢 乌烏 污汙污 诬誣 无無 芜蕪 "
    "吴吳 坞塢 雾霧 务務 误誤 锡錫 牺犧 袭襲 席席蓆 习習 铣銑 系系係繫 戏戲 细細 虾蝦 辖轄 峡峽 侠俠 "
    "狭狹 厦廈 吓嚇 锨鍁 鲜鮮 纤纖縴 咸鹹咸 贤賢 衔銜 闲閒閑 弦弦絃 显顯 险險 现現 献獻 县縣 馅餡 "
    "羡羨 宪憲 线線綫 厢廂 镶鑲 乡鄉 详詳 响響 项項 向向嚮曏 萧蕭 嚣囂 销銷 晓曉 啸嘯 蝎蠍蝎 协協 "
    "挟挾 携攜 胁脅 谐諧 写寫 泄洩泄 泻瀉 谢謝 锌鋅 衅釁 兴興 幸幸倖 凶兇凶 汹洶 修修脩 锈鏽 绣繡綉 "
    "虚虛 嘘噓 须須鬚 许許 叙敘敍 恤恤卹 绪緒 续續 轩軒 悬懸 旋旋鏇 选選 癣癬 绚絢 学學 勋勳勛 熏燻熏 "
    "询詢 寻尋 驯馴 训訓 讯訊 逊遜 压壓 鸦鴉 鸭鴨 哑啞 亚亞 讶訝 咽咽嚥 阉閹 烟煙菸 盐鹽 严嚴 岩巖岩 "
    "颜顏 阎閻 艳豔艷 厌厭 砚硯 彦彥 谚諺 验驗 鸯鴦 杨楊 扬揚 疡瘍 阳陽 痒癢 养養 样樣 瑶瑤 摇搖 "
    "尧堯 遥遙 窑窯 谣謠 药藥葯 爷爺 页頁 业業 叶葉叶 医醫 铱銥 颐頤 遗遺 仪儀 蚁蟻 艺藝 亿億 忆憶 "
    "义義 诣詣 议議 谊誼 译譯 异異 绎繹 荫蔭廕 阴陰 银銀 饮飲 隐隱 樱櫻 婴嬰 鹰鷹 应應 缨纓 莹瑩 "
    "萤螢 营營 荧熒 蝇蠅 赢贏 颖穎 哟喲 拥擁 佣傭佣 痈癰 踊踴踊 咏詠 涌湧涌 优優 忧憂 邮郵 铀鈾 犹猶 "
    "游遊游 诱誘 于於于 舆輿 余餘余馀 鱼魚 渔漁 娱娛 与與 屿嶼 语語 郁鬱郁 吁籲吁 御御禦 愈愈癒 欲欲慾 "
    "狱獄 誉譽 预預 驭馭 鸳鴛 渊淵 辕轅 园園 员員 圆圓 缘緣 远遠 愿願愿 约約 跃躍 钥鑰鈅 岳嶽岳 粤粵 "
    "悦悅悦 阅閱閲 云雲云 郧鄖 匀勻 陨隕 运運 蕴蘊藴 酝醞醖 晕暈 韵韻 杂雜 灾災 载載 攒攢 暂暫 赞贊讚 "
    "赃贓 脏髒臟 凿鑿 枣棗 噪噪譟 皂皂皁 灶灶竈 责責 择擇 则則 泽澤 贼賊 赠贈 扎扎紮 轧軋 铡鍘 闸閘 "
    "栅柵 诈詐 斋齋 债債 毡氈 沾沾霑 盏盞 斩斬 辗輾 崭嶄 栈棧 占佔占 战戰 绽綻 张張 涨漲 帐帳 账賬帳 "
    "胀脹 赵趙 折折摺 蛰蟄 辙轍 锗鍺 这這 贞貞 针針鍼 侦偵 诊診 镇鎮 阵陣 挣掙 睁睜 征徵征 狰猙 争爭 "
    "帧幀 症症癥 郑鄭 证證証 织織 职職 执執 只只衹隻祇 纸紙 志志誌 挚摯 掷擲 致致緻 帜幟 制制製 质質 "
    "滞滯 钟鍾鐘鈡 终終 种種种 肿腫 众眾衆 周周週賙 诌謅 轴軸 皱皺 昼晝 骤驟 朱朱硃 猪豬 诸諸 诛誅 "
    "烛燭 瞩矚 嘱囑 贮貯 铸鑄 筑築筑 注注註 驻駐 专專 砖磚 转轉 赚賺 桩樁 庄莊 装裝 妆妝粧 壮壯 状狀 "
    "锥錐 赘贅 坠墜 缀綴 谆諄 准準准 着著着 浊濁 兹茲 咨諮咨 资資 渍漬 踪蹤 综綜 总總 纵縱 邹鄒 诅詛 "
    "组組 钻鑽鉆 亘亙亘 睾睪睾 芈羋 啬嗇 厍厙 厣厴 厮廝 靥靨 赝贗贋 匦匭 匮匱 赜賾 刭剄 刿劌 剀剴 "
    "伛傴 伥倀 伧傖 伫佇 侪儕 侬儂 俦儔 俨儼 俪儷 俣俁 偾僨 偬傯 偻僂 傥儻 傧儐 傩儺 佥僉 籴糴 黉黌 "
    "冁囅 凫鳧 兖兗 衮袞 亵褻 脔臠 禀稟 讠訁 讦訐 讧訌 讪訕 讴謳 讵詎 讷訥 诂詁 诃訶 诋詆 诏詔 诎詘 "
    "诒詒 诓誆 诔誄 诖詿 诘詰 诙詼 诜詵 诟詬 诠詮 诤諍 诨諢 诩詡 诮誚 诰誥 诳誑 诶誒 诹諏 诼諑 诿諉 "
    "谀諛 谂諗 谄諂 谇誶 谌諶 谏諫 谑謔 谒謁 谔諤 谕諭 谖諼 谙諳 谛諦 谘諮 谝諞 谟謨 谠讜 谡謖 "
    "谥諡謚 谧謐 谪謫 谫譾 谮譖 谯譙 谲譎 谳讞 谵譫 谶讖 卺巹 陉陘 陧隉 邝鄺 邬鄔 邺鄴 郏郟 郐鄶 "
    "郓鄆 郦酈 刍芻 奂奐 劢勱 巯巰 垩堊 圹壙 坜壢 垅壠 垆壚 垭埡 垲塏 垴堖 埘塒 埚堝 埙壎塤 芗薌 "
    "芸芸蕓 苈藶 苋莧 苌萇 苁蓯 苎苧 茏蘢 茑蔦 茔塋 茕煢 荛蕘 荜蓽 荞蕎 荟薈 荠薺 荦犖 荥滎 荨蕁 "
    "荩藎 荬蕒 荪蓀 荭葒 荮葤 莳蒔 莴萵 莅蒞 莶薟 莸蕕 莺鶯 莼蓴 菸菸煙 萦縈 蒇蕆 蒉蕢 蒌蔞 蓦驀 "
    "蓠蘺 蓥鎣 蓣蕷 蔹蘞 蔺藺 蕲蘄 薮藪 藓蘚 蘖櫱 奁奩 尴尷 扪捫 抟摶 挢撟 掴摑 掼摜 揿撳 摅攄 撄攖 "
    "撷擷 撸擼 撺攛 弑弒 叽嘰 呒嘸 呓囈 呖嚦 呗唄 呙咼 咛嚀 咝噝 哒噠 哓嘵 哔嗶 哕噦 哙噲 哜嚌 咤吒 "
    "哝噥 唛嘜 唠嘮 唢嗩 啧嘖 啭囀 喽嘍 喾嚳 嗫囁 嗳噯 辔轡 嘤嚶 噜嚕 囵圇 帏幃 帱幬 帻幘 帼幗 岖嶇 "
    "岘峴 岚嵐 岽崬 峄嶧 峤嶠 峥崢 崂嶗 崃崍 嵘嶸 嵝嶁 巅巔 徕徠 犷獷 犸獁 狯獪 狲猻 猃獫 猡玀 猕獼 "
    "猬蝟 饣飠 饧餳 饨飩 饩餼 饪飪 饫飫 饬飭 饴飴 饷餉 饽餑 馀餘 馄餛 馇餷 馊餿 馍饃 馐饈 馑饉 馓饊 "
    "馔饌 馕饢 庑廡 庵庵菴 赓賡 廪廩 忏懺 怃憮 怄慪 忾愾 怅悵 怆愴 怿懌 恸慟 恹懨 恻惻 恺愷 恽惲 "
    "悭慳 惬愜 愠慍愠 愦憒 懔懍 闩閂 闫閆 闱闈 闳閎 闵閔 闶閌 闼闥 闾閭 阃閫 阄鬮 阆閬 阈閾 阊閶 "
    "阋鬩 阌閿 阍閽 阏閼 阒闃 阕闋 阖闔 阗闐 阙闕 阚闞 沣灃 沩溈潙 泷瀧 泸瀘 泺濼 泾涇 浃浹 浈湞 "
    "浍澮 浏瀏 浒滸 浔潯 涞淶 涠潿 渎瀆 渑澠 渖瀋 渌淥 溆漵 滟灩灧 滠灄 滢瀅 滗潷 潆瀠 潇瀟 潋瀲 "
    "潴瀦 濑瀨 灏灝 骞騫 迩邇 迳逕 逦邐 屦屨 弪弳 妩嫵 妪嫗 妫媯嬀 姗姍 娅婭 娆嬈 娈孌 姹奼 娲媧 "
    "娴嫻嫺 婵嬋 媪媼媪 嫒嬡 嫔嬪 嫱嬙 嬷嬤 驵駔 驷駟 驸駙 驺騶 驿驛 驽駑 骀駘 骁驍 骅驊 骈駢 骊驪 "
    "骐騏 骒騍 骓騅 骖驂 骘騭 骛騖 骜驁 骝騮 骟騸 骠驃 骢驄 骣驏 骥驥 骧驤 纟糹 纡紆 纣紂 纥紇 纨紈 "
    "纩纊 纭紜 纰紕 纾紓 绀紺 绁紲 绂紱 绉縐 绋紼 绌絀 绐紿 绔絝 绗絎 绛絳 绠綆 绡綃 绨綈 绫綾 绮綺 "
    "绯緋 绱鞝緔 绲緄 缍綞 绶綬 绺綹 绻綣 绾綰 缁緇 缂緙 缃緗 缇緹 缈緲 缋繢 缌緦 缏緶 缑緱 缒縋 "
    "缗緡 缙縉 缜縝 缛縟 缟縞 缡縭 缢縊 缣縑 缤繽 缥縹 缦縵 缧縲 缪繆 缫繅 缬纈 缭繚 缯繒 缰韁繮 "
    "缱繾 缲繰 缳繯 缵纘 幺么幺 玑璣 玮瑋 珑瓏 顼頊 玺璽 珲琿 琏璉 瑷璦 璎瓔 璇璇璿 瓒瓚 韪韙 韫韞 "
    "韬韜 杩榪 枥櫪 枧梘 枨棖 枞樅 枭梟 栉櫛 栊櫳 栌櫨 栀梔 栎櫟 柽檉 桠椏 桡橈 桢楨 桤榿 桦樺 桧檜 "
    "栾欒 棂欞 椟櫝 椠槧 椤欏 椁槨 榄欖 榇櫬 榈櫚 榉櫸 槟檳 槠櫧 樯檣 橥櫫 橹櫓 橼櫞 檐簷檐 檩檁 "
    "殁歿 殇殤 殒殞 殓殮 殚殫 殡殯 轫軔 轭軛 轱軲 轲軻 轳轤 轵軹 轶軼 轸軫 轷軤 轹轢 轺軺 轼軾 轾輊 "
    "辁輇 辂輅 辄輒 辇輦 辋輞 辍輟 辎輜 辏輳 辘轆 辚轔 戋戔 戗戧 戬戩 瓯甌 昙曇 昵暱 晔曄 晖暉 暧曖 "
    "贲賁 贳貰 贶貺 贻貽 贽贄 赀貲 赅賅 赆贐 赈賑 赉賚 赇賕 赍齎 赕賧 赙賻 觇覘 觊覬 觋覡 觌覿 觎覦 "
    "觏覯 觐覲 觑覷 牦犛 毵毿 氇氌 氩氬 氲氳氲 牍牘 肴餚 胧朧 胨腖 胪臚 胄胄冑 胫脛 脍膾 脶腡 腌醃腌 "
    "腼靦 腽膃腽 腭顎齶 膑臏 膻羶膻 欤歟 飑颮 飒颯 飓颶 飕颼 飙飆 飚飈 毂轂 齑齏 斓斕 炀煬 炜煒 炖燉 "
    "炝熗 烨燁 焖燜 焘燾 祢禰 祯禎 禅禪 怼懟 悫愨 懑懣 戆戇 泶澩 矶磯 砀碭 砗硨 砜碸 砺礪 砻礱 硖硤 "
    "硗磽 碛磧 碜磣 龛龕 眍瞘 眦眥 睐睞 睑瞼 罴羆 羁羈 钅釒 钆釓 钇釔 钋釙 钊釗 钌釕 钍釷 钏釧 钐釤 "
    "钔鍆 钗釵 钕釹 钚鈈 钛鈦 钜鉅 钣鈑 钤鈐 钫鈁鍅 钪鈧 钭鈄 钬鈥 钯鈀 钰鈺 钲鉦 钴鈷 钶鈳 钷鉕 "
    "钸鈽 钹鈸 钺鉞 钼鉬 钽鉭 钿鈿 铄鑠 铈鈰 铉鉉 铊鉈 铋鉍 铌鈮 铍鈹 铎鐸 铐銬 铑銠 铒鉺 铕銪 铖鋮 "
    "铗鋏 铙鐃 铘鋣 铛鐺 铞銱 铟銦 铠鎧 铢銖 铤鋌 铥銩 铧鏵 铨銓 铪鉿 铩鎩 铫銚 铮錚 铯銫 铳銃 铴鐋 "
    "铵銨 铷銣 铹鐒 铼錸 铽鋱 铿鏗 锃鋥 锂鋰 锆鋯 锇鋨 锉銼 锊鋝 锍鋶 锎鐦 锏鐧 锒鋃 锓鋟 锔鋦 锕錒 "
    "锖錆 锘鍩 锛錛 锝鍀 锞錁 锟錕 锢錮 锪鍃 锫錇鉳 锩錈 锬錟 锱錙 锲鍥 锴鍇 锶鍶 锷鍔 锸鍤 锼鎪 "
    "锾鍰 锿鎄 镂鏤 锵鏘 镄鐨 镅鎇 镆鏌 镉鎘 镌鐫 镎鎿錼 镏鎦 镒鎰 镓鎵 镔鑌 镖鏢 镗鏜 镘鏝 镙鏍 "
    "镛鏞 镞鏃 镟鏇 镝鏑 镡鐔 镢钁鐝 镤鏷 镥鑥 镦鐓 镧鑭 镨鐠 镩鑹 镪鏹 镫鐙 镬鑊 镯鐲 镱鐿 镲鑔 "
    "镳鑣 锺鍾 稆穭 穑穡 鸠鳩 鸢鳶 鸨鴇 鸩鴆 鸪鴣 鸫鶇 鸬鸕 鸲鴝 鸱鴟 鸶鷥 鸸鴯 鸷鷙 鸹鴰 鸺鵂 鸾鸞 "
    "鹁鵓 鹂鸝 鹄鵠 鹆鵒 鹇鷳鷴 鹈鵜 鹉鵡 鹋鶓 鹌鵪 鹎鵯 鹑鶉 鹕鶘 鹗鶚 鹚鷀 鹛鶥 鹜鶩 鹞鷂 鹣鶼 "
    "鹦鸚 鹧鷓 鹨鷚 鹩鷯 鹪鷦 鹫鷲 鹬鷸 鹱鸌 鹭鷺 鹳鸛 疖癤 疠癘 疬癧 疴痾 疱皰 痖瘂 痨癆 痫癇 瘅癉 "
    "瘗瘞 瘘瘻 瘿癭 瘾癮 癞癩 癫癲 窦竇 窭窶 裆襠 裢褳 裣襝 裥襉襇 褛褸 褴襤 皲皸 耢耮 耧耬 聍聹 "
    "聩聵 顸頇 颀頎 颃頏 颉頡 颌頜 颍潁 颏頦 颔頷 颚顎 颛顓 颞顳 颟顢 颡顙 颢顥 颥顬 颦顰 虬虯 虮蟣 "
    "虿蠆 蚬蜆 蚝蠔蚝 蛎蠣 蛏蟶 蛱蛺 蛲蟯 蛳螄 蛴蠐 蝈蟈 蝾蠑 蝼螻 螨蟎 罂罌 笃篤 笕筧 笾籩 筚篳 "
    "筝箏 箦簀 箧篋 箨籜 箪簞 箫簫 篑簣 簖籪 籁籟 舣艤 舻艫 袅嫋裊 羟羥 籼秈 粝糲 粜糶 粽粽糉糭 糁糝 "
    "糇餱 糍餈 絷縶 麸麩 趱趲 酽釅 酾釃 鹾鹺 趸躉 跄蹌 跖蹠跖 跞躒 跷蹺 跸蹕 跹躚 跻躋 踬躓 踯躑 "
    "蹑躡 蹒蹣 蹰躕 躏躪 躜躦 觞觴 觯觶 靓靚 雳靂 霁霽 霭靄 龀齔 龃齟 龅齙 龆齠 龇齜 龈齦 龉齬 龊齪 "
    "龌齷 黾黽 鼋黿 鼍鼉 隽雋 雠讎 銮鑾 錾鏨 鱿魷 鲂魴 鲅鮁 鲆鮃 鲇鯰鮎 鲈鱸 稣穌 鲋鮒 鲎鱟 鲐鮐 "
    "鲑鮭 鲒鮚 鲔鮪 鲕鮞 鲚鱭 鲛鮫 鲞鯗 鲟鱘 鲠鯁 鲡鱺 鲢鰱 鲣鰹 鲥鰣 鲦鰷 鲧鯀 鲨鯊 鲩鯇 鲫鯽 鲭鯖 "
    "鲮鯪 鲰鯫 鲱鯡 鲲鯤 鲳鯧 鲴鯝 鲵鯢 鲶鯰 鲷鯛 鲺鯴 鲻鯔 鲼鱝 鲽鰈 鳄鱷 鳅鰍 鳆鰒 鳇鰉 鳊鯿 鳋鰠 "
    "鳌鰲 鳍鰭 鳎鰨 鳏鰥 鳐鰩 鳓鰳 鳔鰾 鳕鱈 鳗鰻 鳘鰵 鳙鱅 鳜鱖 鳝鱔 鳟鱒 鳢鱧 鞑韃 鞒鞽 鞯韉 鞲韝 "
    "鹘鶻 髅髏 髋髖 髌髕 魇魘 魉魎 飨饗 餍饜 鬓鬢 麽麼 黩黷 黪黲 鼹鼴 "
)
"""The characters of GB 2312 that traditional script writes otherwise, each with its traditional forms, the usual one first
and itself where that script has it too (後 and 后). From OpenCC's tables of characters, STCharacters, TWVariants and
HKVariants (github.com/BYVoid/OpenCC, Apache License 2.0), with some forms that Hong Kong's pages have (綫 麽 鷄 舘)."""

_TELLING = "這來個們為會國說後點記編責圖與裡關報"
"""Characters one of which stands in nearly every traditional text, and in simplified ones only where they quote. The
simplest way to ask is the cheapest: a dozen and a half searches for one character take as long as one for a set does
in a thirtieth of a page."""

_MOST_FORMS = 12
"""Ways to write a run of characters beyond which each character is asked by itself."""

_PIECE = Deferred(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[\u3400-\u9fff]+(?![?*+{])|[\u3400-\u9fff]", re.DOTALL)
"""What a pattern is read in: an escape, a set, a run of characters, and one with a quantifier behind it."""

_RANGE = Deferred(r"[\u3400-\u9fff]-[\u3400-\u9fff]")


@cache
def _forms() -> dict[str, str]:
    return {forms[0]: forms[1:] for forms in _FORMS.split()}


@cache
def _usual() -> dict[int, str]:
    return {ord(char): forms[0] for char, forms in _forms().items()}


def is_traditional(text: str) -> bool:
    """Whether a text holds traditional characters, by the most frequent ones."""
    return any([char in text for char in _TELLING])


def to_traditional(text: str) -> str:
    """A text with each simplified character as the usual traditional one: how examples are asked in the other script,
    and no way to write for people.

    >>> to_traditional("责任编辑：沈砚秋")
    '責任編輯：沈硯秋'
    """
    return text.translate(_usual())


def letters_in_both(letters: str) -> str:
    """Letters, and their traditional forms.

    >>> letters_in_both("责（")
    '责責（'
    """
    forms = _forms()
    return "".join(dict.fromkeys("".join([letter + forms.get(letter, "") for letter in letters])))


def words_in_both(words: Iterable[str]) -> tuple[str, ...]:
    """Words, each with the ways to write it in traditional script behind it.

    >>> words_in_both(["记者", "某报"])
    ('记者', '記者', '某报', '某報')
    """
    return tuple(dict.fromkeys([way for word in words for way in (word, *_ways(word))]))


def _ways(word: str) -> list[str]:
    """The ways to write a word in traditional script; of one with too many, the usual one."""
    forms = _forms()
    written = [forms.get(char, char) for char in word]
    if _count(written) > _MOST_FORMS:
        return [to_traditional(word)]
    return ["".join(chars) for chars in product(*written)]


def _count(written: Iterable[str]) -> int:
    count = 1
    for chars in written:
        count *= len(chars)
    return count


def in_both(pattern: str) -> str:
    """A pattern that takes its words in traditional script too. It has the same groups.

    >>> in_both("记者[编著]?文.者?")
    '(?:记者|記者)[编編著]?文.者?'
    """
    return _PIECE.sub(lambda found: _piece(found[0]), pattern)


class InBoth(Deferred):
    """A pattern that is compiled in both scripts."""

    __slots__ = ()

    def _written(self) -> str:
        return in_both(self._source)


def _piece(piece: str) -> str:
    if piece[0] == "\\":
        return piece
    if piece[0] == "[":
        return _set(piece)
    ways = list(dict.fromkeys([piece, *_ways(piece)]))
    if len(ways) == 1:
        return piece
    forms = _forms()
    if len(piece) == 1 or _count([forms.get(char, char) for char in piece]) > _MOST_FORMS:
        return "".join([_letter(char) for char in piece])
    return f"(?:{'|'.join(ways)})"


def _letter(char: str) -> str:
    letters = letters_in_both(char)
    return letters if len(letters) == 1 else f"[{letters}]"


def _set(piece: str) -> str:
    """A set with the traditional forms of its letters; one with a range of characters as it is."""
    if _RANGE.search(piece):
        return piece
    forms = _forms()
    return "".join([char + forms.get(char, "").replace(char, "") for char in piece])
