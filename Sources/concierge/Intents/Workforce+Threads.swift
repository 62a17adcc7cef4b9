import Language
import Threads
import Unix

extension Workforce {
    /// Every core of this machine, for as long as the work takes.
    static let cores = Workforce { count, work in
        let numbers = Mailbox<Int>()
        for number in 0..<count { numbers.put(number) }
        numbers.close()
        let labour: @Sendable () -> Void = {
            while let number = numbers.take() { work(number) }
        }
        // When the system has no more threads, those that are there do it all.
        let others = (1..<max(1, min(count, Environment.cores))).compactMap { number in
            try? HostThread("intents-\(number)", labour)
        }
        labour()
        for thread in others { thread.join() }
    }
}
