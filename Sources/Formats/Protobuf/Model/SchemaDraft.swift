/// A schema that is being put together, whose files lie in flat arrays; the files that are built in come first.
struct SchemaDraft: SchemaElements {
    var names = NameTable()
    var texts = Layered<SourceText>()
    var files = Layered<FileElement>()
    var imports = Layered<ImportElement>()
    var messages = Layered<MessageElement>()
    var fields = Layered<FieldElement>()
    var oneofs = Layered<OneofElement>()
    var enums = Layered<EnumElement>()
    var values = Layered<EnumValueElement>()
    var services = Layered<ServiceElement>()
    var methods = Layered<MethodElement>()
    var ranges = Layered<NumberRange>()
    var reserved = Layered<ReservedName>()
    var options = Layered<[OptionEntry]>()
    var rawOptions = Layered<[RawOption]>()
    var defaults = Layered<DefaultValue>()
    var symbols = Layered<Symbol>()
    var builtIn: [Bool] = []
    var wellKnown = WellKnownPlaces()

    /// Makes all elements such as drafts share that begin as copies of this one.
    mutating func share() {
        names.share()
        texts.share()
        files.share()
        imports.share()
        messages.share()
        fields.share()
        oneofs.share()
        enums.share()
        values.share()
        services.share()
        methods.share()
        ranges.share()
        reserved.share()
        options.share()
        rawOptions.share()
        defaults.share()
        symbols.share()
    }
}
