// swift-tools-version: 6.3
import PackageDescription

let sdk = Context.environment["CONCIERGE_SDK"] ?? "../.."

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "client-management",
    products: [.library(name: "client-management", type: .dynamic, targets: ["ClientManagementEntry"])],
    dependencies: [.package(name: "concierge-sdk", path: sdk)],
    targets: [
        .target(
            name: "ClientManagement", dependencies: [.product(name: "SkillKit", package: "concierge-sdk")],
            swiftSettings: strict),
        .target(
            name: "ClientManagementEntry",
            dependencies: ["ClientManagement", .product(name: "SkillKit", package: "concierge-sdk")],
            swiftSettings: strict),
        .testTarget(
            name: "ClientManagementTests",
            dependencies: ["ClientManagement", .product(name: "YAML", package: "concierge-sdk")],
            exclude: ["Golden"],
            swiftSettings: strict),
    ]
)
