public import Archives
public import ConciergeCore

/// Why a package is not built, installed or run: where, what, and the mend.
public enum PackageError: Error, Hashable, CustomStringConvertible {
    case notAPackage(folder: String)
    /// What is wrong with files that people edit.
    case problems([Problem])
    case nothingToBuild(folder: String)
    case severalLibraries(folder: String, found: [String])
    case noLibrary(folder: String, tool: String)
    case libraryNotThere(folder: String, named: String)
    case buildFailed(folder: String, tool: String, ending: String, output: String)
    case noSDK(looked: [String])
    case link(path: String)
    /// A pipe, a socket or a device.
    case notAFile(path: String)
    /// What is wrong with a library's file.
    case library(path: String, faults: [String])
    case archive(ArchiveError)
    case noLibraryToPack(folder: String)
    /// Another than when it was signed.
    case signedBefore(folder: String, [PackageSums.Difference])
    case signedAsOther(folder: String, says: String)
    /// Another than a moment ago.
    case changing(folder: String, [PackageSums.Difference])
    case unknown(id: String, lock: String, mend: String)
    case misplaced(folder: String)
    case changedMeanwhile(id: String, lock: String)
    case damaged(lock: String, reason: String)
    case untrusted(TrustError)
    case system(String)

    public var description: String {
        switch self {
        case .notAPackage(let folder): "\(folder): no 'skill.yaml' in it; give the folder of a skill"
        case .problems(let problems): problems.map(\.description).joined(separator: "\n")
        case .nothingToBuild(let folder):
            "\(folder): neither a library nor a way to build one; add Package.swift, Cargo.toml, Makefile, src/*.c, or 'build' or 'library' in skill.yaml"
        case .severalLibraries(let folder, let found):
            "\(folder): the build made several libraries (\(found.joined(separator: ", "))); name one by 'library' in skill.yaml"
        case .noLibrary(let folder, let tool):
            "\(folder): \(tool) made no shared library; name it by 'library' in skill.yaml"
        case .libraryNotThere(let folder, let named):
            "\(folder): 'library' in skill.yaml names '\(named)', which is not there, nor are sources to build it from; put it there, or mend the name"
        case .buildFailed(let folder, let tool, let ending, let output):
            "\(folder): \(tool) failed (\(ending)); mend what it says:\n\(output)"
        case .noSDK(let looked):
            "concierge-sdk: in none of \(looked.joined(separator: ", ")); set CONCIERGE_SDK to its folder"
        case .link(let path): "\(path): a link; packages hold files only, so copy what it points to"
        case .notAFile(let path):
            "\(path): neither a file nor a folder, which is all that packages hold; remove it"
        case .library(let path, let faults): faults.map { "\(path): \($0)" }.joined(separator: "\n")
        case .archive(let error): error.description
        case .noLibraryToPack(let folder):
            "\(folder): no library in it; 'concierge skill build \(folder)' first"
        case .signedBefore(let folder, let differences):
            "\(folder): \(PackageSums.text(differences)) after it was signed; sign it again with 'concierge skill sign \(folder)'"
        case .signedAsOther(let folder, let says):
            "\(folder): signed as '\(says)', which it is not any more; sign it again with 'concierge skill sign \(folder)'"
        case .changing(let folder, let differences):
            "\(folder): \(PackageSums.text(differences)) while it was packed; pack it again"
        case .unknown(let id, let lock, let mend): "\(lock): no skill '\(id)' is installed; \(mend)"
        case .misplaced(let folder):
            "\(folder): no place for a package; its version is none, ask its publisher"
        case .changedMeanwhile(let id, let lock):
            "\(lock): skill '\(id)' was changed by another command meanwhile; look at it, and say it again"
        case .damaged(let lock, let reason): "\(lock): \(reason); restore it, or remove it and install again"
        case .untrusted(let error): error.description
        case .system(let reason): reason
        }
    }
}
