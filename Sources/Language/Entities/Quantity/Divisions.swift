/// Words that part what is bought: into how many, nobody takes for how much.
enum Divisions {
    static let units: Set<String> = [
        "批", "份", "组", "单", "车", "船", "箱", "batch", "batches", "lot", "lots", "set", "sets",
    ]

    static let heads = Lexicon<Bool>(
        Vocabulary.list("分, 分成, 分为, 分作, 拆成, 拆分成, in, into").map { ($0, true) }, backward: true)

    static let tails = Lexicon<Bool>(
        Vocabulary.list("交货, 交付, 发货, 发出, 出货, 到货, 送货, 付款").map { ($0, true) })
}
