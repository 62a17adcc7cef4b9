/// Words written without the spaces between them: howmuchis|R6, duoshao|qian.
struct RunOn {
    /// From each place of the run the fewest words that lead there from its beginning; nil where none do.
    private let counts: [Int?]
    /// Where the last of them begins.
    private let befores: [Int]
    private let start: Int

    /// Nobody leaves out more spaces.
    static let longest = 48

    /// `ends` says where the words end that begin where a slice does.
    init(_ run: ArraySlice<Unicode.Scalar>, _ ends: (ArraySlice<Unicode.Scalar>) -> [Int]) {
        let run = run.prefix(Self.longest)
        start = run.startIndex
        var counts = [Int?](repeating: nil, count: run.count + 1)
        var befores = [Int](repeating: 0, count: run.count + 1)
        counts[0] = 0
        for place in run.indices {
            guard let count = counts[place - start] else { continue }
            for end in ends(run[place...]) where count + 1 < counts[end - start] ?? .max {
                counts[end - start] = count + 1
                befores[end - start] = place
            }
        }
        self.counts = counts
        self.befores = befores
    }

    /// The places within the run, and its end, to which nothing but words leads.
    var places: [Int] { counts.indices.dropFirst().filter { counts[$0] != nil }.map { $0 + start } }

    /// The words that lead to a place; none where there are none.
    func words(to end: Int) -> [Range<Int>] {
        guard end > start, counts.indices.contains(end - start), counts[end - start] != nil else { return [] }
        var words: [Range<Int>] = []
        var place = end
        while place > start {
            words.append(befores[place - start]..<place)
            place = befores[place - start]
        }
        return words.reversed()
    }
}

extension CommonWords {
    /// Where English words of every day end that begin where these scalars do; a single letter is none.
    static func ends(_ scalars: ArraySlice<Unicode.Scalar>) -> [Int] {
        (english.ends(scalars) + everyday.ends(scalars)).filter { $0 - scalars.startIndex > 1 }
    }
}
