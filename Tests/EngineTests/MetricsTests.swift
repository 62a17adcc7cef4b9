import Engine
import Testing

struct MetricsTests {
    @Test func `a count that does not fit stays at the end of the numbers`() {
        let metrics = Metrics()
        for amount in [Int64.max, 1, .max] { metrics.add("up", amount) }
        for amount in [Int64.min, -1] { metrics.add("down", amount) }
        #expect(metrics.all.map(\.name) == ["down", "up"])
        #expect(metrics.all.map(\.value) == [.min, .max])
    }
}
