// swift-tools-version: 6.3
import PackageDescription

let sdk = Context.environment["CONCIERGE_SDK"] ?? "../.."
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let kit: Target.Dependency = .product(name: "SkillKit", package: "concierge-sdk")

let package = Package(
    name: "recommendation",
    products: [
        .library(name: "recommendation", type: .dynamic, targets: ["RecommendationEntry"]),
        .executable(name: "policies", targets: ["PolicySimulator"]),
    ],
    dependencies: [.package(name: "concierge-sdk", path: sdk)],
    targets: [
        .target(name: "Recommendation", dependencies: [kit], swiftSettings: strict),
        .target(name: "RecommendationEntry", dependencies: ["Recommendation", kit], swiftSettings: strict),
        .executableTarget(
            name: "PolicySimulator", dependencies: ["Recommendation", kit], swiftSettings: strict),
        .testTarget(
            name: "RecommendationTests", dependencies: ["Recommendation", kit], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
