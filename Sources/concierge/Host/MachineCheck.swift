import ConciergeCore
import HTTPClient
import struct HTTPServer.TLSFiles
import Unix

/// What of a configuration can only be held against this machine: files, time zones, networks.
struct MachineCheck {
    let configuration: Configuration
    /// Where the time zones lie; a machine without them cannot tell.
    var zones = "/usr/share/zoneinfo"

    var problems: [Problem] { certificates + timezone + networks }

    private var certificates: [Problem] {
        guard let tls = configuration.server.tls else { return [] }
        let unreadable = [("certificate", tls.certificate), ("key", tls.key)].compactMap { name, path in
            do throws(SystemError) { _ = try Files.read(path) } catch {
                return problem(
                    at: .root / "server" / "tls" / name, path,
                    "cannot be read: \(error.reason); mend the path, or let this user read it")
            }
            return nil
        }
        guard unreadable.isEmpty else { return unreadable }
        do { try TLSFiles(certificate: tls.certificate, key: tls.key).check() } catch {
            return [Problem(at: configuration.sources.place(of: .root / "server" / "tls"), "\(error)")]
        }
        return []
    }

    private var timezone: [Problem] {
        let name = configuration.businessHours.timezone
        guard Files.isFolder(zones), !isZone(name) else { return [] }
        let known = (try? Files.tree(zones))?.filter { !$0.contains(".") && $0.contains("/") } ?? []
        let mend = Spelling.mend(name, known: known, otherwise: "write one such as Asia/Shanghai")
        return [problem(at: .root / "business_hours" / "timezone", name, "is no time zone; \(mend)")]
    }

    private func isZone(_ name: String) -> Bool {
        let isBelow = !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
        let start = Array("TZif".utf8)
        return isBelow && (try? Files.read(Files.join(zones, name)))?.starts(with: start) ?? false
    }

    private var networks: [Problem] {
        configuration.webhooks.enumerated().flatMap { index, webhook in
            webhook.allowedNetworks.enumerated().compactMap { number, text in
                guard AddressBlock(text) == nil, Authority(name: text) == nil else { return nil }
                return problem(
                    at: .root / "webhooks" / index / "allowed_networks" / number, text,
                    "is neither a host nor a block; write name, name:port or 10.0.0.0/8")
            }
        }
    }

    /// What came from the environment is not shown.
    private func problem(at pointer: Pointer, _ text: String, _ what: String) -> Problem {
        let sources = configuration.sources
        let name = pointer.steps.last { Int($0) == nil } ?? ""
        let shown = sources.isExpanded(pointer) ? "" : " '\(text.prefix(80))'"
        return Problem(at: sources.place(of: pointer), "'\(name)'\(shown) \(what)")
    }
}
