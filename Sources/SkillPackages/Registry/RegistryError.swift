public import Cryptography
import ConciergeCore

/// Why a registry gives nothing, or nothing that is taken.
public enum RegistryError: Error, Hashable, CustomStringConvertible {
    case index(place: String, path: String, fault: String)
    case signature(place: String, SignatureError)
    case otherIndex(place: String, says: String, expected: String)
    case expired(place: String, at: String)
    case rolledBack(place: String, serial: Int64, seen: Int64)
    case forked(place: String, serial: Int64)
    case renamed(place: String, was: String, now: String)
    case noKey(place: String)
    case keyRefused(place: String, key: String)
    /// No word of trust is broken: somebody else may have the same.
    case unreachable(place: String, reason: String)
    case missing(place: String)
    case tooLarge(place: String, limit: Int)
    case redirect(place: String, fault: String)
    case busy(place: String, seconds: Int)
    case otherContent(place: String, expected: String, found: String)
    /// An earlier registry, which may have the name, gives no answer.
    case undecided(name: String, registry: String, outage: String)
    case unknown(name: String, mend: String)
    case blocked(name: String, registry: String)
    case answer(place: String, fault: String)
    case publishing(place: String, fault: String)
    case system(String)

    /// Whether another place may serve instead.
    var isOutage: Bool {
        switch self {
        case .unreachable, .missing, .tooLarge, .redirect, .busy, .otherContent, .answer, .system: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .index(let place, let path, let fault):
            "\(place): \(path.isEmpty ? "" : "'\(path)': ")\(fault); publish the index anew"
        case .signature(let place, let error): "\(place): \(error)"
        case .otherIndex(let place, let says, let expected):
            "\(place): signed as '\(says)', but this is '\(expected)'; ask whoever runs the registry"
        case .expired(let place, let at):
            "\(place): the index was good until \(at); ask whoever runs the registry to publish a new one"
        case .rolledBack(let place, let serial, let seen):
            "\(place): the index has number \(serial), but \(seen) was seen before; an old one is served again, so ask whoever runs the registry"
        case .forked(let place, let serial):
            "\(place): there are two different indexes with number \(serial); ask whoever runs the registry"
        case .renamed(let place, let was, let now):
            "\(place): the registry was called '\(was)' and is now '\(now)'; ask whoever runs it"
        case .noKey(let place):
            "\(place): no key is known for it, and it shows none; give 'key' beside its address under 'registries'"
        case .keyRefused(let place, let key):
            "\(place): its key \(key) is not trusted yet; look at it, then say --yes, or give 'key' beside its address"
        case .unreachable(let place, let reason): "\(place): not reached (\(reason)); try again later"
        case .missing(let place): "\(place): not there; mend the address, or ask whoever runs the registry"
        case .tooLarge(let place, let limit):
            "\(place): larger than \(limit) bytes, which is all that belongs there; ask whoever runs the registry"
        case .redirect(let place, let fault): "\(place): \(fault); name the address that is meant"
        case .busy(let place, let seconds): "\(place): too many were asked for; try again in \(seconds) s"
        case .otherContent(let place, let expected, let found):
            "\(place): has sha256 \(found), but the index says \(expected); it was changed or damaged, so try another mirror"
        case .undecided(let name, let registry, let outage):
            "'\(name)': \(registry) may have it and gives no answer (\(outage)); try again, or name the registry that is meant by --registry"
        case .unknown(let name, let mend): "'\(name)': in no registry; \(mend)"
        case .blocked(let name, let registry):
            "'\(name)': \(registry) blocks it as malware; do not install it from elsewhere either"
        case .answer(let place, let fault): "\(place): \(fault); ask whoever runs it"
        case .publishing(let place, let fault): "\(place): \(fault)"
        case .system(let reason): reason
        }
    }
}
