/// Aliases: each is a copy of the cells that its anchor stands before.
extension YAMLComposer {
    /// Copies what an alias stands for.
    mutating func alias(_ event: YAMLEvent) throws(SyntaxFailure) {
        guard let target = anchors.target(of: source[event.text]) else {
            throw parser.scanner.failure(.alias, at: event.position, "an anchor of this name before, that has ended")
        }
        guard open.count + target.height <= limits.depth else {
            throw exceeded("at most \(limits.depth) levels of nesting (limit depth)", at: event.position)
        }
        guard cells.count + target.cells.count <= limits.nodes else { throw tooMany(at: event.position) }
        guard anchors.mayExpand(by: target.cells.count, of: cells.count) else {
            throw parser.scanner.failure(.alias, at: event.position, "aliases that stand for less: \(YAMLAnchors.rule)")
        }
        if awaitsKey { return try keyAlias(target, event) }
        count()
        raise(to: target.height)
        let distance = UInt32(truncatingIfNeeded: cells.count - target.cells.lowerBound)
        for index in target.cells {
            var cell = cells[index]
            if cell.isContainer { cell.link += distance }
            cells.append(cell)
        }
    }

    /// Adds a scalar that an alias stands for as a key.
    private mutating func keyAlias(_ target: YAMLAnchors.Target, _ event: YAMLEvent) throws(SyntaxFailure) {
        var cell = cells[target.cells.lowerBound]
        guard !cell.isContainer else { throw complexKey(event) }
        if cell.kind != .string {
            cell.tag = cell.tag & ~Document.Cell.kindMask | UInt32(Document.Kind.string.rawValue)
            if !cell.isDetached { cell.tag |= Document.Cell.unquoted }
        }
        count()
        cells.append(cell)
    }
}
