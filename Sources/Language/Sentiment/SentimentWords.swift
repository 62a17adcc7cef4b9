/// What a word does to the feeling of a text.
enum SentimentWord: Sendable {
    /// From -3 to 3.
    case feeling(Double)
    case polite
    /// Makes the next feeling stronger or weaker.
    case strengthened(Double)
    /// Turns the next feeling round.
    case denial
    /// Turns the next feeling round when it is good: "don't recommend".
    case ban
    /// Cannot wait, and how that feels.
    case urgent(Double)
    /// A service there is, urgent unless one asks what it costs: 加急.
    case express
    /// "but": what follows weighs more than what was said before.
    case contrast
    /// Only looks like one of the others: 急停, "emergency stop".
    case plain
}

/// The lexicon: lines of a weight or a role, then words; an underscore is a space within one.
enum SentimentWords {
    static let all = Phrases(
        lists: lines.cells(at: "\n").compactMap { line in
            let name = line.prefix { $0 != " " }
            return role(String(name)).map { (String(line.dropFirst(name.count)), $0) }
        })

    private static func role(_ name: String) -> SentimentWord? {
        switch name {
        case "polite": .polite
        case "denial": .denial
        case "ban": .ban
        case "urgent": .urgent(0)
        case "express": .express
        case "stopped": .urgent(-1.5)
        case "contrast": .contrast
        case "plain": .plain
        default:
            name.first == "x"
                ? Double(name.dropFirst()).map(SentimentWord.strengthened)
                : Double(name).map(SentimentWord.feeling)
        }
    }

    /// What a question begins with.
    static let questions = Phrases(
        words: """
            is are do does did can could will would what which how who when where why have has may any is_it 请问 有没有 能不能 是不是 哪
            怎么 如何 什么 多少
            """)

    /// In a clause with these 加急 is a service that is asked about.
    static let prices = Phrases(
        words: """
            多少钱 要多少费 多少费用 多少元 价格 价钱 费用 收费 加钱 加价 加多少 怎么收 怎么算 怎么办理 贵 另收 额外 how_much cost costs fee fees price charge charges
            extra surcharge
            """)

