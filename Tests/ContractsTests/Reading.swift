import Contracts
import Syntax

/// The root of a JSON text.
func node(_ text: String) throws -> Node { try Document.json(Array(text.utf8)).root }
