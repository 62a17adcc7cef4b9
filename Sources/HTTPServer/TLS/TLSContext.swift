import CEvent
import Glibc

/// Certificate and key, ready to greet clients.
// `handle` is set up in `init` and only read afterwards; OpenSSL counts its references itself.
final class TLSContext: @unchecked Sendable {
    private let handle: OpaquePointer

    init(_ files: TLSFiles) throws(HTTPServerError) {
        ERR_clear_error()
        guard let handle = SSL_CTX_new(TLS_server_method()) else {
            throw .outOfResources(what: "a TLS context", reason: Self.reason())
        }
        self.handle = handle
        try Self.checkReadable(files.certificate)
        try Self.checkReadable(files.key)
        guard cevent_require_tls12(handle) == 1 else {
            throw .outOfResources(what: "a TLS context", reason: Self.reason())
        }
        guard SSL_CTX_use_certificate_chain_file(handle, files.certificate) == 1 else {
            throw .notACertificate(file: files.certificate, reason: Self.reason())
        }
        // OpenSSL would ask the terminal for a passphrase.
        SSL_CTX_set_default_passwd_cb(handle) { _, _, _, _ in -1 }
        if SSL_CTX_use_PrivateKey_file(handle, files.key, SSL_FILETYPE_PEM) != 1 {
            let isMismatch = ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH
            throw isMismatch
                ? .keyMismatch(certificate: files.certificate, key: files.key)
                : .notAKey(file: files.key, reason: Self.reason())
        }
    }

    deinit { SSL_CTX_free(handle) }

    /// A session for one connection, owned by the caller.
    func makeSession() -> OpaquePointer? { SSL_new(handle) }

    private static func checkReadable(_ file: String) throws(HTTPServerError) {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(file: file, reason: errorText()) }
        close(descriptor)
    }

    /// The first reason of the error queue, which is the one closest to the cause.
    private static func reason() -> String {
        defer { ERR_clear_error() }
        guard let text = ERR_reason_error_string(ERR_peek_error()) else { return "unknown reason" }
        return String(cString: text).lowercased()
    }
}