    private static let lines = """
        plain 紧急停止 紧急停机 紧急停车 紧急按钮 紧急制动 紧急开关 紧急联系 紧急照明 不想投诉 不是投诉 不是来投诉 不是要投诉 不是想投诉 不要投诉 没想投诉 没有投诉 不投诉 也不是投诉 早上好 上午好 中午好 下午好 晚上好 各位好 老师好 姐好 哥好 总好 经理好 们好 板好 好饿 差多少 差个 就差 差几 补差 棒料 棒材 赞助 难度 投诉电话 差旅 出差 快充 快干 烂尾 感谢信 不满足 不错过 急停 急停按钮 急诊 不好意思 好的 好吧 你好 您好 大家好 最好 好多 好几 只好 刚好 正好 好像 好久 爱好 偏好 友好 良好的 美好 好处 好不好 是不是 能不能 有没有 要不要 会不会 可不可以 行不行 差不多 误差 公差 偏差 压差 温差 时差 差价 差额 差异 差别 邮差 一般纳税人 不锈钢 不同 不仅 不但 不管 不论 不过 不知道 不知 不清楚 不确定 不到 不少于 不超过 不低于 不断 不止 没事 没关系 不客气 不用谢 快递 快速 快换 快接 破碎机 破碎 粉碎 坏账 故障率 故障代码 报废 投诉渠道 退货政策 退款政策 退换货政策 退货流程 退款流程 问题 有问题想 有问题请 有个问题 一个问题 几个问题 有问题咨询 有问题问 热门 热处理 热销 冷却 满足 满减 满载 优先 优惠 优惠券 优化 美国 美元 美金 赞比亚 爱尔兰 高兴认识 喜欢哪 错误码 不急 不着急 不紧急 不用急 不是很急 不太急 着急吗 加急费 加急吗 可以加急 能加急 急不急 苦味 死机 死角 贵公司 贵司 贵厂 贵方 贵州 贵姓 贵重 高贵 贵阳 昂贵 骗 欢迎来电 慢慢 慢走 慢速 缓慢启动 快慢 怒江 乐山 乐清 音乐 快乐 坏 坏的概率 满意度 满意度调查
        plain do_you_issue can_you_issue could_you_issue you_issue you_can_issue please_issue to_issue will_issue issue_invoice issue_invoices issue_an issue_vat issue_the_invoice issue_receipts issue_me issue_us emergency_button emergency_switch emergency_brake emergency_contact emergency_light not_complaining not_a_complaint not_here_to_complain don't_want_to_complain do_not_want_to_complain not_want_to_complain good_morning good_afternoon good_evening good_day how_good good_luck best_regards best_price best_offer best_practice best_way kind_regards kind_of kind what_kind well as_well well_known like_to would_like i'd_like looks_like look_like something_like feel_like like_this like_that emergency_stop e_stop error_code error_codes failure_rate trouble_shooting troubleshooting complaint_form how_to_return return_policy refund_policy pretty not_only not_just not_sure don't_know i_don't_know no_idea no_rush no_hurry not_urgent no_need_to_hurry right_angle fine_tune fine_tuning in_fact happy_to_help free_sample better_price any_better a_better bad_sector great_britain super_market
        3 太棒了 棒极了 非常满意 完美 无可挑剔 超级棒 太好了 太赞了 感激不尽 五星好评 强烈推荐 赞不绝口 perfect perfectly excellent outstanding amazing awesome fantastic wonderful superb brilliant flawless love_it loved_it highly_recommend
        2.5 真是救命 太救命 救命恩人 救命稻草 救了命 救星 帮大忙 帮了大忙 帮了我大忙 lifesaver life_saver saved_my_life saved_my_day saved_our_day saved_the_day
        2.5 满意 很棒 优秀 好评 出色 惊喜 点赞 给力 靠谱 贴心 感动 开心 太感谢 great love loved loving delighted impressed impressive thrilled exceptional top_notch first_class best_ever
        2 喜欢 高兴 棒 赞 专业 周到 耐心 信赖 放心 好用 很好 挺好 真好 超好 特别好 非常好 太好 物美价廉 服务好 质量好 质量不错 效果好 佩服 愉快 优质 顺利 太强了 真牛 太牛 牛逼 厉害 good happy pleased glad satisfied helpful reliable professional friendly nice enjoy enjoyed pleasure smooth smoothly well_done good_job nice_job works_well work_well works_great thumbs_up
        1 快 fast quick quickly
        1.5 不错 还不错 挺不错 蛮好 挺满意 好 可靠 稳定 方便 划算 实惠 值得 期待 合适 支持你们 有帮助 better best fine easy convenient affordable stable helps helped works_fine worked_fine cool impressed_with solved fixed looking_forward
        1 可以的 还行 还可以 凑合 解决了 没问题 没有问题 没毛病 没有毛病 行的 ok_great no_problem no_problems no_issues no_complaints not_bad decent okay_good can't_complain cannot_complain interested interesting
        0.5 推荐 recommend 😊
        0.5 感兴趣 有兴趣 辛苦 费心 clear understood got_it
        polite 请 谢谢 谢谢你 谢谢您 多谢 感谢 麻烦 麻烦您 麻烦你 劳驾 拜托 您 先谢谢 thank_you thanks thank_you_very_much thanks_a_lot many_thanks please thx ty appreciate appreciated cheers kindly
        -0.5 道歉 歉意 说法 换供应商 sorry_to_say forgot used_pump
        -0.5 慢 久 麻烦死 贵 偏贵 有点贵 小贵 复杂 一般 一般般 普通 凑合用 担心 犹豫 疑问 slow expensive pricey confusing confused unclear unsure worried mediocre so_so average concerned hesitant complicated long_wait
        -1 呵呵 迟到 没下文 没影 没音 没声 没人接 没人接听 不接电话 开线 推迟 出问题 太累 效率低 效率真低 no_one_answers no_one_replies on_hold nothing_changed did_nothing falls_apart fell_apart fell_off broke_again died rust no_one_informed badly
        -1 还没 还没有 还没发货 还没到 还没收到 没收到 没有收到 一直没 迟迟 拖着 拖了 一拖再拖 延误 延迟 缺货 缺件 少发 漏发 错发 发错 晚了 过期 太贵 太慢 太久 等太久 催了 为什么没 怎么还 没人 没回复 不回复 不回 没有回复 没反应 不清不楚 噪音大 异响 漏油 漏水 漏气 卡顿 卡住 卡死 划痕 变形 生锈 掉漆 松动 delay delayed late missing overdue still_waiting still_not still_no not_received haven't_received have_not_received never_received didn't_receive hasn't_arrived not_arrived no_reply no_response no_answer nobody wrong incorrect mistake noisy leak leaks leaking scratch scratched scratches rusty loose stuck too_expensive too_slow too_long takes_forever overpriced ripped_off problem problems issue issues trouble error errors unfortunately sad unhappy
        -1.5 三天两头坏 三天两头出 三天两头停 三天两头报 三天两头修 动不动就坏 再不来 再不修 再不发 再不处理 再不解决 再不给 再不回 再不退 再不换 没解决 没有解决 未解决 还没解决 解决不了 说话不算话 说话不算数 不算数 破服务 服了你们 窝火 耽误 没礼貌 没有礼貌 答非所问 有什么用 气人 要死 乱收费 乱涨 没人管 赔偿 太次 破公司 复制粘贴 够了 罪受 零分 反映问题 not_fixed not_solved not_resolved did_not_solve didn't_solve doesn't_solve not_ok unreasonable worthless enough_is_enough no_manners hopeless mess stupid apology apologize cancelling_everything can't_rely no_way_to_treat damn_it 0/10
        -1.5 好意思 什么服务 什么玩意 什么玩意儿 离谱 太离谱 摆设 散架 散架了 废铁 废了 不舒服 丢人 寒心 伤人 凭什么 开了天窗 骂 抗议 客诉 客訴 一星 爱理不理 翻白眼 嘴硬 翻脸 倒闭 跑路 一点用都没有 没用 不接受 推来推去 像玩具 hung_up hangs_up hang_up shouted one_star single_star let_down let_us_down let_me_down kidding treated_like mistreated so-called out_of_line had_enough_of copy_paste vanish misled misleading
        -1.5 有问题 坏了 故障 不好用 不工作 不能用 用不了 无法使用 无法开机 开不了机 打不开 不动了 不转了 死机了 报错 损坏 破损 摔坏 碎了 破了 裂了 断了 烧了 差 质量差 服务差 态度差 不好 不行 不稳定 不准 不合格 不符 不一致 退货 退款 退钱 换货 瑕疵 缺陷 失误 难用 难 麻烦得很 不方便 不专业 不耐烦 不靠谱 停机 郁闷 烦死 烦死了 真烦 很烦 太烦 烦人 头疼 无语 遗憾 可惜 浪费 哎 唉 broken broke damaged defective faulty fault faults defect defects failed fails failure malfunction malfunctioning not_working doesn't_work does_not_work won't_start won't_work stopped_working stops_working crash crashes crashed dead refund return_it send_it_back bad poor poorly unreliable unstable useless waste wasted annoying annoyed upset frustrated frustrating ignored ignoring rude unprofessional unsatisfied dissatisfied not_happy not_satisfied complain complaining complaint complaints regret sick_of tired_of fed_up pathetic
        -2 破机器 破设备 破东西 破产品 破玩意 破系统 破质量 破态度 破售后 破厂 没诚信 不讲信用 霸王条款 玩我 可恶 狗屁 蠢 废物 偷工减料 骗我 骗我们 追究 liars ripoff rip-off stole stolen false_advertising ashamed sucks drunk authorities damn
        -2 什么态度 态度很冲 阴阳怪气 没素质 太没素质 受够 受够了 踢皮球 甩锅 糊弄 以次充好 虚假宣传 货不对板 不诚信 欺客 店大欺客 欺负 欺负人 黑名单 讨个说法 造假 赖账 欺诈 耍人 猴耍 瞎了眼 吃干饭 没良心 良心不会痛 王法 打发叫花子 不会再用 不再合作 当傻子 挂我电话 拖黄 猖狂 翻新的 二手货 cheater cheaters cheating deceived deceive deception insult insulting shame shameful shame_on_you disrespect disrespectful not_acceptable dissatisfaction had_enough i've_had_enough negligence negligent bait_and_switch never_buying never_buy never_ordering hold_you_responsible report_you warning_other beggars disgraceful appalling appalled incompetent useless_support
        -2 失望 不满 不满意 很差 太差 极差 生气 愤怒 气愤 恼火 火大 投诉 差评 差劲 糟糕 糟心 敷衍 推卸 推脱 推诿 不负责 不负责任 没人理 不理人 太坑 被坑 坑我 坑钱 坑人 坑爹 忽悠 欺骗 上当 受骗 骗人 骗钱 假货 假的 劣质 次品 烂 破烂 后悔 受不了 忍无可忍 无法接受 不能接受 不可接受 过分 太过分 恶劣 再也不 再也不会 不会再买 讨厌 恶心 气死 气死我了 disappointed disappointing disappointment angry furious terrible horrible awful worst unacceptable ridiculous disgusting hate hated disgrace cheated lied lying lies fake fraud liar never_again never_buy_again unbelievable outrageous nightmare joke crap rubbish garbage trash junk
        -3 去315 打315 找315 上315 315投诉 315举报 315见 315曝光 法院见 12345 打12315 消费者协会 consumer_protection chamber_of_commerce legal_action
        -3 垃圾 骗子 诈骗 黑心 无良 奸商 滚蛋 滚开 给我滚 去死 混蛋 王八蛋 傻逼 他妈的 妈的 操你 我操 卧槽 草泥马 律师函 起诉 法院 曝光 消协 12315 工商局 举报 退一赔三 scam scammer scammers thieves bullshit fuck fucking shit sue lawsuit lawyer idiots idiot
        x1.3 很 挺 蛮 好好 相当 比较 真 真的 还是 更 更加 really very so quite pretty_much truly much
        x1.6 非常 特别 十分 超 超级 极 极其 极为 太 实在 实在是 太过 巨 简直 完全 彻底 最 extremely incredibly absolutely totally completely super too most highly deeply
        x0.6 有点 有些 有点儿 稍微 略 一点 还算 a_bit a_little slightly somewhat kind_of_a fairly rather
        ban 别 别再 不要 不要再 请勿 don't dont do_not stop never
        denial 不 没 没有 不是 并不 并不是 未 无 不太 不怎么 不够 不算 从不 从来不 从没 毫无 不再 不能 不会 not no doesn't doesnt does_not didn't didnt did_not isn't isnt is_not aren't are_not wasn't was_not weren't won't can't cannot couldn't wouldn't shouldn't haven't hasn't hadn't without neither nor hardly barely nothing
        contrast 但 但是 可是 不过就是 然而 只是 but however yet although though
        urgent 急 紧急 尽快 急用 急需 急要 急等 十万火急 火急 立刻 立即 赶紧 赶快 马上处理 马上解决 马上给我 马上要 马上发 马上回 等着用 等米下锅 今天必须 必须今天 今天就要 现在就要 越快越好 第一时间 刻不容缓 不能再等 等不及 来不及 来不及了 着急 很急 urgent urgently asap a.s.a.p as_soon_as_possible immediately right_away right_now at_once emergency hurry critical can't_wait_any_longer cannot_wait time_sensitive without_delay top_priority
        express 加急 urgent_delivery urgent_shipping urgent_shipment urgent_order urgent_orders
        stopped 停产 停产了 停线 停线了 生产线停了 产线停了 停工 停工了 line_down production_stopped production_is_down production_is_stopped line_is_down line_stopped production_down
        2.5 😍 🥰 ❤ 💯 🎉 🤩
        2 👍 😀 😁 😄 😃 👏 🌹 💐 😘 🙌 👌 ^_^
        0.5 🙂 😉 🙏 :) :-)
        -1 😕 🙁 ☹ 😟 😞 😔 :( :-( 😓 🙄 😒 😑
        -2 👎 😠 😢 😭 😤 💔 😖 😩
        -3 😡 🤬 🖕
        """
}
