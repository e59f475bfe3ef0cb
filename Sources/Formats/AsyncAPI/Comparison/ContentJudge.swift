internal import Avro
internal import Compatibility
internal import Contracts
internal import JSONSchema
internal import Protobuf
internal import Syntax

/// Asks the format of two schemas whether what one side writes is what the other reads.
struct ContentJudge {
    private let versions: Pair<EventDescription>
    private let direction: Direction
    private let options: ComparisonOptions
    /// What one pair may cost.
    private let steps: Int

    init(_ versions: Pair<EventDescription>, _ direction: Direction, _ options: ComparisonOptions, steps: Int) {
        self.versions = versions
        self.direction = direction
        self.options = options
        self.steps = steps
    }

    /// Whether all that is written is read, by proof.
    func holds(_ contents: Pair<Content>, newWrites: Bool, _ mediaType: MediaType?) -> Bool {
        let meeting = ContentMeetings.Meeting(
            contents: contents,
            newWrites: newWrites,
            mediaType: mediaType,
            place: "",
            part: ""
        )
        return !findings(meeting).contains { $0.severity == .error }
    }

    /// What a pair shows; what breaks has the direction of the comparison.
    func findings(_ meeting: ContentMeetings.Meeting) -> [Finding] {
        let (old, new) = (meeting.contents.old, meeting.contents.new)
        switch (old.schema, new.schema) {
        case (.json(let before), .json(let after)): return json(before, after, meeting)
        case (.avro(let before), .avro(let after)): return avro(before, after, meeting)
        case (.protobuf(let before), .protobuf(let after)): return protobuf(before, after, meeting)
        case (.other, .other) where old.format.isComparable(with: new.format): return unread(meeting)
        default: return [formatChanged(meeting)]
        }
    }

    /// The direction in which the format of the schemas is asked.
    private func flow(_ meeting: ContentMeetings.Meeting) -> Direction { meeting.newWrites ? .forward : .backward }

    private func json(_ old: SchemaDocument, _ new: SchemaDocument, _ meeting: ContentMeetings.Meeting) -> [Finding] {
        guard let before = old.root, let after = new.root else { return [] }
        let schemas = SchemaVersions(
            old: old,
            new: new,
            policy: .strict,
            hasOpenContent: options.policy == .lenient,
            budget: ContainmentBudget(steps: min(200_000, steps), totalSteps: steps)
        )
        let contents = meeting.contents
        let roots = Pair(old[before].node, new[after].node)
        return schemas.differences(before, after, flow(meeting)).map { difference in
            let finding = difference.finding(direction)
            let places = Pair(
                place(of: difference.old, in: contents.old, roots.old, versions.old),
                place(of: difference.new, in: contents.new, roots.new, versions.new)
            )
            return told(finding, meeting, places)
        }
    }

    /// The place of a part of a schema; that of the whole where the document does not say the schema.
    private func place(of node: Node?, in content: Content, _ root: Node?, _ version: EventDescription) -> Place {
        guard let node, let root, root.document === content.node.document else {
            return version.place(of: content.node)
        }
        return version.place(of: node)
    }

    private func avro(_ old: AvroSchema, _ new: AvroSchema, _ meeting: ContentMeetings.Meeting) -> [Finding] {
        let format = AvroFormat()
        var own = options
        own.stepBudget = steps
        var found = format.incompatibilities(from: old, to: new, breaking: flow(meeting), options: own)
        if direction == .backward {
            let quiet = format.findings(from: old, to: new, breaking: .backward, options: own)
            found += quiet.filter { $0.severity < .error }
        }
        return found.map { finding in
            let places = Pair(
                embedded(finding.old, in: meeting.contents.old, versions.old),
                embedded(finding.new, in: meeting.contents.new, versions.new)
            )
            return told(finding, meeting, places)
        }
    }

    /// The place in the document of a place in a schema that is a text of its own there.
    private func embedded(_ inner: Place?, in content: Content, _ version: EventDescription) -> Place {
        let node = inner.flatMap { content.node.isString ? nil : Pointer($0.pointer) }.flatMap { content.node[$0] }
        return version.place(of: node ?? content.node)
    }

    /// Rules of what is written only: generated code is everybody's own, and unknown fields are passed over.
    private static let binary: ProtobufRules = [
        .fieldSameDefault, .fieldSameOneof, .fieldWireCompatibleCardinality, .fieldWireCompatibleType,
        .messageSameRequiredFields,
    ]
    private static let text: ProtobufRules = [
        .enumSameJsonFormat, .enumValueSameName, .fieldSameDefault, .fieldSameJsonName, .fieldSameOneof,
        .fieldWireJsonCompatibleCardinality, .fieldWireJsonCompatibleType, .messageSameJsonFormat,
        .messageSameRequiredFields,
    ]

    private func protobuf(
        _ old: ProtobufSchema,
        _ new: ProtobufSchema,
        _ meeting: ContentMeetings.Meeting
    ) -> [Finding] {
        let rules = meeting.mediaType?.isJSON == true ? Self.text : Self.binary
        let (writer, reader) = meeting.newWrites ? (new, old) : (old, new)
        let gone = ProtobufFormat().findings(from: old, to: new, rules: [.messageNoDelete])
        let changed = ProtobufFormat().findings(from: writer, to: reader, rules: rules)
        let places = Pair(
            versions.old.place(of: meeting.contents.old.node),
            versions.new.place(of: meeting.contents.new.node)
        )
        return (gone + changed).map { told($0, meeting, places) }
    }

    private func unread(_ meeting: ContentMeetings.Meeting) -> [Finding] {
        let (old, new) = (meeting.contents.old, meeting.contents.new)
        guard !old.node.hasSameValue(as: new.node) else { return [] }
        let finding = Finding(
            Finding.undecided,
            .error,
            path: "",
            message: "the schema changed",
            undecided: "schemas of format '\(new.format.name)' are not read"
        )
        return [told(finding, meeting, Pair(versions.old.place(of: old.node), versions.new.place(of: new.node)))]
    }

    private func formatChanged(_ meeting: ContentMeetings.Meeting) -> Finding {
        let (old, new) = (meeting.contents.old, meeting.contents.new)
        let rule = AsyncAPIRule.schemaFormatChanged
        let message = "the schema was one of \(old.format.name) and is one of \(new.format.name)"
        let finding = Finding(rule.rawValue, rule.severity, path: "", message: message)
        return told(finding, meeting, Pair(versions.old.place(of: old.node), versions.new.place(of: new.node)))
    }

    /// What a format found, at the place where the schemas met.
    private func told(_ finding: Finding, _ meeting: ContentMeetings.Meeting, _ places: Pair<Place>) -> Finding {
        Finding(
            finding.rule,
            finding.severity,
            direction: finding.severity == .error ? direction : nil,
            operation: meeting.place,
            path: [meeting.part, finding.path].filter { !$0.isEmpty }.joined(separator: " "),
            old: places.old,
            new: places.new,
            message: finding.message,
            remedy: finding.remedy,
            witness: finding.witness,
            reaches: finding.reaches,
            reachesMore: finding.reachesMore,
            undecided: finding.undecided
        )
    }
}
