/// The parts of which Chinese names are put together. Any likeness to
/// somebody's name is chance.
enum HanNames {
    /// Commonest first.
    static let surnames = split(
        "王 李 张 刘 陈 杨 赵 孙 吴 周 徐 马 朱 胡 林 郭 何 高 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 曾 彭 萧 蔡 潘 田 董 袁 于 余 叶 蒋 杜 苏 魏 程 吕 丁 沈 任 姚 卢 姜 崔 谭 "
            + "陆 范 汪 廖 石 金 贾 夏 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 万 钱 严 武 戴 莫 孔 向 汤 历 单 曲 仇 尉迟 欧阳")

    static let hui = split("马 马 马 丁 白 沙 金 韩 米 哈 回 杨 王 张 海 铁 麻 洪")
    static let daur = split("敖 孟 郭 鄂 莫 苏 德 沃 乌 索 多 何 安 金")
    static let evenki = split("杜 涂 那 敖 索 何 古 卜 戴 柳 伊 葛")
    static let mongolian = split("包 白 吴 金 何 孟 敖 韩 陈 佟 齐 康")
    static let russian = split("曲 王 李 张 孙 刘 于 陈 杨 姜 战 宋")

    /// Given names of those born before about 1975.
    static let olderMen = split(
        "国强 建国 建军 志强 文革 卫东 永胜 德福 长林 玉山 福贵 守义 树林 凤山 宝山 占武 春生 海山 金龙 广田 庆丰 喜林 世忠 振国 连生 万才 兴业 立新 忠义 成林 文才 玉林 殿军 学文 景春 贵财 明山 大勇 双喜 洪亮")
    static let olderWomen = split(
        "秀英 桂兰 玉梅 凤琴 淑珍 桂芝 玉兰 秀兰 凤霞 淑华 艳春 桂香 玉华 春梅 淑芬 秀梅 凤英 丽华 玉珍 桂荣 亚琴 淑清 艳华 金凤 玉凤 素芬 秀云 爱华 丽娟 春华 翠萍 红梅 雅芝 荣花 淑兰 月娥 惠琴 香云")
    static let men = split(
        "伟 磊 勇 涛 超 鹏 强 军 杰 斌 浩 亮 刚 辉 明 健 波 宁 飞 洋 海涛 志鹏 建伟 晓东 立国 文博 海龙 洪波 永亮 小龙 大伟 金虎 晓光 雪峰 春雷 长青 学军 立军 志刚 东升 利民 振华 冬冬 俊峰 宏伟 海波 国栋 兴旺 博文 世杰")
    static let women = split(
        "丽 敏 静 艳 娟 霞 燕 红 玲 芳 颖 倩 雪 丹 萍 晶 洁 婷 莉 欣 海燕 晓丽 雪梅 丽娜 春艳 小红 冬梅 晓燕 丽丽 艳红 玉洁 文静 佳慧 金玲 雪莲 晓玲 立娟 春玲 美玲 秋菊 海霞 红霞 晓敏 雅琴 凤娇 彩霞 慧敏 丽萍 文娟 秀丽")
    static let youngMen = split(
        "浩然 子轩 宇航 俊杰 天宇 博 嘉豪 晨 鑫 志远 泽宇 佳明 宇 旭 文轩 帅 嘉伟 子豪 明轩 昊 家乐 思远 鹏飞 一鸣 振宇 梓阳 晓宇 铭 凯 硕 佳奇 星宇 旭东 翔 少东 沐阳 启航 靖")
    static let youngWomen = split(
        "雨欣 思琪 佳怡 梦瑶 欣怡 雪 婷婷 晓彤 佳琪 嘉欣 子涵 思雨 雅琪 梦琪 诗涵 慧 可欣 佳宁 雨桐 若曦 心怡 乐瑶 紫萱 文文 思佳 晨曦 悦 怡然 雪晴 宇彤 静怡 明月 瑶 语嫣 依诺 青青 丹丹 晓萌")

    static func split(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }
}
