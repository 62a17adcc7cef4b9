// swift-tools-version: 6.3
import PackageDescription

/// Every target is strict; `safe` targets, besides, may not touch a pointer.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let safe = strict + [.strictMemorySafety()]

func library(
    _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = safe,
    resources: [Resource] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ module: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: module + "Tests", dependencies: [.byName(name: module)] + dependencies,
        swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
    name: "concierge",
    products: [
        .executable(name: "concierge", targets: ["concierge"]),
        .library(name: "SkillKit", targets: ["SkillKit"]),
        // For the tests of bundled skills, which read their own data.
        .library(name: "YAML", targets: ["YAML"]),
    ],
    targets: [
        // The contract, and what a skill imports.
        .target(name: "CSkillABI"),
        library("SkillKit", ["CSkillABI"], settings: strict),

        // What Swift cannot say: the widest instructions that the processor has.
        .target(name: "CLanes"),

        // One module map for each C library, one safe wrapper for each module map.
        system("CYAML", "yaml-0.1", apt: "libyaml-dev"),
        system("CSQLite", "sqlite3", apt: "libsqlite3-dev"),
        system("CEvent", "libevent_openssl", apt: "libevent-dev"),
        system("CCurl", "libcurl", apt: "libcurl4-openssl-dev"),
        system("CCrypto", "libcrypto", apt: "libssl-dev"),
        system("CSodium", "libsodium", apt: "libsodium-dev"),
        system("CArchive", "libarchive", apt: "libarchive-dev"),
        system("CZlib", "zlib", apt: "zlib1g-dev"),
        library("Threads", settings: strict),
        library("Unix", settings: strict),
        library("YAML", ["CYAML"], settings: strict),
        library("SQLite", ["CSQLite"], settings: strict),
        library("HTTPServer", ["CEvent", "Threads"], settings: strict),
        library("HTTPClient", ["CCurl"], settings: strict),
        library("Cryptography", ["CCrypto", "CSodium"], settings: strict),
        library("Archives", ["CArchive", "CZlib", "Unix"], settings: strict),

        // The domain, and what carries it.
        library("ConciergeCore"),
        // Teaching an intent model reckons for seconds when optimised, and for minutes when not.
        library(
            "Language", ["CLanes"], settings: safe + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        library("Engine", ["ConciergeCore", "Threads"]),
        library("SkillHosting", ["ConciergeCore", "CSkillABI", "Threads"], settings: strict),
        library(
            "Conformance", ["CSkillABI", "ConciergeCore", "SkillHosting", "Threads", "Unix"], settings: strict
        ),
        library("ConfigurationFile", ["ConciergeCore", "YAML"]),
        library("Knowledge", ["ConciergeCore", "ConfigurationFile", "Language", "Unix", "YAML"]),
        library("SQLiteStore", ["ConciergeCore", "SQLite", "Threads"]),
        library(
            "SkillPackages",
            ["Archives", "ConciergeCore", "ConfigurationFile", "Cryptography", "HTTPClient", "Unix"]),
        library(
            "Gateway", ["ConciergeCore", "Cryptography", "Engine", "HTTPServer", "Threads"],
            resources: [
                "index.html", "inbox.html", "inbox.css", "inbox.js", "inbox-agent.js", "inbox-desk.js",
                "inbox-lines.js", "inbox-list.js", "inbox-merge.js", "inbox-read.js", "inbox-side.js",
                "inbox-thread.js", "inbox-words.js",
                "page.css", "page.js", "host.js", "trace.js", "words.js", "icon.svg",
                "report.html", "report.css", "report.js",
            ].map { .embedInCode("Pages/\($0)") }),
        .executableTarget(
            name: "concierge",
            dependencies: [
                "Archives", "ConciergeCore", "ConfigurationFile", "Conformance", "Cryptography", "Engine",
                "Gateway", "HTTPClient", "HTTPServer", "Knowledge", "Language", "SQLiteStore", "SkillHosting",
                "SkillPackages", "Threads", "Unix",
            ],
            swiftSettings: strict,
            // Workers make what the writer lets go of: the C library's allocator is slow at that.
            linkerSettings: [.linkedLibrary("jemalloc")]),

        tests("YAML"),
        tests("SQLite"),
        tests("HTTPServer"),
        tests("HTTPClient", ["HTTPServer"]),
        tests("Cryptography", ["Unix"]),
        .testTarget(
            name: "ArchivesTests", dependencies: ["Archives", "Unix"],
            exclude: ["hostile.py", "hostile.txt"],
            swiftSettings: strict),
        tests("Threads"),
        tests("Unix"),
        tests("ConciergeCore"),
        tests("Language"),
        tests("Engine", ["ConciergeCore", "SQLiteStore"]),
        tests("SkillHosting", ["CSkillABI", "ConciergeCore"]),
        tests("SkillKit", ["CSkillABI"]),
        tests("ConfigurationFile", ["ConciergeCore"]),
        tests("Knowledge", ["ConciergeCore", "Language", "Unix"]),
        tests("SQLiteStore", ["ConciergeCore", "SQLite"]),
        .testTarget(
            name: "SkillPackagesTests",
            dependencies: [
                "Archives", "ConciergeCore", "ConfigurationFile", "Cryptography", "HTTPClient", "HTTPServer",
                "SkillPackages",
                "Threads", "Unix",
            ],
            exclude: ["nasty.py"], swiftSettings: strict),
        tests(
            "Gateway",
            ["ConciergeCore", "Cryptography", "Engine", "HTTPClient", "HTTPServer", "SQLiteStore", "Threads"]),
        .testTarget(
            name: "ConformanceTests", dependencies: ["ConciergeCore", "Unix", "concierge"], exclude: ["zoo"],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Archives", "ConciergeCore", "ConfigurationFile", "Cryptography", "HTTPClient", "HTTPServer",
                "Knowledge", "SkillPackages", "Threads", "Unix", "concierge",
            ],
            exclude: [
                "answers-c", "inbox", "inbox.py", "porter-c", "schemathesis", "schemathesis.toml",
                "schemathesis_hooks.py", "secret.py", "terminal.py",
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c11
)

// What scripts/fuzz builds, with the coverage that libFuzzer steers by.
if Context.environment["CONCIERGE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz", dependencies: ["Archives", "Cryptography", "SkillPackages", "Unix"],
            path: "Tests/Fuzzing", swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
