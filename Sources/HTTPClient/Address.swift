import CCurl

/// Looks at an address before libcurl follows it.
enum Address {
    /// `host:port`, of an `http` or `https` address without a user.
    static func server(_ url: String) throws(HTTPClientError) -> String {
        let handle = curl_url()
        defer { curl_url_cleanup(handle) }
        let code = curl_url_set(handle, CURLUPART_URL, url, 0)
        guard code == CURLUE_OK else {
            throw .badAddress(reason: String(cString: curl_url_strerror(code)).lowercased())
        }
        let scheme = part(handle, CURLUPART_SCHEME)
        guard scheme == "http" || scheme == "https" else {
            throw .badAddress(reason: "only 'http' and 'https' are spoken, not '\(scheme)'")
        }
        guard part(handle, CURLUPART_USER).isEmpty, part(handle, CURLUPART_PASSWORD).isEmpty else {
            throw .badAddress(reason: "a user or password does not belong there")
        }
        return part(handle, CURLUPART_HOST) + ":" + part(handle, CURLUPART_PORT)
    }

    /// The address that a `Location` names, seen from the one that was asked; without a fragment. Nil for nonsense.
    static func target(_ location: String, from url: String) -> String? {
        let handle = curl_url()
        defer { curl_url_cleanup(handle) }
        guard curl_url_set(handle, CURLUPART_URL, url, 0) == CURLUE_OK,
            curl_url_set(handle, CURLUPART_URL, location, 0) == CURLUE_OK,
            curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK
        else { return nil }
        let target = part(handle, CURLUPART_URL)
        return target.isEmpty ? nil : target
    }

    private static func part(_ handle: OpaquePointer?, _ what: CURLUPart) -> String {
        var text: UnsafeMutablePointer<CChar>?
        guard
            curl_url_get(handle, what, &text, what == CURLUPART_URL ? 0 : UInt32(CURLU_DEFAULT_PORT))
                == CURLUE_OK, let text
        else {
            return ""
        }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
