import Language
import Synchronization

extension KnowledgeKeeper {
    /// Learns which question is asked, where that is not known of all questions as they are now.
    ///
    /// Takes seconds for a thousand questions; what is served meanwhile finds the nearest ones. Returns whether it did anything.
    @discardableResult
    public func learn(isCancelled: () -> Bool = { false }) -> Bool {
        let served = current.withLock { $0 }
        guard (2...Matcher.mostQuestions).contains(served.base.answers.count), !served.index.isLearned,
            let matcher = Matcher(served.index.documents, isCancelled: isCancelled)
        else { return false }
        adopt(matcher)
        return true
    }
}
