import Foundation

@testable import SkillHosting

/// Small skills in C, most of them bad, built when a test wants one.
struct Zoo {
    /// What a beast does otherwise than a plain skill that answers every turn with "ok".
    struct Beast {
        /// C statements; `self`, `turn`, `completion` are at hand.
        var turn = "return answer(completion);"
        /// C statements; `config`, `error` are at hand, `me` is the instance.
        var create = "return &me->table;"
        /// C statements that write facts of the manifest.
        var manifest = ""
        var destroy = ""
        /// C declarations before all of it.
        var before = ""
        /// C statements that change `entry`.
        var entry = ""
        var symbol = "skill_entry_v1"
    }

    struct Failure: Error { var words: String }

    let folder: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zoo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder.path
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = "\(folder)/\(name)"
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    /// The path of the built library.
    func build(_ beast: Beast = Beast()) throws -> String {
        try compile(try file("\(UUID().uuidString).c", Array(beast.source.utf8)))
    }

    func compile(_ source: String) throws -> String {
        let library = "\(folder)/\(UUID().uuidString).so"
        let headers = "\(ExamplesTests.root)/Sources/CSkillABI/include"
        try run(
            ["cc", "-std=c11", "-O1", "-fPIC", "-shared", "-pthread", "-I", headers, "-o", library, source])
        return library
    }

    /// A Swift package of `Examples`, with the command that `concierge skill build` runs.
    func buildExample(_ name: String, _ library: String) throws -> String {
        try run([
            "env", "CONCIERGE_SDK=\(ExamplesTests.root)", "swift", "build", "-c", "release",
            "--package-path", "\(ExamplesTests.root)/Examples/\(name)", "--scratch-path", "\(folder)/\(name)",
            "-Xswiftc", "-no-toolchain-stdlib-rpath", "-Xlinker",
            "--version-script=\(ExamplesTests.root)/Sources/CSkillABI/skill.map",
        ])
        return "\(folder)/\(name)/release/\(library)"
    }

    private func run(_ command: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        let words = Pipe()
        process.standardOutput = words
        process.standardError = words
        try process.run()
        let complaint = words.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(words: String(decoding: complaint, as: UTF8.self))
        }
    }
}

extension Zoo.Beast {
    fileprivate var source: String {
        """
        #define _GNU_SOURCE
        #include <pthread.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <unistd.h>
        #include "skill_cbor.h"

        typedef struct { sk_skill table; const sk_host *host; char note[256]; } instance;

        static void say(const sk_completion *completion, const char *because) {
            uint8_t space[1024];
            sk_cbor_writer w = sk_cbor_buffer(space, sizeof space);
            uint64_t result = sk_cbor_begin_map(&w);
            sk_cbor_key(&w, "because");
            sk_cbor_put_string(&w, because);
            sk_cbor_end_map(&w, result);
            completion->done(completion, SK_OK, sk_cbor_written(&w));
        }
        static sk_status answer(const sk_completion *completion) { say(completion, "ok"); return SK_OK; }
        static sk_status send(const sk_completion *completion, const void *bytes, uint64_t count) {
            completion->done(completion, SK_OK, sk_bytes_of(bytes, count));
            return SK_OK;
        }
        static sk_status refuse(const sk_completion *completion, sk_status status, const char *why) {
            completion->done(completion, status, sk_text(why));
            return SK_OK;
        }

        \(before)

        static sk_status turn_begin(const sk_skill *self, const sk_turn *turn, const sk_completion *completion) {
            instance *me = self->ctx;
            (void)me; (void)turn;
            \(turn)
        }
        static void turn_cancel(const sk_skill *self, uint64_t turn) { (void)self; (void)turn; }
        static void destroy(const sk_skill *self) {
            instance *me = self->ctx;
            \(destroy)
            free(me);
        }
        static const sk_skill *create(const sk_entry *entry, const sk_host *host, sk_bytes id, sk_bytes config,
                                      const sk_sink *error) {
            instance *me = calloc(1, sizeof *me);
            (void)entry; (void)id; (void)config; (void)error;
            me->host = host;
            me->table = (sk_skill){sizeof(sk_skill), 0, me, turn_begin, turn_cancel, destroy, NULL};
            \(create)
        }
        SK_EXPORT const sk_entry *\(symbol)(void) {
            static uint8_t space[4096];
            static sk_entry entry;
            sk_cbor_writer w = sk_cbor_buffer(space, sizeof space);
            uint64_t manifest = sk_cbor_begin_map(&w);
            sk_cbor_key(&w, "id"); sk_cbor_put_string(&w, "beast");
            sk_cbor_key(&w, "version"); sk_cbor_put_string(&w, "1.0.0");
            \(manifest)
            sk_cbor_end_map(&w, manifest);
            entry = (sk_entry){sizeof(sk_entry), SK_ABI_MAJOR, SK_ABI_MINOR, NULL, sk_cbor_written(&w), NULL, create};
            \(entry)
            return &entry;
        }
        """
    }
}
