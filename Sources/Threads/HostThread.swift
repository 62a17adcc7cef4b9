import Glibc

/// A thread of the host's own: never one of Swift's shared pool, which a skill could block.
public struct HostThread: Sendable {
    private let handle: pthread_t

    /// Runs the body on a new thread; the name, at most 15 bytes, is what `top -H` shows.
    public init(_ name: String, _ body: @escaping @Sendable () -> Void) throws(ThreadError) {
        let box = Unmanaged.passRetained(Body(name: name, run: body))
        var handle = pthread_t()
        let code = pthread_create(
            &handle, nil,
            { argument in
                // The box was retained for this thread alone, which gives it back here.
                guard let argument else { return nil }
                let body = Unmanaged<Body>.fromOpaque(argument).takeRetainedValue()
                body.announce()
                body.run()
                return nil
            }, box.toOpaque())
        guard code == 0 else {
            box.release()
            throw ThreadError(name: name, code: code)
        }
        self.handle = handle
    }

    /// Waits until the body has returned; to be called once, and instead of `detach`.
    public func join() { pthread_join(handle, nil) }

    /// Nobody will join it.
    public func detach() { pthread_detach(handle) }
}

private final class Body: Sendable {
    let name: String
    let run: @Sendable () -> Void

    init(name: String, run: @escaping @Sendable () -> Void) {
        self.name = name
        self.run = run
    }

    // pthread_setname_np hides behind _GNU_SOURCE; the kernel offers the same as a file.
    func announce() {
        guard let file = fopen("/proc/thread-self/comm", "w") else { return }
        fputs(name, file)
        fclose(file)
    }
}

/// The system gave no thread.
public struct ThreadError: Error, CustomStringConvertible {
    public let name: String
    public let code: Int32

    public var description: String {
        "thread '\(name)': the system refused it (\(String(cString: strerror(code)))); raise the limit of processes"
    }
}
