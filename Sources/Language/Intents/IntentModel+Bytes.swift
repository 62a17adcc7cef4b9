extension IntentModel {
    private static let mark = "concierge intents 4\n"

    /// The model as a file keeps it.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.mark)
        writer.write(about)
        for keys in [exam.right, exam.wrong, taught] { writer.write(keys) }
        writer.write(labels.count)
        for label in labels { writer.write(label) }
        writer.write(noneLabel ?? -1)
        writer.write(courtesies.count)
        for label in courtesies.sorted() { writer.write(label) }
        vocabulary.write(to: &writer)
        writer.write(linear.weights)
        writer.write(linear.bias)
        writer.write(nets.count)
        for net in nets { net.write(to: &writer) }
        judgement.write(to: &writer)
        return writer.sealed
    }

    /// Nil when the bytes are not those of a whole model of this version.
    public init?(bytes: [UInt8]) {
        guard var reader = ByteReader(sealed: bytes), reader.text() == Self.mark else { return nil }
        about = reader.text()
        exam.right = reader.keys()
        exam.wrong = reader.keys()
        taught = reader.keys()
        let labels = (0..<reader.count()).map { _ in reader.text() }
        let none = reader.int()
        courtesies = Set((0..<reader.count()).map { _ in reader.text() })
        let vocabulary = FeatureVocabulary(&reader)
        let weights = reader.matrix()
        let bias = reader.lanes()
        linear = LinearModel(weights: weights, bias: bias)
        nets = (0..<reader.count()).map { _ in Net(&reader, labels: labels.count) }
        judgement = IntentJudgement(&reader)
        guard !reader.hasFailed, reader.isAtEnd else { return nil }
        self.labels = labels
        noneLabel = none < 0 ? nil : none
        self.vocabulary = vocabulary
        guard isWhole else { return nil }
    }

    /// Whether each part has what the others ask it for: rows are added up in C, which does not look.
    private var isWhole: Bool {
        let lanes = [Lane].lanes(for: labels.count)
        return noneLabel.map { $0 < labels.count } ?? true
            && linear.weights.count == vocabulary.count
            && (judgement.favour.isEmpty || judgement.favour.count == labels.count)
            && linear.weights.width == lanes && linear.bias.count == lanes
            && nets.allSatisfy { $0.isWhole(features: vocabulary.count, lanes: lanes) }
    }
}

extension ByteWriter {
    /// Keys of sentences by label.
    fileprivate mutating func write(_ keys: [String: [UInt64]]) {
        write(keys.count)
        for (label, keys) in keys.sorted(by: { $0.key < $1.key }) {
            write(label)
            write(keys)
        }
    }
}

extension ByteReader {
    fileprivate mutating func keys() -> [String: [UInt64]] {
        var keys: [String: [UInt64]] = [:]
        for _ in 0..<count() {
            let label = text()
            keys[label] = numbers()
        }
        return keys
    }
}

extension FeatureVocabulary {
    fileprivate func write(to writer: inout ByteWriter) {
        var buckets = [Int32](repeating: 0, count: count)
        for (bucket, row) in rows.enumerated() where row >= 0 { buckets[Int(row)] = Int32(bucket) }
        writer.write(buckets)
        writer.write(weights)
    }

    fileprivate init(_ reader: inout ByteReader) {
        let buckets: [Int32] = reader.numbers()
        let weights: [Float] = reader.numbers()
        var rows = [Int32](repeating: -1, count: FeatureReader.buckets)
        for (row, bucket) in buckets.enumerated() where rows.indices.contains(Int(bucket)) {
            rows[Int(bucket)] = Int32(row)
        }
        if weights.count != buckets.count { reader.fail() }
        self.init(rows: rows, weights: weights)
    }
}

extension Net {
    fileprivate func isWhole(features: Int, lanes: Int) -> Bool {
        rows.count == features && rows.allSatisfy { $0 < hidden.count }
            && hiddenBias.count == hidden.width && output.count == hidden.width * 16
            && output.width == lanes && outputBias.count == lanes
    }

    fileprivate func write(to writer: inout ByteWriter) {
        writer.write(rows)
        writer.write(hidden)
        writer.write(hiddenBias)
        writer.write(output)
        writer.write(outputBias)
    }

    fileprivate init(_ reader: inout ByteReader, labels: Int) {
        self.labels = labels
        rows = reader.numbers()
        hidden = reader.matrix()
        hiddenBias = reader.lanes()
        output = reader.matrix()
        outputBias = reader.lanes()
    }
}

extension IntentJudgement {
    fileprivate func write(to writer: inout ByteWriter) {
        writer.write([netShare, sharpness])
        writer.write(favour)
        writer.write(confidence.weights + none.weights + [noneFrom])
    }

    fileprivate init(_ reader: inout ByteReader) {
        self.init()
        let weighing: [Float] = reader.numbers()
        favour = reader.numbers()
        let curves: [Double] = reader.numbers()
        guard weighing.count == 2, curves.count == 7 else {
            reader.fail()
            return
        }
        netShare = weighing[0]
        sharpness = weighing[1]
        confidence = Logistic(weights: Array(curves[..<2]))
        none = Logistic(weights: Array(curves[2..<6]))
        noneFrom = curves[6]
    }
}
