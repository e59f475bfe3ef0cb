package import Contracts
package import Crypto
package import Policies

/// The catalog and the policies in force at one moment, with the digests by which a judgement names them.
package struct Standing: Sendable {
    /// The catalog.
    package let catalog: Catalog
    /// Digest of the catalog's items.
    package let catalogDigest: Digest
    /// The policies, under their own digest.
    package let policies: PolicySet
}
