/// A request method that the server knows; every other one is answered with 501.
///
/// - SeeAlso: RFC 9110, section 9.
public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Reads.
    case get = "GET"
    /// Reads without the content.
    case head = "HEAD"
    /// Creates or acts.
    case post = "POST"
    /// Replaces.
    case put = "PUT"
    /// Changes in part.
    case patch = "PATCH"
    /// Removes.
    case delete = "DELETE"
    /// Asks what is possible.
    case options = "OPTIONS"

    /// The method that an octet sequence names; methods are case-sensitive.
    init?(_ octets: ArraySlice<UInt8>) {
        switch octets.count {
        case 3: self.init(octets, among: .get, .put)
        case 4: self.init(octets, among: .head, .post)
        case 5: self.init(octets, among: .patch)
        case 6: self.init(octets, among: .delete)
        case 7: self.init(octets, among: .options)
        default: return nil
        }
    }

    private init?(_ octets: ArraySlice<UInt8>, among methods: Method...) {
        guard let method = methods.first(where: { $0.rawValue.utf8.elementsEqual(octets) }) else { return nil }
        self = method
    }
}
