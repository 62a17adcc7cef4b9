import Archives
import Cryptography
import Unix

@testable import SkillPackages

/// What libFuzzer calls with each input; `FUZZ` says who reads it. Whatever it is, it ends in a value or in an error.
@c(LLVMFuzzerTestOneInput) public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    reader(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

private let folder = (try? Files.temporaryFolder("fuzz")) ?? "."

private let reader: @Sendable ([UInt8]) -> Void =
    switch Environment["FUZZ"] {
    case "manifest":
        { bytes in
            try? Files.replace(folder + "/skill.yaml", with: bytes)
            _ = try? SkillFile(folder)
        }
    case "archive":
        { bytes in
            try? Files.replace(folder + "/a", with: bytes)
            try? Files.makeFolders(folder + "/out")
            _ = try? ArchiveReader(folder + "/a").unpack(into: folder + "/out")
            try? Files.removeTree(folder + "/out")
        }
    case "signature":
        { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            _ = try? SignatureFile(text)
            _ = try? PackageSums(text: text)
            _ = PublicKey(text)
        }
    case "library": { _ = try? LibraryFacts($0).faults(isPacked: true, runtime: []) }
    default: { _ = try? IndexReader.read($0, place: "index.json") }
    }
