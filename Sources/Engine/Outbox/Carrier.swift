public import ConciergeCore

/// Brings deliveries out of the house: a channel, or webhooks.
public protocol Carrier: Sendable {
    /// Blocks its thread until it is known what became of the delivery.
    func carry(_ delivery: Delivery) -> CarryResult
}

/// What became of a delivery.
public enum CarryResult: Sendable, Hashable {
    case done
    /// May work later: the time to wait if the other side said so.
    case retry(String, after: Duration?)
    case failed(String)
}
