/// Names of the steppe and the river as they are written in Chinese.
enum PeoplesNames {
    /// Mongolian names of men: whole, and beginnings that a second part may
    /// follow.
    static let mongolianMen = HanNames.split(
        "巴特尔 巴雅尔 苏和 朝鲁 乌力吉 那顺 布和 达来 特木尔 毕力格 哈斯 青格勒 额尔敦 宝音 孟和 阿拉坦 吉日嘎拉 敖其尔 图门 朝克图 斯日古楞 呼和 牧仁 阿古拉 乌恩 伊德尔 满都拉 查干 温都苏 巴根")
    static let mongolianMenEndings = HanNames.split("巴图 巴雅尔 孟克 宝力德 朝克图 吉雅 仓 达来 布和")
    static let mongolianWomen = HanNames.split(
        "其其格 乌云其木格 苏日娜 萨日娜 娜仁 图雅 高娃 斯琴 乌兰 托娅 阿茹娜 格根 塔娜 乌日汉 萨仁 娜仁图雅 其木格 通拉嘎 金花 乌日娜 哈斯其其格 阿拉坦 敖登 珠拉 乌尼尔 萨如拉 都日娜 娜布其 诺敏 苏布达")
    static let mongolianWomenEndings = HanNames.split("其木格 高娃 图雅 格日勒 其其格 花")
    static let joined = HanNames.split("格日勒 巴雅尔 图雅 孟克 其木格 托娅")

    static let russianMen = HanNames.split("伊万 瓦洛佳 尤拉 别佳 安德烈 阿廖沙 谢廖沙 米沙 科利亚 瓦西里")
    static let russianWomen = HanNames.split("卡佳 娜佳 柳芭 达丽娅 奥莉娅 塔玛拉 娜塔莎 丽达 瓦丽娅 卡秋莎")
    static let russianFamilies = HanNames.split("彼得洛夫 瓦西里耶夫 叶尔绍夫 别洛夫 库兹涅佐夫")
    static let russianFamiliesOfWomen = HanNames.split("彼得洛娃 瓦西里耶娃 叶尔绍娃 别洛娃 库兹涅佐娃")
}
