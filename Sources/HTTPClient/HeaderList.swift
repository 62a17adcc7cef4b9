import CCurl

/// Headers in libcurl's form, checked so that no value can add a header of its own.
final class HeaderList {
    private(set) var list: UnsafeMutablePointer<curl_slist>?

    init(_ request: Request) throws(HTTPClientError) {
        for header in request.headers {
            guard !header.name.isEmpty, header.name.utf8.allSatisfy(Self.isNameByte),
                header.value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f || $0 == 9 })
            else {
                throw .badHeader(name: String(header.name.prefix(40).filter { $0 > " " && $0 < "\u{7f}" }))
            }
            // libcurl takes a header without value only with a semicolon.
            list = curl_slist_append(list, header.name + (header.value.isEmpty ? ";" : ": " + header.value))
        }
        // To wait for leave to send the body would cost a second with servers that give none.
        list = curl_slist_append(list, "Expect:")
        // libcurl would call every body a form.
        if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            list = curl_slist_append(list, "Content-Type:")
        }
    }

    deinit { curl_slist_free_all(list) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
