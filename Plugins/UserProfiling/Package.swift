// swift-tools-version: 6.3
import PackageDescription

let sdk = Context.environment["CONCIERGE_SDK"] ?? "../.."
let kit = Target.Dependency.product(name: "SkillKit", package: "concierge-sdk")
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "user-profiling",
    products: [.library(name: "user-profiling", type: .dynamic, targets: ["UserProfilingEntry"])],
    dependencies: [.package(name: "concierge-sdk", path: sdk)],
    targets: [
        .target(name: "UserProfiling", dependencies: [kit], swiftSettings: strict),
        .target(name: "UserProfilingEntry", dependencies: ["UserProfiling", kit], swiftSettings: strict),
        .testTarget(name: "UserProfilingTests", dependencies: ["UserProfiling", kit], swiftSettings: strict),
    ]
)
