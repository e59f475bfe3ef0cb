// swift-tools-version: 6.2
import PackageDescription

/// Every module: its folder below `Sources`, and the modules above it in this table that it may import.
let modules: [Module] = [
    // Kits: they know nothing of contracts.
    Module("Syntax", perByte: true),
    Module("Patterns", perByte: true),
    Module("Crypto", imports: "CX86", perByte: true),
    Module("Arguments"),
    Module("Sockets", imports: "CLinux", perByte: true),
    Module("HTTP", imports: "CLinux Sockets", perByte: true),

    // The nouns, and the five pure steps: parse, normalise, compare, evaluate, decide.
    Module("Contracts", imports: "Crypto Syntax"),
    Module("Compatibility", imports: "Contracts Crypto Syntax"),
    Module(
        "Avro",
        in: "Formats/Avro",
        imports: "Compatibility Contracts Crypto Syntax",
        tests: "CardChecks Fuzzing"
    ),
    Module(
        "GraphQL",
        in: "Formats/GraphQL",
        imports: "Compatibility Contracts Crypto Syntax",
        tests: "CardChecks Fuzzing"
    ),
    Module(
        "JSONSchema",
        in: "Formats/JSONSchema",
        imports: "Compatibility Contracts Crypto Patterns Syntax",
        tests: "CardChecks"
    ),
    Module(
        "OpenAPI",
        in: "Formats/OpenAPI",
        imports: "Compatibility Contracts Crypto JSONSchema Syntax",
        tests: "CardChecks Fuzzing"
    ),
    Module(
        "Protobuf",
        in: "Formats/Protobuf",
        imports: "Compatibility Contracts Crypto Syntax",
        tests: "CardChecks Fuzzing"
    ),
    Module(
        "AsyncAPI",
        in: "Formats/AsyncAPI",
        imports: "Avro Compatibility Contracts Crypto JSONSchema Protobuf Syntax",
        tests: "CardChecks Fuzzing"
    ),
    Module("Policies", imports: "Contracts Crypto Syntax"),

    // Record: the log and where it is kept.
    Module("Audit", imports: "Crypto Syntax"),
    Module("StorePort", in: "Storage/Port", imports: "Audit Crypto"),
    Module("SQLiteStore", in: "Storage/SQLite", imports: "CSQLite Audit Crypto StorePort"),

    // The spine and its faces.
    Module(
        "Governance",
        imports: "Audit Compatibility Contracts Crypto Policies StorePort Syntax",
        tests: "SQLiteStore"
    ),
    Module(
        "API",
        imports: "Audit Compatibility Contracts Crypto Governance HTTP Policies StorePort Syntax",
        tests: "SQLiteStore"
    ),
    Module(
        "Commands",
        imports: """
            CLinux API Arguments AsyncAPI Audit Avro Compatibility Contracts Crypto Governance GraphQL HTTP \
            JSONSchema OpenAPI Policies Protobuf SQLiteStore Sockets StorePort Syntax
            """
    ),
]

let package = Package(
    name: "canon",
    products: [.executable(name: "canon", targets: ["canon"])],
    dependencies: [],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CX86"),
    ]
        + modules.map(\.target)
        + [
            .executableTarget(name: "canon", dependencies: ["Commands"], swiftSettings: Module.settings),
            .target(name: "OutsideSuites", path: "Tests/OutsideSuites", swiftSettings: Module.settings),
            .target(name: "Fuzzing", path: "Tests/Fuzzing", swiftSettings: Module.settings),
            .target(
                name: "CardChecks",
                dependencies: ["Compatibility", "Contracts"],
                path: "Tests/CardChecks",
                swiftSettings: Module.settings
            ),
        ]
        + modules.map(\.tests),
    swiftLanguageModes: [.v6]
)

/// One row of the table above: a target and the tests that mirror it.
struct Module {
    let name: String
    let folder: String
    let imports: [String]
    let testImports: [String]
    let perByte: Bool

    /// A module of the table.
    ///
    /// `perByte` is true where its public API is called per byte or per node, so that it must be inlined
    /// into other modules (only `public` symbols of targets with cross-module optimisation are). `tests` names what the
    /// module's tests may import beside what the module may.
    init(_ name: String, in folder: String? = nil, imports: String = "", tests: String = "", perByte: Bool = false) {
        self.name = name
        self.folder = folder ?? name
        self.imports = imports.split(separator: " ").map(String.init)
        testImports = tests.split(separator: " ").map(String.init)
        self.perByte = perByte
    }

    static let settings: [SwiftSetting] = [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]

    private static let acrossModules: SwiftSetting =
        .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))

    /// The toolchain's regular expressions backtrack, and are a megabyte of the program: no module can call them.
    private static let withoutBacktracking: SwiftSetting =
        .unsafeFlags(["-Xfrontend", "-disable-implicit-string-processing-module-import"])

    var target: Target {
        .target(
            name: name,
            dependencies: imports.map { .byName(name: $0) },
            path: "Sources/\(folder)",
            swiftSettings: Self.settings + [Self.withoutBacktracking] + (perByte ? [Self.acrossModules] : [])
        )
    }

    /// The module's tests may import what the module may, and find the outside suites through `OutsideSuites`.
    var tests: Target {
        .testTarget(
            name: "\(name)Tests",
            dependencies: ([name, "OutsideSuites"] + imports + testImports).map { .byName(name: $0) },
            path: "Tests/\(folder)Tests",
            swiftSettings: Self.settings
        )
    }
}
