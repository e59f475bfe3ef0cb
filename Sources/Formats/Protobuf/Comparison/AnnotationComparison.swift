internal import Compatibility
internal import Contracts

/// Compares the annotations of two schemas.
struct AnnotationComparison {
    private let pair: SchemaPair
    private let category: BreakingCategory
    private var findings: [Finding] = []

    private var old: ProtobufSchema { pair.old }
    private var new: ProtobufSchema { pair.new }

    /// What changes of annotations break, in the order of listings.
    static func findings(from old: ProtobufSchema, to new: ProtobufSchema, category: BreakingCategory) -> [Finding] {
        // Without a file that declares annotations there are none.
        guard old.hasAnnotations || new.hasAnnotations else { return [] }
        var comparison = AnnotationComparison(pair: SchemaPair(old, new), category: category)
        comparison.compare()
        return comparison.findings.listed
    }

    private init(pair: SchemaPair, category: BreakingCategory) {
        self.pair = pair
        self.category = category
    }

    private mutating func compare() {
        for match in pair.messages { compareMessages(old.messages[match.old], new.messages[match.new]) }
        for match in pair.services { compareServices(old.services[match.old], new.services[match.new]) }
    }

    private mutating func report(
        _ rule: AnnotationRule,
        _ address: String,
        old oldSpot: (file: Int, offset: Int)?,
        new newSpot: (file: Int, offset: Int),
        _ message: String
    ) {
        guard rule.categories.contains(category) else { return }
        findings.append(
            Finding(
                rule.rawValue,
                .error,
                direction: .backward,
                path: address,
                old: oldSpot.map { old.place($0.offset, file: $0.file, address) },
                new: new.place(newSpot.offset, file: newSpot.file, address),
                message: message
            )
        )
    }

    // MARK: Messages

    private mutating func compareMessages(_ one: MessageElement, _ two: MessageElement) {
        let name = old.names.text(one.fullName)
        let spots = ((one.file, one.start), (two.file, two.start))
        let before = old.texts(inside: "google.api.resource", of: one.options)
        let missing = before.subtracting(new.texts(inside: "google.api.resource", of: two.options))
        if !missing.isEmpty {
            let message = "the resource '\(name)' no longer has \(missing.sorted().joined(separator: ", "))"
            report(.resourceChanged, name, old: spots.0, new: spots.1, message)
        }
        for index in two.fields {
            let field = new.fields[index]
            let match = one.fields.first { old.fields[$0].number == field.number }
            compareBehavior(match.map { old.fields[$0] }, field, name)
        }
    }

    private mutating func compareBehavior(_ one: FieldElement?, _ two: FieldElement, _ message: String) {
        let before = one.map { old.numbers("google.api.field_behavior", of: $0.options) } ?? []
        let now = new.numbers("google.api.field_behavior", of: two.options)
        let address = "\(message).\(new.names.text(two.name))"
        let spots = (one.map { ($0.file, $0.start) }, (two.file, two.start))
        let what = "field \(two.number) '\(address)'"
        // Required 2, output only 3, input only 4, immutable 5.
        if now.contains(2), !before.contains(2), !now.contains(3) {
            report(.fieldBecameRequired, address, old: spots.0, new: spots.1, "\(what) must be sent now")
        }
        guard let one else { return }
        if now.contains(3), !before.contains(3) {
            report(.fieldBecameOutputOnly, address, old: spots.0, new: spots.1, "\(what) is ignored in requests now")
        }
        if now.contains(4), !before.contains(4) {
            report(.fieldBecameInputOnly, address, old: spots.0, new: spots.1, "\(what) is left out of responses now")
        }
        if now.contains(5), !before.contains(5), !before.contains(3) {
            report(.fieldBecameImmutable, address, old: spots.0, new: spots.1, "\(what) cannot be changed any more")
        }
        let references = (
            old.texts(inside: "google.api.resource_reference", of: one.options),
            new.texts(inside: "google.api.resource_reference", of: two.options)
        )
        guard !references.0.isEmpty, references.0 != references.1 else { return }
        let message = "\(what) refers to another type of resource"
        report(.resourceReferenceChanged, address, old: spots.0, new: spots.1, message)
    }

    // MARK: Services

    private mutating func compareServices(_ one: ServiceElement, _ two: ServiceElement) {
        let name = old.names.text(one.fullName)
        let hosts = (
            old.strings("google.api.default_host", of: one.options),
            new.strings("google.api.default_host", of: two.options)
        )
        if !hosts.0.isEmpty, hosts.0 != hosts.1 {
            let message = "the service '\(name)' is found under another host name"
            report(.hostChanged, name, old: (one.file, one.start), new: (two.file, two.start), message)
        }
        for index in one.methods {
            let method = old.methods[index]
            guard let match = two.methods.first(where: { pair.same(method.name, new.methods[$0].name) }) else {
                continue
            }
            compareMethods(method, new.methods[match], "\(name).\(old.names.text(method.name))", one.file, two.file)
        }
    }

    private mutating func compareMethods(
        _ one: MethodElement,
        _ two: MethodElement,
        _ address: String,
        _ file: Int,
        _ other: Int
    ) {
        let spots = ((file, one.start), (other, two.start))
        let now = new.bindings(of: two.options)
        for binding in old.bindings(of: one.options) where !now.contains(binding) {
            let isBodyOnly = now.contains { $0.verb == binding.verb && $0.path == binding.path }
            let what = "'\(binding.verb) \(binding.path)'"
            if isBodyOnly {
                report(
                    .httpBodyChanged,
                    address,
                    old: spots.0,
                    new: spots.1,
                    "the body of \(what) is another part of the message now"
                )
            } else {
                report(
                    .httpBindingRemoved,
                    address,
                    old: spots.0,
                    new: spots.1,
                    "\(what) no longer reaches '\(address)'"
                )
            }
        }
        let signatures = (
            old.strings("google.api.method_signature", of: one.options),
            new.strings("google.api.method_signature", of: two.options)
        )
        for signature in signatures.0 where !signatures.1.contains(signature) {
            let message = "'\(address)' can no longer be called with '\(signature)' one by one"
            report(.methodSignatureRemoved, address, old: spots.0, new: spots.1, message)
        }
    }
}
