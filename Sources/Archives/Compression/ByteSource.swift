/// Bytes as they come out of a compression.
protocol ByteSource: AnyObject {
    /// The next part, empty at the end.
    func next() throws(ArchiveFault) -> [UInt8]
}
