import Archives
import Testing

@Suite struct ArchiveFormatTests {
    @Test func `each form has a name of its own`() {
        #expect(Set(ArchiveFormat.allCases.map(\.rawValue)).count == 3)
    }
}
