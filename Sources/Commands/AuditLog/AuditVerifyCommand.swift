internal import Arguments
internal import Audit
internal import Governance
internal import HTTP
internal import SQLiteStore
internal import StorePort
internal import Syntax

/// `canon audit verify` asks whether the log is whole and unaltered.
enum AuditVerifyCommand: Subcommand {
    static let path = ["audit", "verify"]

    static let command = Command(
        "verify",
        summary: "Verifies an export, a stopped data folder, or a running registry: 0 sound, 1 altered, 5 not checked.",
        example: "canon audit verify --keep canon.checkpoint",
        options: [
            .value("data", placeholder: "DIR", summary: "A data folder that no server has open."),
            .flag(
                "log-only",
                summary: "With --data: leave the tables aside, which else are compared with what the log implies."
            ),
            .value(
                "since",
                placeholder: "FILE",
                summary: "A checkpoint kept from an earlier visit, which must still hold."
            ),
            .value(
                "keep",
                placeholder: "FILE",
                summary: "Like --since where the file exists; then keeps the checkpoint seen now in it."
            ),
        ] + Option.connection,
        positionals: [
            .optional("EXPORT", summary: "A file that 'canon audit export' wrote; else the registry is asked.")
        ]
    )

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> ExitCode {
        let kept = try kept(arguments)
        guard !arguments.has("log-only") || (arguments.value("data") != nil && arguments.argument("EXPORT") == nil)
        else {
            throw Failure("USAGE", "--log-only is for a data folder: name it with --data DIR", .usage)
        }
        let result: Verified
        if let file = arguments.argument("EXPORT") {
            result = try Verified(export: LocalFile.read(file), kept: kept)
        } else if let folder = arguments.value("data") {
            result = try Verified(folder: folder, kept: kept, replays: !arguments.has("log-only"))
        } else {
            result = try Verified(RegistryConnection(arguments, console), kept: kept)
        }
        if result.fault == nil, let file = arguments.value("keep") {
            let seen = try Checkpoint(origin: result.origin, head: result.head)
            try LocalFile.write(Array(seen.text.utf8), to: file)
        }
        if arguments.value("output") == "json" {
            console.json([
                "sound": .bool(result.fault == nil), "size": .int(Int(result.head.size)),
                "root": .string("\(result.head.root)"), "fault": .optional(result.fault),
            ])
        } else {
            console.line(
                result.fault.map { "ALTERED: \($0)" } ?? "SOUND: \(result.head.size) records, root \(result.head.root)"
            )
        }
        return result.fault == nil ? .allowed : .denied
    }

    /// The checkpoint that must still hold, or nil.
    private static func kept(_ arguments: ParsedArguments) throws -> Checkpoint? {
        guard arguments.value("since") == nil || arguments.value("keep") == nil else {
            throw Failure("USAGE", "--keep reads its file before it writes it; leave --since away", .usage)
        }
        if let file = arguments.value("since") { return try checkpoint(file) }
        guard let file = arguments.value("keep"), LocalFile.exists(file) else { return nil }
        return try checkpoint(file)
    }

    private static func checkpoint(_ file: String) throws -> Checkpoint {
        try Checkpoint(parsing: String(decoding: LocalFile.read(file), as: UTF8.self))
    }
}

/// What a verification came to, whatever was verified.
private struct Verified {
    let origin: String
    let head: TreeHead
    let fault: String?

    init(export: [UInt8], kept: Checkpoint?) throws {
        let verification: ExportVerification
        do { verification = try ExportVerification(export, against: kept) } catch let error as LogDamaged {
            let advice = "give the whole file that 'canon audit export' wrote"
            throw Failure("EXPORT_UNREADABLE", "the export has no valid \(error.expected); \(advice)", .unjudged)
        }
        origin = verification.claimed.origin
        head = verification.head
        fault = Self.otherLog(origin, kept) ?? verification.fault
    }

    /// A log that took the place of another is no continuation of it.
    private static func otherLog(_ origin: String, _ kept: Checkpoint?) -> String? {
        guard let kept, kept.origin != origin else { return nil }
        return "this is the log '\(origin)', and the checkpoint that was kept is of '\(kept.origin)'"
    }

    init(folder: String, kept: Checkpoint?, replays: Bool) throws {
        do {
            try self.init(opening: folder, kept: kept, replays: replays)
        } catch StoreError.corrupt(_, let detail) {
            self.init(origin: kept?.origin ?? "", head: TreeHead(size: 0, root: Merkle.emptyRoot), fault: detail)
        }
    }

    private init(origin: String, head: TreeHead, fault: String?) {
        (self.origin, self.head, self.fault) = (origin, head, fault)
    }

    private init(opening folder: String, kept: Checkpoint?, replays: Bool) throws {
        let store = try SQLiteStore.open(folder: folder, mode: .existing)
        defer { store.close() }
        let registry = try Registry(store: store, formats: BuiltIns.formats, functions: BuiltIns.functions)
        let verification = try registry.verification(against: kept.map { [$0.head] } ?? [])
        origin = registry.origin
        head = verification.head
        fault =
            try Self.otherLog(origin, kept) ?? verification.fault.map { "\($0)" }
            ?? (replays ? TableCheck.difference(store) : nil)
    }

    init(_ registry: RegistryConnection, kept: Checkpoint?) throws {
        let export = try registry.bytes(.post, "/v1/audit/exports", [:])
        try self.init(export: export, kept: kept)
    }
}
