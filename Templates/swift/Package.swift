// swift-tools-version: 6.3
import PackageDescription

// `concierge skill build` says where the SDK lies; what stands here is for your editor.
let sdk = Context.environment["CONCIERGE_SDK"] ?? "../.."

let package = Package(
    name: "my-skill",
    products: [.library(name: "my-skill", type: .dynamic, targets: ["MySkill"])],
    dependencies: [.package(name: "concierge-sdk", path: sdk)],
    targets: [
        .target(name: "MySkill", dependencies: [.product(name: "SkillKit", package: "concierge-sdk")])
    ]
)
