// swift-tools-version: 6.3
import PackageDescription

/// What skills are built against, alone: `scripts/lib.sh` lays it out beside the command, with the two modules' sources,
/// so that a skill compiles SkillKit and does not so much as look at the host.
let package = Package(
    name: "concierge-sdk",
    products: [.library(name: "SkillKit", targets: ["SkillKit"])],
    targets: [
        .target(name: "CSkillABI"),
        .target(
            name: "SkillKit", dependencies: ["CSkillABI"],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c11
)
