import Archives
import ConciergeCore
import Cryptography
import SkillPackages
import Threads
import Unix

/// What it costs that nothing in an archive is trusted: unpacking beside tar, verifying beside reading and hashing.
struct PackagesBench {
    private let folder: String
    private let package: PackageFolder
    private let key = SecretKey.generate()

    static func run(_ invocation: Invocation) throws {
        let folder = try Files.temporaryFolder("concierge-packages")
        defer { try? Files.removeTree(folder) }
        let bench = try PackagesBench(in: folder)
        for figure in try bench.figures() { figure.show(invocation) }
    }

    /// A library of four megabytes and two hundred files of data, as a large skill has them.
    private init(in folder: String) throws {
        self.folder = folder
        package = PackageFolder(Files.join(folder, "large"), id: "large", isWhole: true)
        try write("lib/linux-x86_64/large.so", secureRandomBytes(4 << 20))
        for number in 0..<200 {
            let lines = (0..<400).map { "answer \(number) \($0): yes, with your tax number\n" }
            try write("knowledge/answers-\(number).txt", Array(lines.joined().utf8))
        }
        try PackageSignature.sign(package, version: "1.0.0", by: key)
    }

    private func write(_ name: String, _ bytes: [UInt8]) throws {
        let path = Files.join(package.path, name)
        try Files.makeFolders(Files.folder(of: path))
        try Files.replace(path, with: bytes)
    }

    private func figures() throws -> [Figure] {
        var figures: [Figure] = []
        for format in [ArchiveFormat.tarZstandard, .zip] {
            let archive = Files.join(folder, "large.\(format.rawValue)")
            try ArchiveWriter.write(
                try package.files().map {
                    (name: $0, path: Files.join(package.path, $0), isExecutable: false)
                },
                under: package.id, as: format, to: archive)
            let tool = format == .zip ? ["unzip", "-q", archive] : ["tar", "--zstd", "-xf", archive]
            let floor = try median { place in _ = try ChildProcess(tool, in: place).run() }
            let value = try median { place in _ = try ArchiveReader(archive).unpack(into: place) }
            figures.append(Figure(name: "unpack, \(format.rawValue)", value: value, unit: "ms", floor: floor))
        }
        let names = try package.files()
        let floor = try median { _ in
            for name in names { _ = SHA256.hash(try Files.read(Files.join(package.path, name))) }
        }
        let value = try median { _ in
            try PackageSignature.read(package)?.verify(
                id: package.id, version: "1.0.0", sums: PackageSums(of: package), by: key.publicKey)
        }
        return figures + [Figure(name: "verify", value: value, unit: "ms", floor: floor)]
    }

    /// Milliseconds of the middle one of eleven, each in a new folder.
    private func median(_ body: (String) throws -> Void) throws -> Double {
        let times = try (0..<11).map { _ in
            let place = try Files.ownFolder(in: folder, "place")
            let start = monotonicNanoseconds()
            try body(place)
            return monotonicNanoseconds() - start
        }
        return Double(times.sorted()[5]) / 1_000_000
    }
}
