/// The words that deny and suppose, and those that only look like them.
enum StanceWords {
    enum Cue: Sendable {
        /// Looks like a cue and is none: 不错, "no problem".
        case none
        /// Denies what follows in the clause, or what precedes when it stands last: 不要.
        case denial
        /// Denies what follows, not beyond 的: 不贵的机器人.
        case weakDenial
        /// Leaves out what follows, unless more of it is wanted: 除了.
        case exception
        /// Ends a weak denial: "no invoice for the motors".
        case limit
        /// Denies what precedes: "is not needed".
        case denialBefore
        /// Ends a denial: 而是, "but".
        case contrast
        /// Supposes what follows: 如果, "if".
        case supposition
        /// "say", which mostly is a verb.
        case saying
        /// Supposes what precedes: 的话.
        case suppositionBefore
    }

    static let cues = Phrases<Cue>(lists: [
        (none, .none), (denial, .denial), (weakDenial, .weakDenial), (denialBefore, .denialBefore),
        ("除了 除去 除开", .exception), ("for about since regarding", .limit), (contrast, .contrast),
        (supposition, .supposition),
        ("say", .saying), ("的话 的时候再说 hypothetically", .suppositionBefore),
    ])

    /// Behind these "say" is none of somebody's.
    static let beforeExample = Phrases(
        words: "or about maybe order ordered need want buy take of for with at get")

    /// 除了A还要B wants both; so does who asks what else there is.
    static let additions = Phrases(words: "还 也 另 再 又 什么 哪些 有没有 呢 并 同时 吗")
    /// Where what 除了 leaves out ends: 除了A都要, 除了A以外.
    static let exceptionEnds = Phrases(words: "都 全 其他 其它 其余 以外 之外 外 别的 均 各")

    private static let none = """
        不合格 不良 不一样 不一致 不对 不规则 不干胶 不粘 不透明 不变 不久 不是说 别家 别说 不错 不好意思 不知道 不知 不晓得 不清楚 不确定 不了解 不明白 不懂 不管 不论 不得不 不仅 不但 不光 不只 不止 不单 不过 不如 不同 不断 不锈钢 不妨
        不然 不少 不少于 不超过 不低于 不高于 不大于 不小于 不多于 不超 不到 不足 不满 不晚于 不迟于 不早于 差不多 要不 要不要 要不然 能不能 可不可以 是不是 好不好
        行不行 会不会 对不对 需不需要 在不在 有没有 有没 用不用 想不想 应不应该 愿不愿意 不太确定 不太清楚 不用客气 不客气 不用谢 不急 不着急 不愧 不谋而合 不可思议
        不由得 不禁 不要紧 不一定 不见得 不至于 巴不得 恨不得 怪不得 了不起 来不及 对不起 看不懂 找不到 收不到 打不开 连不上 开不了 用不了 不工作 不好用 不能用 不动 不转
        不能正常 不能开机 不能启动 不会用 不会操作 不太会 不方便 不舒服 不满意 不断电 不间断 不间断电源 没问题 没关系 没事 没错 没准 没办法 没有问题 没有关系 没有办法 没有收到 没收到
        还没收到 还没有收到 没有货吗 没想到 没有想到 有没有可能 未来 未必 未收到 无法开机 无法启动 无法使用 无法连接 无论 无锡 无人机 无线 无刷 无尘 无菌 无纺布 无非 无缝 无意 无疑
        非常 非洲 非标 非得 非凡 非但 非要 南非 北非 东非 西非 中非 是非 莫非 别的 别人 别名 别处 别墅 别样 特别 区别 级别 类别 性别 分别 个别 告别 辨别 识别 差别 国别 鉴别
        主要是 只要是 需要是 重要是 主要 重要 需要 必要 要求 要点 要么 若干 宛若 如果汁 是否 总是 老是 还是 但是要 可是 要是说
        not_only not_just not_sure not_certain not_bad not_more_than not_less_than not_over not_under not_exceed
        not_exceeding not_to_exceed not_later_than not_until not_before not_to_mention do_not_exceed don't_exceed
        no_more_than no_less_than no_fewer_than no_later_than no_problem no_worries no_idea no_doubt no_matter
        no_wonder no_rush no_hurry order_no part_no model_no item_no serial_no invoice_no tracking_no po_no phone_no
        ref_no contract_no account_no drawing_no sku_no don't_know do_not_know dont_know don't_understand don't_mind
        don't_hesitate do_not_hesitate don't_worry don't_forget do_not_forget dont_forget can't_wait cannot_wait
        why_not why_don't why_can't why_isn't why_aren't can't_you can't_we don't_you don't_we won't_you won't_it
        isn't_it isn't_there isn't_this isn't_that aren't_you aren't_there haven't_you hasn't_it couldn't_you
        couldn't_we shouldn't_we didn't_you doesn't_it wouldn't_you wouldn't_it can't_find cannot_find can't_open
        can't_start didn't_receive did_not_receive haven't_received have_not_received hasn't_arrived not_arrived
        not_received not_working doesn't_work does_not_work won't_start won't_turn_on not_work or_not whether_or_not
        if_not if_possible if_any if_so as_if what_if_not nothing_but supposed_to i_assume wonder_if wondering_if
        ask_if asking_if asked_if know_if see_if check_if checking_if confirm_if sure_if find_out_if tell_me_if
        asking_whether understand_if clarify_if advise_if to_say they_say he_said just_only
        """

