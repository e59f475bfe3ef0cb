internal import Contracts
internal import Syntax

extension KeywordComparison {
    mutating func compareArrays() {
        comparePrefix()
        if !becomesList, !facts.old.items.isEmpty || !facts.new.items.isEmpty {
            pair("*", facts.old.items, facts.new.items)
        }
        let unique = facts.map { $0.others["uniqueItems"]?.contains { $0.bool == true } ?? false }
        guard unique.old != unique.new else { return }
        add(
            unique.new ? "unique-items-added" : "unique-items-removed",
            unique.new ? .narrows : .widens,
            at: values("uniqueItems"),
            unique.new ? "elements must now differ" : "elements may now be equal"
        )
    }

    /// Places with schemas of their own; what has none on one side follows the schema of further elements there.
    private mutating func comparePrefix() {
        let lists = facts.map { $0.others["prefixItems"]?.last.map { Array($0.elements) } ?? [] }
        let (old, new) = (lists.old, lists.new)
        for index in 0..<max(old.count, new.count) {
            let schemas = Pair(
                index < old.count ? [old[index]] : facts.old.items,
                index < new.count ? [new[index]] : facts.new.items
            )
            pair(String(index), schemas.old, schemas.new)
        }
        guard old.count != new.count else { return }
        let isMore = new.count > old.count
        add(
            isMore ? "prefix-items-added" : "prefix-items-removed",
            .keeps,
            at: values("prefixItems"),
            severity: .info,
            "\(new.count) places have schemas of their own, before \(old.count)"
        )
    }
}
