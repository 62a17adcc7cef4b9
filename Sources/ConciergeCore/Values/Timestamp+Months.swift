extension Timestamp {
    /// The month in UTC as a number that sorts: 202603.
    public var month: Int64 {
        let (year, month, _) = Self.civil(days: milliseconds.floorDivided(by: 86_400_000).0)
        return year * 100 + month
    }
}
