import Cryptography
import HTTPServer

extension Response {
    /// A page for a stranger's browser: no script, its first `<style>`, and forms that post to it.
    init(html: String, status: Int) {
        // A browser hashes the text as it reads it, with bare line feeds.
        let html = Array(html.utf8).withBareLineFeeds
        let style = html.firstStyle.map { "'sha256-\(Base64.standard.encode(SHA256.hash($0)))'" } ?? "'none'"
        self.init(
            status: status,
            headers: [
                "content-type": "text/html; charset=utf-8", "cache-control": "no-store",
                "x-content-type-options": "nosniff", "referrer-policy": "no-referrer",
                "content-security-policy":
                    "default-src 'none'; style-src \(style); img-src data:; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'",
                "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
                "x-frame-options": "DENY", "x-robots-tag": "noindex",
                "permissions-policy": "camera=(), microphone=(), geolocation=()",
            ], body: html)
    }
}

extension [UInt8] {
    fileprivate var withBareLineFeeds: [UInt8] {
        guard contains(0x0d) else { return self }
        return indices.compactMap { index in
            guard self[index] == 0x0d else { return self[index] }
            return index + 1 < count && self[index + 1] == 0x0a ? nil : 0x0a
        }
    }

    /// What stands in the first `<style>`, byte for byte.
    fileprivate var firstStyle: [UInt8]? {
        guard let tag = position(of: "<style", from: 0), let open = self[tag...].firstIndex(of: 0x3e),
            let end = position(of: "</style", from: open)
        else { return nil }
        return Array(self[(open + 1)..<end])
    }

    /// `mark` is in lower case.
    private func position(of mark: StaticString, from start: Int) -> Int? {
        let mark = Array("\(mark)".utf8)
        guard count - start >= mark.count else { return nil }
        return (start...(count - mark.count)).first { place in
            mark.indices.allSatisfy { offset in
                let byte = self[place + offset]
                return ((65...90).contains(byte) ? byte | 0x20 : byte) == mark[offset]
            }
        }
    }
}
