/// Chinese characters by how they sound, coarsely: those a hurried or a southern hand confuses have one sound.
enum Sounds {
    /// A key for a trie: one for all characters of a sound, one for each other scalar, ASCII as it is.
    static func key(_ scalar: Unicode.Scalar) -> UInt32 {
        let value = scalar.value
        if value < 0x80 { return value }
        if value >= 0x4E00, value <= 0x9FFF {
            let sound = table.ofCharacter[Int(value) - 0x4E00]
            if sound != 0 { return UInt32(sound) }
        }
        return value + UInt32(Trie.directKeys)
    }

    /// Syllables by their letters; a value is a place in `key(ofSyllable:)`.
    static var syllables: Trie { table.syllables }

    static func key(ofSyllable index: Int32) -> UInt32 { UInt32(table.ofSyllable[Int(index)]) }

    private static let table = Table()

    private struct Table {
        var ofCharacter = [UInt16](repeating: 0, count: 0x9FFF - 0x4E00 + 1)
        let ofSyllable: [UInt16]
        let syllables: Trie

        init() {
            var spelled: [String: UInt16] = [:]
            var merged: [String: UInt16] = [:]
            for value in UInt32(0x4E00)...0x9FFF {
                guard let scalar = Unicode.Scalar(value), let reading = Pinyin.reading(of: scalar) else {
                    continue
                }
                if spelled[reading] == nil {
                    let key = merged[Sounds.merged(reading), default: UInt16(0x80 + merged.count)]
                    merged[Sounds.merged(reading)] = key
                    spelled[reading] = key
                }
                ofCharacter[Int(value) - 0x4E00] = spelled[reading] ?? 0
            }
            for (typed, meant) in [("lv", "lu"), ("nv", "nu"), ("lve", "lue"), ("nve", "nue")] {
                spelled[typed] = spelled[meant]
            }
            ofSyllable = Array(spelled.values)
            syllables = Self.trie(of: spelled.keys)
        }

        private static func trie(of syllables: some Sequence<String>) -> Trie {
            var keys: [UInt32] = []
            var bounds: [Int32] = [0]
            for syllable in syllables {
                keys += syllable.unicodeScalars.map(\.value)
                bounds.append(Int32(keys.count))
            }
            return Trie(keys: keys, bounds: bounds)
        }
    }

    /// Without what is often confused: zh and z, ch and c, sh and s, ang and an, eng and en, ing and in.
    private static func merged(_ syllable: String) -> String {
        var letters = Array(syllable)
        if letters.count > 2, "zcs".contains(letters[0]), letters[1] == "h" { letters.remove(at: 1) }
        if letters.count > 2, letters.suffix(2) == ["n", "g"], letters[letters.count - 3] != "o" {
            letters.removeLast()
        }
        return String(letters)
    }
}
