package import Syntax

/// One thing that the catalog knows, as declared in a catalog file.
package enum CatalogItem: Hashable, Sendable {
    case team(Team)
    case person(Person)
    case system(SystemEntry)
    case entity(Entity)
    case application(Application)
    case environment(Environment)

    /// The kinds, by the key that a catalog file lists them under.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case teams
        case people
        case systems
        case entities
        case applications
        case environments

        /// What one of them is called, for messages.
        var singular: String {
            switch self {
            case .teams: TeamKind.kindName
            case .people: PersonKind.kindName
            case .systems: SystemKind.kindName
            case .entities: EntityKind.kindName
            case .applications: ApplicationKind.kindName
            case .environments: EnvironmentKind.kindName
            }
        }
    }

    /// Stable code of every failure in a catalog file.
    package static let code = "CATALOG_INVALID"

    /// Reads one item of a kind.
    ///
    /// - Throws: ``ContractFailure`` with the place of what is wrong.
    package init(_ kind: Kind, _ node: Node, file: String? = nil) throws(ContractFailure) {
        self =
            switch kind {
            case .teams: .team(try Team(node, file: file))
            case .people: .person(try Person(node, file: file))
            case .systems: .system(try SystemEntry(node, file: file))
            case .entities: .entity(try Entity(node, file: file))
            case .applications: .application(try Application(node, file: file))
            case .environments: .environment(try Environment(node, file: file))
            }
    }

    /// The kind.
    package var kind: Kind {
        switch self {
        case .team: .teams
        case .person: .people
        case .system: .systems
        case .entity: .entities
        case .application: .applications
        case .environment: .environments
        }
    }

    /// The name, unique within its kind.
    package var name: String {
        switch self {
        case .team(let item): item.id.name
        case .person(let item): item.id.name
        case .system(let item): item.id.name
        case .entity(let item): item.id.name
        case .application(let item): item.id.name
        case .environment(let item): item.id.name
        }
    }

    /// The teams, systems and entities that the item names and that must exist beside it.
    package var mentions: [(kind: Kind, name: String)] {
        switch self {
        case .team, .environment: []
        case .person(let item): item.teams.map { (.teams, $0.name) }
        case .system(let item): [(.teams, item.team.name)]
        case .entity(let item):
            [(.systems, item.system.name)] + item.stewards.map { (.teams, $0.name) }
                + item.fields.map { (.systems, $0.value.name) }.sorted { $0.1 < $1.1 }
        case .application(let item): [(.teams, item.team.name)]
        }
    }

    /// Reads a catalog file: a mapping of kinds to lists of items.
    ///
    /// - Returns: Each item with its own value, in the order of the file.
    /// - Throws: ``ContractFailure`` with the place of what is wrong.
    package static func items(
        in root: Node,
        file: String? = nil
    ) throws(ContractFailure) -> [(item: CatalogItem, node: Node)] {
        let reader = try MemberReader(root, code: code, file: file, known: Set(Kind.allCases.map(\.rawValue)))
        var items: [(CatalogItem, Node)] = []
        for kind in Kind.allCases {
            for node in try reader.list(kind.rawValue) { items.append((try CatalogItem(kind, node, file: file), node)) }
        }
        return items
    }
}
