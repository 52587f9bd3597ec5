// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is compiled with: warnings are errors here and nowhere else, and an
/// expression that touches a C pointer does not compile without the word `unsafe`.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A stage's target: its folder says which stage it belongs to.
func target(_ stage: String?, _ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: name, dependencies: dependencies,
    path: ["Sources", stage, name].compactMap(\.self).joined(separator: "/"), swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: ["TestSupport"] + dependencies, swiftSettings: house)
}

let package = Package(
  name: "Gongkai",
  products: [.executable(name: "gongkai", targets: ["gongkai"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibraries/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibZip", path: "Sources/CLibraries/CLibZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CLibCrypto", path: "Sources/CLibraries/CLibCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])]),
    .target(name: "CSys", path: "Sources/CLibraries/CSys"),

    target(nil, "Diagnostics", []),

    target("Extraction", "DocumentModel", ["Diagnostics"]),
    target("Extraction", "ZipArchives", ["CLibZip"]),
    target("Extraction", "XMLEvents", ["CLibXML2"]),
    target(
      "Extraction", "DocxReading", ["DocumentModel", "ZipArchives", "XMLEvents", "Diagnostics"]),
    target(
      "Extraction", "PDFReading",
      [
        "DocumentModel", "Diagnostics", "CSys",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    target("Extraction", "PlainTextReading", ["DocumentModel", "Diagnostics"]),

    target("Parsing", "NationalForm", []),
    target(
      "Parsing", "ReportParsing", ["DocumentModel", "NationalForm", "ReportRecords", "Diagnostics"]),

    target("Output", "ReportRecords", ["NationalForm", "Diagnostics"]),
    target("Output", "RecordWriting", ["ReportRecords", "NationalForm", "Diagnostics"]),

    target(
      nil, "Conversion",
      [
        "DocxReading", "PDFReading", "PlainTextReading", "ReportParsing", "RecordWriting",
        "ReportRecords", "NationalForm", "DocumentModel", "Diagnostics", "CLibCrypto",
      ]),
    .executableTarget(
      name: "gongkai",
      dependencies: [
        "Conversion", "RecordWriting", "ReportRecords", "DocumentModel", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/gongkai", swiftSettings: house),

    .target(
      name: "TestSupport", dependencies: ["DocumentModel", "Diagnostics"],
      path: "Tests/TestSupport", swiftSettings: house),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("DocumentModelTests", ["DocumentModel", "Diagnostics"]),
    tests("ZipArchivesTests", ["ZipArchives"]),
    tests("XMLEventsTests", ["XMLEvents"]),
    tests("DocxReadingTests", ["DocxReading", "DocumentModel", "Diagnostics"]),
    tests("PDFReadingTests", ["PDFReading", "DocumentModel", "Diagnostics"]),
    tests("PlainTextReadingTests", ["PlainTextReading", "DocumentModel", "Diagnostics"]),
    tests("NationalFormTests", ["NationalForm"]),
    tests(
      "ReportParsingTests",
      [
        "ReportParsing", "ReportRecords", "NationalForm", "DocumentModel", "PlainTextReading",
        "Diagnostics",
      ]),
    tests("ReportRecordsTests", ["ReportRecords"]),
    tests("RecordWritingTests", ["RecordWriting", "ReportRecords", "NationalForm", "Diagnostics"]),
    tests("ConversionTests", ["Conversion", "ReportRecords", "DocumentModel", "Diagnostics"]),
    tests(
      "FixtureTests",
      [
        "Conversion", "RecordWriting", "ReportRecords", "NationalForm", "DocumentModel",
        "Diagnostics", "ZipArchives",
      ]),
    tests("CommandTests", ["gongkai"]),
  ]
)
