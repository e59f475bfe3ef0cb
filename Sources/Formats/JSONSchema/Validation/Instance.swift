package import Syntax

/// A JSON value that can be validated, whether read from a text or made by a program.
package protocol Instance {
    /// The value taken apart one level.
    var view: InstanceView<Self> { get }
    /// A copy as a value.
    var json: JSON { get }
}

/// A JSON value, one level of it.
package enum InstanceView<Part> {
    case null
    case bool(Bool)
    case number(ExactNumber)
    case string(String)
    case array([Part])
    case object([(name: PropertyName, value: Part)])

    /// The type of the value.
    var type: TypeSet {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .number(let number): number.isInteger ? .integer : .fraction
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

extension JSON: Instance {
    package var json: JSON { self }

    package var view: InstanceView<JSON> {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let value): .number(value)
        case .string(let value): .string(value)
        case .array(let elements): .array(elements)
        case .object(let members): .object(members.map { (PropertyName($0.key), $0.value) })
        }
    }
}

extension Node: Instance {
    package var view: InstanceView<Node> {
        switch kind {
        case .null: .null
        case .true: .bool(true)
        case .false: .bool(false)
        case .number: .number(number ?? .zero)
        case .string: .string(text)
        case .array: .array(Array(elements))
        case .object: .object(members.map { (PropertyName($0.name), $0.value) })
        }
    }
}
