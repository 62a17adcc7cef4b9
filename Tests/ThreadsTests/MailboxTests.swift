import Synchronization
import Testing
import Threads

struct MailboxTests {
    @Test func `what was put comes out in order, also past the compaction`() {
        let mailbox = Mailbox<Int>()
        for number in 0..<5000 { mailbox.put(number) }
        #expect((0..<2500).map { _ in mailbox.take() } == Array(0..<2500))
        #expect(mailbox.takeAll() == Array(2500..<5000))
    }

    @Test func `a closed mailbox gives what it holds, then nothing, and takes nothing more`() {
        let mailbox = Mailbox<String>()
        mailbox.put("last")
        mailbox.close()
        #expect(!mailbox.put("too late"))
        #expect(mailbox.take() == "last")
        #expect(mailbox.take() == nil)
    }

    @Test func `a wait ends at its deadline with nothing`() {
        let mailbox = Mailbox<Int>()
        let deadline = monotonicNanoseconds() + 1_000_000
        #expect(mailbox.take(until: deadline) == nil)
        #expect(monotonicNanoseconds() >= deadline)
    }

    @Test func `each element is taken by exactly one of several threads`() throws {
        let mailbox = Mailbox<Int>()
        let taken = Mutex<[Int]>([])
        let threads = try (0..<3).map { number in
            try HostThread("taker-\(number)") {
                while let element = mailbox.take() { taken.withLock { $0.append(element) } }
            }
        }
        for number in 0..<10_000 { mailbox.put(number) }
        mailbox.close()
        for thread in threads { thread.join() }
        #expect(taken.withLock { $0.sorted() } == Array(0..<10_000))
    }
}
