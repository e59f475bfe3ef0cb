/// Everything that the catalog knows, ready for look-up.
package struct Catalog: Hashable, Sendable {
    /// Teams by name.
    package private(set) var teams: [TeamID: Team] = [:]
    /// People and service accounts by name.
    package private(set) var people: [PersonID: Person] = [:]
    /// Systems by name.
    package private(set) var systems: [SystemID: SystemEntry] = [:]
    /// Entities by name.
    package private(set) var entities: [EntityID: Entity] = [:]
    /// Applications by name.
    package private(set) var applications: [ApplicationID: Application] = [:]
    /// Environments by name.
    package private(set) var environments: [EnvironmentID: Environment] = [:]

    /// A catalog of items; a later one of the same name replaces an earlier one.
    package init(_ items: some Sequence<CatalogItem> = []) {
        for item in items { add(item) }
    }

    /// Adds an item, or replaces the one of its name.
    package mutating func add(_ item: CatalogItem) {
        switch item {
        case .team(let team): teams[team.id] = team
        case .person(let person): people[person.id] = person
        case .system(let system): systems[system.id] = system
        case .entity(let entity): entities[entity.id] = entity
        case .application(let application): applications[application.id] = application
        case .environment(let environment): environments[environment.id] = environment
        }
    }

    /// The team that answers for a system, or nil where the system is not known.
    package func team(of system: SystemID) -> TeamID? { systems[system]?.team }

    /// Whether an item of a kind exists.
    package func has(_ kind: CatalogItem.Kind, _ name: String) -> Bool {
        switch kind {
        case .teams: teams.keys.contains { $0.name == name }
        case .people: people.keys.contains { $0.name == name }
        case .systems: systems.keys.contains { $0.name == name }
        case .entities: entities.keys.contains { $0.name == name }
        case .applications: applications.keys.contains { $0.name == name }
        case .environments: environments.keys.contains { $0.name == name }
        }
    }

    /// The names of a kind, sorted.
    func names(of kind: CatalogItem.Kind) -> [String] {
        switch kind {
        case .teams: teams.keys.map(\.name).sorted()
        case .people: people.keys.map(\.name).sorted()
        case .systems: systems.keys.map(\.name).sorted()
        case .entities: entities.keys.map(\.name).sorted()
        case .applications: applications.keys.map(\.name).sorted()
        case .environments: environments.keys.map(\.name).sorted()
        }
    }

    /// What an item mentions and the catalog does not know, such as `team 'integration guys'`.
    package func missing(for item: CatalogItem) -> [String] {
        item.mentions.filter { !has($0.kind, $0.name) }.map { "\($0.kind.rawValue) '\($0.name)'" }
    }
}
