/// The forms in which a package travels.
public enum ArchiveFormat: String, Sendable, Hashable, CaseIterable {
    case tarZstandard = "tar.zst"
    case tarGzip = "tar.gz"
    case zip
}