    private static let denial = """
        不是 不是做 不是要 并不是 也不是 都不是 而不是 不要 不想要 不想 不需要 不用 不必 不买 不订 不做 不考虑 不打算 不准备 不再 不再需要 不含 不包括 不包含 不带 不属于 不选
        不采购 不接受 不生产 不在 不去 不来自 不来 不发 不发往 不发到 没有 没买 没订 没说要 没说 没要 没打算 没做 没在 从没 从未 从来没有 从来不 并没有 无需 无须 而非 并非 并未 尚未 绝不 绝非
        别 请勿 勿 甭 不可能 取消 不算 不等于
        not never without don't dont do_not doesn't doesnt does_not didn't didnt did_not isn't isnt is_not aren't
        arent are_not wasn't was_not weren't were_not won't wont will_not can't cant cannot can_not couldn't could_not
        shouldn't should_not wouldn't would_not mustn't must_not needn't need_not haven't have_not hasn't has_not
        hadn't had_not ain't i'm_not we're_not neither nor instead_of rather_than except except_for excluding
        other_than no_longer no_need anything_but not_any not_from not_in
        """

    private static let weakDenial = "no 不 没 未 非 无法 不能 不会 不可 不可以 不应该 不够 不愿意 不太 不怎么"

    private static let denialBefore = """
        除外 就算了 算了 不要了 不用了 不做了 不买了 不订了 不考虑了 都不要 都不做 is_not_needed are_not_needed not_needed
        not_required not_necessary is_excluded are_excluded excluded isn't_needed aren't_needed is_out_of_the_question
        is_not_for_us isn't_for_us no_longer_needed
        """

    private static let contrast = """
        而是 但是 但 而 是 要 只要 只需要 只需 换成 改成 改为 换 改 就要 还要 也要 我要 我们要 应该是 其实是 却
        but but_rather only just however instead though although whereas while we_need we_want i_need i_want it's
        """

    private static let supposition = """
        如果 如果说 假如 假设 假使 假若 假定 要是 倘若 倘使 若是 若要 若 如若 如需 如要 如买 如订 如采购 如购买 如能 如果能 万一 设想 比如 比如说 例如 譬如 比方 比方说 打个比方
        即使 即便 哪怕 就算 除非
        if what_if if_only even_if in_case in_the_event suppose supposing assume assuming let's_say lets_say let_us_say
        say_we say_i say_you imagine imagining provided_that providing_that unless were_we_to were_i_to were_you_to
        as_long_as on_condition_that hypothetically for_example for_instance e.g e.g. such_as_if
        """
}
