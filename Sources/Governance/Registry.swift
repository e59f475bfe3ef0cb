internal import Audit
package import Contracts
internal import Crypto
package import Policies
package import StorePort
internal import Synchronization

/// The registry: everything that can be asked of it, whoever asks and through whatever face.
///
/// Reads run on the calling thread; writes go through the store's only writer. Nothing here is shared but the store and
/// a memory of the catalog and the policies, which is checked against the log at every use.
package final class Registry: Sendable {
    /// The store.
    package let store: any Store
    /// The log's name, which every leaf carries.
    package let origin: String
    /// The formats that contracts may be written in.
    package let formats: Formats
    /// The functions that policies may apply.
    package let functions: PolicyFunctions
    let judge: Judge
    let clock: any Clock
    let memory = Mutex(CatalogMemory())
    private let identityChanges = Atomic(0)

    /// A registry over a store that holds one.
    ///
    /// - Throws: ``RegistryError`` if the store holds no registry.
    package init(
        store: any Store,
        formats: Formats,
        functions: PolicyFunctions,
        clock: any Clock = SystemClock()
    ) throws {
        self.store = store
        self.formats = formats
        self.functions = functions
        self.clock = clock
        judge = Judge(formats: formats)
        origin = try store.read { snapshot in
            guard let first = try snapshot.leaf(0) else {
                throw RegistryError(.missing, "REGISTRY_EMPTY", "the data folder holds no registry", "run 'canon init'")
            }
            return try Event(leaf: first.bytes).origin
        }
    }
}

extension Registry {
    /// Rises whenever a token is taken back or a person changes: what was known of a token before is to be asked anew.
    package var identityGeneration: Int { identityChanges.load(ordering: .acquiring) }

    /// The present.
    package var now: Instant { clock.now }

    func identityChanged() { identityChanges.add(1, ordering: .acquiringAndReleasing) }
}

/// What tells the time.
package protocol Clock: Sendable {
    /// The present.
    var now: Instant { get }
}

/// Why the registry does not do what it was asked.
package struct RegistryError: Error, Hashable, Sendable {
    /// What kind of no it is; faces turn it into a status or an exit code.
    package enum Kind: Hashable, Sendable {
        /// What was sent cannot be read or makes no sense.
        case invalid
        /// There is no such thing.
        case missing
        /// Whoever asks may not.
        case forbidden
        /// What was looked at is not what is there now.
        case conflict
        /// Who asks is not known.
        case unauthenticated
    }

    /// What kind of no it is.
    package let kind: Kind
    /// Stable code, such as `SELF_APPROVAL`.
    package let code: String
    /// What is the case.
    package let message: String
    /// What to do.
    package let remedy: String

    /// An error.
    package init(_ kind: Kind, _ code: String, _ message: String, _ remedy: String) {
        self.kind = kind
        self.code = code
        self.message = message
        self.remedy = remedy
    }
}

extension RegistryError: CustomStringConvertible {
    package var description: String { "\(message); \(remedy)" }
}
