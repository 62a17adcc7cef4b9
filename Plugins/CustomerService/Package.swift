// swift-tools-version: 6.3
import PackageDescription

let sdk = Context.environment["CONCIERGE_SDK"] ?? "../.."
let skillKit = Target.Dependency.product(name: "SkillKit", package: "concierge-sdk")
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "customer-service",
    products: [.library(name: "customer-service", type: .dynamic, targets: ["CustomerServiceEntry"])],
    dependencies: [.package(name: "concierge-sdk", path: sdk)],
    targets: [
        .target(name: "CustomerService", dependencies: [skillKit], swiftSettings: strict),
        .target(
            name: "CustomerServiceEntry", dependencies: ["CustomerService", skillKit], swiftSettings: strict),
        .testTarget(
            name: "CustomerServiceTests", dependencies: ["CustomerService", skillKit], swiftSettings: strict),
    ]
)
