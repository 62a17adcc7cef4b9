// swift-tools-version: 6.3
import PackageDescription

let sdk = Context.environment["CONCIERGE_SDK"] ?? "../.."

let package = Package(
    name: "hello-swift",
    products: [.library(name: "hello-swift", type: .dynamic, targets: ["HelloSwift"])],
    dependencies: [.package(name: "concierge-sdk", path: sdk)],
    targets: [
        .target(name: "HelloSwift", dependencies: [.product(name: "SkillKit", package: "concierge-sdk")])
    ]
)
