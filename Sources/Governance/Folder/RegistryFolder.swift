package import Compatibility
package import Contracts
package import Policies
package import Syntax

/// A registry written down as files: what `canon apply` brings in and `canon check` judges.
///
/// | file | what it is |
/// |---|---|
/// | `…/<subject>/contract.yaml` | a contract's manifest |
/// | `…/<subject>/1.2.0.yaml` or `.json` … | a version's content; the name is the version |
/// | `…/<policy>/policy.yaml` | a policy; `tests.yaml` beside it are its tests |
/// | `…/catalog/*.yaml` | catalog items |
///
/// Everything else is passed over.
package struct RegistryFolder: Sendable {
    /// A contract with its versions, lowest first.
    package struct Contract: Sendable {
        /// Its manifest.
        package let manifest: Manifest
        /// The folder that holds it.
        package let folder: String
        /// Its versions.
        package var versions: [(version: SemanticVersion, content: ContractSource)]
    }

    /// A policy with its tests.
    package struct PolicyFile: Sendable {
        /// The policy.
        package let policy: Policy
        /// Its document.
        package let node: Node
        /// Its tests; empty where there are none beside it.
        package let tests: [PolicyTest]
    }

    /// The catalog items, with their text, those that others mention first.
    package private(set) var items: [(item: CatalogItem, node: Node)] = []
    /// The contracts by subject.
    package private(set) var contracts: [Subject: Contract] = [:]
    /// The policies in order of their names.
    package private(set) var policies: [PolicyFile] = []

    /// Reads files.
    ///
    /// - Parameters:
    ///   - files: Bytes by path, with `/` between steps.
    ///   - functions: The functions that policies may apply.
    /// - Throws: ``ContractFailure`` with the file and place of the first thing that is wrong.
    package init(_ files: [String: [UInt8]], functions: PolicyFunctions) throws(ContractFailure) {
        for path in files.keys.sorted() {
            switch FolderPath(path).role {
            case .manifest: try addContract(path, files)
            case .policy: try addPolicy(path, files, functions)
            case .catalog: items += try CatalogItem.items(in: Self.root(of: path, files), file: path)
            case .other: continue
            }
        }
        let order = CatalogItem.Kind.allCases
        items.sort { (order.firstIndex(of: $0.item.kind) ?? 0) < (order.firstIndex(of: $1.item.kind) ?? 0) }
        policies.sort { $0.policy.id < $1.policy.id }
    }

    /// The catalog that the files declare.
    package var catalog: Catalog { Catalog(items.map(\.item)) }

    /// The policies that the files declare.
    package var policySet: PolicySet { PolicySet(policies.map(\.policy)) }

    private static func root(of path: String, _ files: [String: [UInt8]]) throws(ContractFailure) -> Node {
        do throws(SyntaxFailure) {
            return try Document.parse(files[path] ?? [], named: path).root
        } catch { throw ContractFailure(error, file: path) }
    }

    private mutating func addContract(_ path: String, _ files: [String: [UInt8]]) throws(ContractFailure) {
        let root = try Self.root(of: path, files)
        let manifest = try Manifest(root, file: path)
        let folder = FolderPath(path).folder
        guard contracts[manifest.subject] == nil else {
            throw ContractFailure(
                Manifest.code,
                at: Place(root["subject"] ?? root, file: path),
                "subject \(manifest.subject) has a second contract.yaml; a subject is one folder"
            )
        }
        let versions = files.keys.compactMap { FolderPath($0).version(in: folder, files[$0] ?? []) }
        contracts[manifest.subject] = Contract(
            manifest: manifest,
            folder: folder,
            versions: versions.sorted { $0.version < $1.version }
        )
    }

    private mutating func addPolicy(
        _ path: String,
        _ files: [String: [UInt8]],
        _ functions: PolicyFunctions
    ) throws(ContractFailure) {
        let node = try Self.root(of: path, files)
        let policy = try Policy(node, file: path, functions: functions)
        let testPath = FolderPath(path).sibling("tests.yaml")
        let tests =
            files[testPath] == nil ? [] : try PolicyTest.tests(in: Self.root(of: testPath, files), file: testPath)
        policies.append(PolicyFile(policy: policy, node: node, tests: tests))
    }
}

/// What a path in a registry folder says.
private struct FolderPath {
    enum Role {
        case manifest
        case policy
        case catalog
        case other
    }

    let path: String

    init(_ path: String) { self.path = path }

    private var steps: [Substring] { path.split(separator: "/") }
    private var file: String { steps.last.map(String.init) ?? "" }

    var folder: String { steps.dropLast().joined(separator: "/") }

    func sibling(_ name: String) -> String {
        let prefix = path.utf8.count > file.utf8.count ? String(path.dropLast(file.count)) : ""
        return prefix + name
    }

    var role: Role {
        switch file {
        case "contract.yaml": .manifest
        case "policy.yaml": .policy
        default: steps.dropLast().last == "catalog" && file.hasSuffix(".yaml") ? .catalog : .other
        }
    }

    /// The version that this file is in a contract's folder, or nil.
    func version(in folder: String, _ bytes: [UInt8]) -> (version: SemanticVersion, content: ContractSource)? {
        guard self.folder == folder, let dot = file.lastIndex(of: ".") else { return nil }
        guard let version = try? SemanticVersion(parsing: String(file[..<dot])) else { return nil }
        return (version, ContractSource(bytes, file: file))
    }
}
