internal import Synchronization

/// Sets of scalar values by general category, as the standard library knows them.
///
/// - SeeAlso: UAX 44, section 5.7.1.
enum GeneralCategories {
    /// The set of a category or a group of them, by its short or long name; nil where there is none.
    static func set(named name: String) -> ScalarSet? {
        guard let entry = names.first(where: { $0.short == name || $0.long.contains(name) }) else { return nil }
        return known.withLock { known in
            if let set = known[entry.short] { return set }
            let set = set(of: entry)
            known[entry.short] = set
            return set
        }
    }

    /// Sets that have been asked for.
    private static let known = Mutex<[String: ScalarSet]>([:])

    private static func set(of entry: Name) -> ScalarSet {
        // Those for which scalars that are none stand, and which no text has.
        guard entry.short != "Cs" else { return ScalarSet() }
        return ScalarSet(runs.filter { entry.categories.contains($0.category) }.map(\.range))
    }

    private struct Run {
        var range: ClosedRange<UInt32>
        let category: Unicode.GeneralCategory
    }

    /// Neighbours of one category, in order.
    private static let runs: [Run] = {
        var runs: [Run] = []
        for value in 0...ScalarSet.largest {
            guard let category = Unicode.Scalar(value)?.properties.generalCategory else { continue }
            if let last = runs.last, last.category == category, last.range.upperBound + 1 == value {
                runs[runs.count - 1].range = last.range.lowerBound...value
            } else {
                runs.append(Run(range: value...value, category: category))
            }
        }
        return runs
    }()

    private struct Name {
        let short: String
        let long: [String]
        let categories: Set<Unicode.GeneralCategory>

        init(_ short: String, _ long: String..., is categories: Set<Unicode.GeneralCategory>) {
            self.short = short
            self.long = long
            self.categories = categories
        }
    }

    private static let names = [
        Name("Lu", "Uppercase_Letter", is: [.uppercaseLetter]),
        Name("Ll", "Lowercase_Letter", is: [.lowercaseLetter]),
        Name("Lt", "Titlecase_Letter", is: [.titlecaseLetter]),
        Name("LC", "Cased_Letter", is: [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]),
        Name("Lm", "Modifier_Letter", is: [.modifierLetter]),
        Name("Lo", "Other_Letter", is: [.otherLetter]),
        Name(
            "L",
            "Letter",
            is: [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
        ),
        Name("Mn", "Nonspacing_Mark", is: [.nonspacingMark]),
        Name("Mc", "Spacing_Mark", is: [.spacingMark]),
        Name("Me", "Enclosing_Mark", is: [.enclosingMark]),
        Name("M", "Mark", "Combining_Mark", is: [.nonspacingMark, .spacingMark, .enclosingMark]),
        Name("Nd", "Decimal_Number", "digit", is: [.decimalNumber]),
        Name("Nl", "Letter_Number", is: [.letterNumber]),
        Name("No", "Other_Number", is: [.otherNumber]),
        Name("N", "Number", is: [.decimalNumber, .letterNumber, .otherNumber]),
        Name("Pc", "Connector_Punctuation", is: [.connectorPunctuation]),
        Name("Pd", "Dash_Punctuation", is: [.dashPunctuation]),
        Name("Ps", "Open_Punctuation", is: [.openPunctuation]),
        Name("Pe", "Close_Punctuation", is: [.closePunctuation]),
        Name("Pi", "Initial_Punctuation", is: [.initialPunctuation]),
        Name("Pf", "Final_Punctuation", is: [.finalPunctuation]),
        Name("Po", "Other_Punctuation", is: [.otherPunctuation]),
        Name(
            "P",
            "Punctuation",
            "punct",
            is: [
                .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation,
            ]
        ),
        Name("Sm", "Math_Symbol", is: [.mathSymbol]),
        Name("Sc", "Currency_Symbol", is: [.currencySymbol]),
        Name("Sk", "Modifier_Symbol", is: [.modifierSymbol]),
        Name("So", "Other_Symbol", is: [.otherSymbol]),
        Name("S", "Symbol", is: [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]),
        Name("Zs", "Space_Separator", is: [.spaceSeparator]),
        Name("Zl", "Line_Separator", is: [.lineSeparator]),
        Name("Zp", "Paragraph_Separator", is: [.paragraphSeparator]),
        Name("Z", "Separator", is: [.spaceSeparator, .lineSeparator, .paragraphSeparator]),
        Name("Cc", "Control", "cntrl", is: [.control]),
        Name("Cf", "Format", is: [.format]),
        Name("Cs", "Surrogate", is: [.surrogate]),
        Name("Co", "Private_Use", is: [.privateUse]),
        Name("Cn", "Unassigned", is: [.unassigned]),
        Name("C", "Other", is: [.control, .format, .privateUse, .unassigned]),
    ]
}
