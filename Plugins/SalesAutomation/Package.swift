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
    name: "sales-automation",
    products: [.library(name: "sales-automation", type: .dynamic, targets: ["SalesAutomationEntry"])],
    dependencies: [.package(name: "concierge-sdk", path: sdk)],
    targets: [
        .target(name: "SalesAutomation", dependencies: [kit], swiftSettings: strict),
        .target(
            name: "SalesAutomationEntry", dependencies: ["SalesAutomation", kit], swiftSettings: strict),
        .testTarget(
            name: "SalesAutomationTests", dependencies: ["SalesAutomation", kit], swiftSettings: strict),
    ]
)
