// swift-tools-version: 6.3
import PackageDescription

let sdk = Context.environment["CONCIERGE_SDK"] ?? "../.."

let package = Package(
    name: "slow-echo",
    products: [.library(name: "slow-echo", type: .dynamic, targets: ["SlowEcho"])],
    dependencies: [.package(name: "concierge-sdk", path: sdk)],
    targets: [
        .target(name: "SlowEcho", dependencies: [.product(name: "SkillKit", package: "concierge-sdk")])
    ]
)
