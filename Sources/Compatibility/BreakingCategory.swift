internal import Contracts

/// How much of a contract must stay as it is, from the most to the least.
///
/// - SeeAlso: buf, "Breaking change detection: rules and categories".
package enum BreakingCategory: String, Hashable, NamedChoice {
    package static let kindName = "category"

    /// Generated code of every file.
    case file = "FILE"
    /// Generated code of every package; elements may move between its files.
    case package = "PACKAGE"
    /// The binary form and the JSON form.
    case wireJSON = "WIRE_JSON"
    /// The binary form.
    case wire = "WIRE"
}
