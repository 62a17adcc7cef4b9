import Testing

@testable import Language

@Suite struct WorkforceTests {
    @Test func `results stand in the order of their numbers, in whatever order they were made`() {
        let backwards = Workforce { count, work in for number in (0..<count).reversed() { work(number) } }
        #expect(backwards.map(4) { $0 * $0 } == [0, 1, 4, 9])
        #expect(Workforce.alone.map(0) { $0 } == [])
    }

    @Test func `work that is left undone is not taken for done`() async {
        await #expect(processExitsWith: .failure) {
            let lazy = Workforce { count, work in for number in 1..<count { work(number) } }
            _ = lazy.map(3) { $0 }
        }
    }
}
