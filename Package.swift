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

/// Whether to build the targets for libFuzzer too, as `Tests/Fuzzing/run.sh` asks for.
let isFuzzing = Context.environment["GONGKAI_FUZZ_TARGETS"] == "1"

/// The settings of what the program is made of: counted by libFuzzer where that looks for new paths.
let product = house + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// A stage's target: its folder says which stage it belongs to.
///
/// - Parameter scripts: Files of the folder that are no source: what writes one of them.
func target(
  _ stage: String?, _ name: String, _ dependencies: [Target.Dependency], scripts: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies,
    path: ["Sources", stage, name].compactMap(\.self).joined(separator: "/"), exclude: scripts,
    swiftSettings: product)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: ["TestSupport"] + dependencies, swiftSettings: house)
}

let package = Package(
  name: "Gongkai",
  products: [.executable(name: "gongkai", targets: ["gongkai"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
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
    .systemLibrary(
      name: "CLibZ", path: "Sources/CLibraries/CLibZ", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibGumbo", path: "Sources/CLibraries/CLibGumbo", pkgConfig: "gumbo",
      providers: [.apt(["libgumbo-dev"])]),
    .target(name: "CSys", path: "Sources/CLibraries/CSys"),

    target(nil, "Diagnostics", []),
    target(nil, "ConsoleText", []),
    target(nil, "InputFiles", ["Diagnostics", "CLibCrypto", "CSys"]),

    target("Extraction", "DocumentModel", ["Diagnostics"]),
    target("Extraction", "ConfinedPrograms", ["DocumentModel", "Diagnostics", "CSys"]),
    target("Extraction", "ZipArchives", ["CLibZip"]),
    target("Extraction", "XMLEvents", ["CLibXML2"]),
    target(
      "Extraction", "DocxReading",
      ["HTMLReading", "DocumentModel", "ZipArchives", "XMLEvents", "Diagnostics"]),
    target("Extraction", "CompoundFiles", []),
    target(
      "Extraction", "OfficeReading",
      [
        "ConfinedPrograms", "CompoundFiles", "DocxReading", "ZipArchives", "XMLEvents",
        "DocumentModel", "Diagnostics",
      ]),
    target(
      "Extraction", "WordBinaryReading",
      ["CompoundFiles", "DocxReading", "DocumentModel", "Diagnostics"]),
    target("Extraction", "PDFObjects", ["CLibZ", "CLibCrypto"]),
    target("Extraction", "PDFFonts", ["PDFObjects"]),
    target("Extraction", "PagePaint", ["Diagnostics"]),
    target(
      "Extraction", "PageContents", ["PDFObjects", "PDFFonts", "PagePaint", "Diagnostics"]),
    target("Extraction", "PageLayout", ["PagePaint", "DocumentModel", "Diagnostics"]),
    target(
      "Extraction", "PDFReading",
      [
        "ConfinedPrograms", "PageLayout", "PageContents", "PDFObjects", "PagePaint",
        "DocumentModel", "Diagnostics",
      ]),
    target("Extraction", "TextDecoding", ["DocumentModel", "Diagnostics"]),
    target(
      "Extraction", "ArchiveReading",
      [
        "ConfinedPrograms", "ZipArchives", "TextDecoding", "DocumentModel", "InputFiles",
        "Diagnostics",
      ]),
    target("Extraction", "PlainTextReading", ["TextDecoding", "DocumentModel", "Diagnostics"]),
    target(
      "Extraction", "HTMLReading",
      ["TextDecoding", "DocumentModel", "Diagnostics", "CLibGumbo"]),

    target("Parsing", "NationalForm", []),
    target("Parsing", "Divisions", [], scripts: ["make.py"]),
    target(
      "Parsing", "TextScanning", ["DocumentModel", "ReportRecords", "Diagnostics"]),
    target(
      "Parsing", "FormParsing",
      ["TextScanning", "DocumentModel", "NationalForm", "ReportRecords", "Diagnostics"]),
    target(
      "Parsing", "OutlineParsing",
      [
        "FormParsing", "TextScanning", "Divisions", "DocumentModel", "NationalForm",
        "ReportRecords", "Diagnostics",
      ]),
    target(
      "Parsing", "ProseParsing",
      ["TextScanning", "DocumentModel", "NationalForm", "ReportRecords", "Diagnostics"]),
    target(
      "Parsing", "ReportParsing",
      [
        "ProseParsing", "OutlineParsing", "FormParsing", "TextScanning", "DocumentModel",
        "NationalForm", "ReportRecords", "Diagnostics",
      ]),

    target("Output", "DurableFiles", ["Diagnostics"]),
    target("Output", "ReportRecords", ["NationalForm", "Diagnostics"]),
    target(
      "Output", "RecordReading", ["DurableFiles", "ReportRecords", "NationalForm", "Diagnostics"]),
    target(
      "Output", "RecordWriting", ["RecordReading", "ReportRecords", "NationalForm", "Diagnostics"]),
    target(
      "Output", "CountedReports",
      ["RecordReading", "ReportRecords", "NationalForm", "InputFiles", "Diagnostics"]),
    target(
      "Output", "SQLiteFiles", [.product(name: "GRDBSQLite", package: "GRDB.swift")]),
    target("Output", "Workbooks", ["DurableFiles", "CLibZip"]),
    target(
      "Output", "RecordTables",
      [
        "SQLiteFiles", "Workbooks", "CountedReports", "RecordWriting", "RecordReading",
        "DurableFiles", "ReportRecords",
        "NationalForm",
        "Diagnostics",
      ]),

    target(
      "Analysis", "PlainWords",
      ["RecordReading", "ReportRecords", "NationalForm", "ConsoleText", "Diagnostics"]),
    target(
      "Analysis", "ReportPage",
      [
        "PlainWords", "CountedReports", "Comparison", "RecordReading", "ReportRecords",
        "NationalForm", "Diagnostics",
      ]),
    target(
      "Analysis", "Comparison",
      [
        "PlainWords", "RecordReading", "RecordWriting", "ReportRecords", "NationalForm",
        "ConsoleText",
      ]),
    target(
      "Analysis", "Auditing",
      [
        "PlainWords", "CountedReports", "Comparison", "RecordReading", "RecordWriting",
        "ReportRecords", "NationalForm", "InputFiles", "ConsoleText",
      ]),

    target(
      nil, "Conversion",
      [
        "ArchiveReading", "CompoundFiles", "WordBinaryReading", "OfficeReading",
        "ConfinedPrograms",
        "DocxReading", "PDFReading", "PlainTextReading", "ReportParsing", "RecordReading",
        "HTMLReading",
        "RecordWriting", "ReportRecords", "NationalForm", "DocumentModel", "InputFiles",
        "Diagnostics",
      ]),

    target("Analysis", "PagePictures", ["PDFReading", "Diagnostics", "CLibZ"]),
    target(
      "Analysis", "Explanation",
      [
        "PlainWords", "RecordWriting", "RecordReading", "ReportParsing", "ProseParsing",
        "FormParsing", "ReportRecords",
        "NationalForm", "DocumentModel", "ConsoleText", "Diagnostics",
      ]),

    target(
      "Analysis", "DraftChecking",
      [
        "PlainWords", "Explanation", "Auditing", "Comparison", "RecordWriting", "RecordReading",
        "ProseParsing", "FormParsing", "ReportRecords", "NationalForm", "ConsoleText",
        "Diagnostics",
      ]),

    target(
      "Batch", "RunSettings",
      [
        "PlainWords", "ConfinedPrograms", "DocumentModel", "InputFiles", "ConsoleText",
        "Diagnostics",
        .product(name: "Yams", package: "Yams"),
      ]),
    target(
      "Batch", "RunReporting",
      [
        "PlainWords", "InputFiles", "ConsoleText", "Diagnostics",
        .product(name: "Logging", package: "swift-log"),
      ]),
    target(
      "Batch", "RunState",
      [
        "DurableFiles", "RecordReading", "RecordWriting", "InputFiles", "ConsoleText",
        "Diagnostics",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    target(
      "Batch", "RunShards",
      [
        "RecordReading", "RecordWriting", "DurableFiles", "InputFiles", "PlainWords", "Diagnostics",
      ]),
    target("Batch", "Supervision", ["Diagnostics", "CSys"]),
    target(
      "Batch", "NightlyRun",
      [
        "RunSettings", "RunReporting", "RunShards", "RunState", "Supervision", "Conversion",
        "PlainWords", "PDFReading",
        "ArchiveReading", "OfficeReading", "ConfinedPrograms", "RecordTables", "CountedReports",
        "RecordWriting", "DurableFiles",
        "ReportRecords",
        "InputFiles",
        "DocumentModel", "ConsoleText", "Diagnostics",
        .product(name: "Logging", package: "swift-log"),
      ]),

    .executableTarget(
      name: "gongkai",
      dependencies: [
        "NightlyRun", "RunSettings", "RunReporting", "RunShards", "Supervision", "Conversion",
        "Comparison", "Auditing", "DraftChecking", "Explanation", "PlainWords", "PagePictures",
        "ConfinedPrograms",
        "OfficeReading",
        "PDFReading", "ReportPage",
        "RecordTables", "SQLiteFiles",
        "CountedReports", "RecordReading",
        "RecordWriting", "DurableFiles", "ReportRecords", "InputFiles", "DocumentModel",
        "ConsoleText", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/gongkai", swiftSettings: house),

    .target(
      name: "TestSupport", dependencies: ["XMLEvents", "DocumentModel", "Diagnostics"],
      path: "Tests/TestSupport", swiftSettings: house),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("DocumentModelTests", ["DocumentModel", "Diagnostics"]),
    tests("ZipArchivesTests", ["ZipArchives"]),
    tests(
      "ArchiveReadingTests",
      ["ArchiveReading", "ZipArchives", "InputFiles", "DocumentModel", "Diagnostics"]),
    tests("XMLEventsTests", ["XMLEvents"]),
    tests("DocxReadingTests", ["DocxReading", "DocumentModel", "Diagnostics"]),
    tests("CompoundFilesTests", ["CompoundFiles"]),
    tests(
      "WordBinaryReadingTests",
      ["WordBinaryReading", "DocxReading", "DocumentModel", "Diagnostics"]),
    tests(
      "OfficeReadingTests",
      ["OfficeReading", "ConfinedPrograms", "DocxReading", "DocumentModel", "Diagnostics"]),
    tests("PDFObjectsTests", ["PDFObjects"]),
    tests("PDFFontsTests", ["PDFFonts", "PDFObjects"]),
    tests("PageContentsTests", ["PageContents", "PDFObjects", "PagePaint", "Diagnostics"]),
    tests("PageLayoutTests", ["PageLayout", "DocumentModel", "Diagnostics"]),
    tests(
      "PDFReadingTests",
      [
        "PDFReading", "PageLayout", "ConfinedPrograms", "PageContents", "PDFObjects", "PagePaint",
        "DocumentModel", "Diagnostics",
      ]),
    tests(
      "PlainTextReadingTests",
      ["PlainTextReading", "TextDecoding", "DocumentModel", "Diagnostics"]),
    tests("HTMLReadingTests", ["HTMLReading", "DocumentModel", "Diagnostics"]),
    tests("NationalFormTests", ["NationalForm"]),
    tests(
      "ReportParsingTests",
      [
        "ReportParsing", "ProseParsing", "OutlineParsing", "FormParsing", "TextScanning",
        "Divisions", "ReportRecords", "NationalForm", "DocumentModel", "PlainTextReading",
        "Diagnostics",
      ]),
    tests("ReportRecordsTests", ["ReportRecords"]),
    tests(
      "RecordReadingTests",
      [
        "RecordReading", "RecordWriting", "ReportRecords", "NationalForm", "DurableFiles",
        "Diagnostics",
      ]),
    tests(
      "RecordTablesTests",
      [
        "RecordTables", "SQLiteFiles", "Workbooks", "CountedReports", "RecordReading",
        "NationalForm", "DurableFiles",
      ]),
    tests("RecordWritingTests", ["RecordWriting", "ReportRecords", "NationalForm", "Diagnostics"]),
    tests(
      "ReportPageTests",
      [
        "ReportPage", "PlainWords", "CountedReports", "Comparison", "RecordReading", "InputFiles",
        "Diagnostics",
      ]),
    tests(
      "ConversionTests",
      [
        "Conversion", "OfficeReading", "ConfinedPrograms", "InputFiles", "RecordWriting",
        "ReportRecords",
        "DocumentModel",
        "Diagnostics",
      ]),
    tests("InputFilesTests", ["InputFiles", "Diagnostics"]),
    tests(
      "RunSettingsTests",
      ["RunSettings", "PlainWords", "ConfinedPrograms", "DocumentModel", "InputFiles"]),
    tests("ConsoleTextTests", ["ConsoleText"]),
    tests("RunReportingTests", ["RunReporting", "PlainWords", "ConsoleText", "Diagnostics"]),
    tests("DurableFilesTests", ["DurableFiles"]),
    tests(
      "RunStateTests",
      [
        "RunState", "RecordWriting", "ReportRecords", "DurableFiles", "InputFiles", "Diagnostics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("SupervisionTests", ["Supervision", "ConfinedPrograms", "Diagnostics"]),
    tests(
      "NightlyRunTests",
      [
        "NightlyRun", "RunState", "Supervision", "Conversion", "RecordWriting", "ReportRecords",
        "DurableFiles", "InputFiles", "Diagnostics",
      ]),
    tests(
      "FixtureTests",
      [
        "Conversion", "RecordWriting", "ReportRecords", "NationalForm", "DocumentModel",
        "Diagnostics", "ZipArchives",
      ]),
    tests(
      "ExplanationTests",
      [
        "Explanation", "PlainWords", "PagePictures", "PDFReading", "FormParsing", "RecordReading",
        "ReportRecords", "NationalForm", "DocumentModel", "PlainTextReading", "Diagnostics",
      ]),
    tests(
      "DraftCheckingTests",
      [
        "DraftChecking", "PlainWords", "Comparison", "Conversion", "RecordWriting", "RecordReading",
        "DocumentModel",
      ]),
    tests(
      "ComparisonTests",
      [
        "Comparison", "PlainWords", "RecordReading", "ReportRecords", "NationalForm",
      ]),
    tests("PlainWordsTests", ["PlainWords"]),
    tests(
      "AuditingTests",
      [
        "Auditing", "PlainWords", "CountedReports", "Comparison", "RecordReading", "RecordWriting",
        "ReportRecords",
        "NationalForm", "Diagnostics",
      ]),
    tests("CommandTests", ["gongkai", "PlainWords", "ConsoleText"]),
  ]
)

// Targets for libFuzzer. They link only with its runtime, so a normal build must not see them.
if isFuzzing {
  func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
      name: name, dependencies: ["FuzzSupport"] + dependencies, path: "Tests/Fuzzing/\(name)",
      swiftSettings: house,
      // The gold linker ends with an internal error on instrumented Swift.
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
  }
  package.targets += [
    .target(name: "CFuzzer", path: "Tests/Fuzzing/CFuzzer"),
    .target(
      name: "FuzzSupport",
      dependencies: [
        "CFuzzer", "RecordReading", "RecordWriting", "ReportRecords", "ReportParsing",
        "NationalForm",
        "DocumentModel", "Conversion", "InputFiles", "Diagnostics",
      ],
      path: "Tests/Fuzzing/FuzzSupport", swiftSettings: house),
    fuzzer("FuzzDocx", ["Conversion", "DocumentModel", "TestSupport"]),
    fuzzer("FuzzWordBinary", ["Conversion", "DocumentModel", "TestSupport"]),
    fuzzer("FuzzHTML", ["Conversion", "DocumentModel"]),
    fuzzer("FuzzPDF", ["PDFReading", "DocumentModel", "Diagnostics"]),
    fuzzer("FuzzPaint", ["PageContents", "PDFObjects", "PagePaint", "Diagnostics", "TestSupport"]),
    fuzzer("FuzzText", ["Conversion", "DocumentModel"]),
    fuzzer("FuzzXML", ["XMLEvents", "TestSupport"]),
    fuzzer(
      "FuzzState",
      [
        "RunState", "DurableFiles", "RecordWriting", "ReportRecords", "Conversion", "InputFiles",
        "Diagnostics",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
  ]
}
