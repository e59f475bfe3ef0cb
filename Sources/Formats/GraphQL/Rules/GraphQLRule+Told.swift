extension GraphQLRule {
    /// What the rule reports, why that matters, and the section of the specification.
    var told: (summary: String, why: String, section: String) {
        switch self {
        case .typeRemoved:
            ("A type is gone.", "Requests that name it in a variable or a fragment are refused.", "5.5.1.2")
        case .typeChangedKind:
            (
                "A type became one of another kind, such as an interface an object.",
                "Selections, fragments and variables that suit the one kind are refused for the other.", "3.4"
            )
        case .typeRemovedFromUnion:
            (
                "A union has a type less.", "A fragment on that type can never apply, and the request is refused.",
                "5.5.2.3"
            )
        case .valueRemovedFromEnum:
            ("An enum has a value less.", "Requests that send the value are refused.", "3.9")
        case .requiredInputFieldAdded:
            ("An input object has a new field that must be sent.", "Requests without it are refused.", "5.6.4")
        case .implementedInterfaceRemoved:
            ("A type implements an interface less.", "Fragments on the interface do not apply any more.", "5.5.2.3")
        case .fieldRemoved:
            ("A field is gone, of a type or of an input object.", "Requests that name the field are refused.", "5.3.1")
        case .fieldChangedKind:
            (
                "A field has a type that old requests do not suit.",
                "Clients get values that they do not expect, or send values that are refused.", "3.6.1"
            )
        case .requiredArgumentAdded:
            ("A field has a new argument that must be sent.", "Requests without it are refused.", "5.4.2.1")
        case .argumentRemoved:
            ("An argument of a field is gone.", "Requests that send it are refused.", "5.4.1")
        case .argumentChangedKind:
            ("An argument does not take all that it took before.", "Requests that send the rest are refused.", "5.8.5")
        case .directiveRemoved:
            ("A directive is gone.", "Requests that use it are refused.", "5.7.1")
        case .directiveArgumentRemoved:
            ("An argument of a directive is gone.", "Whoever gives it is refused.", "5.4.1")
        case .requiredDirectiveArgumentAdded:
            ("A directive has a new argument that must be given.", "Whoever does not give it is refused.", "5.4.2.1")
        case .directiveRepeatableRemoved:
            ("A directive may be applied only once at a place.", "Whoever applies it twice is refused.", "5.7.3")
        case .directiveLocationRemoved:
            ("A directive may stand at fewer places.", "Whoever applies it there is refused.", "5.7.2")
        case .directiveArgumentTypeChanged:
            ("An argument of a directive has another type.", "Whoever gives what it took before is refused.", "5.6.1")
        case .queryTypeChanged:
            (
                "Queries begin at another type, or nowhere.", "Requests and fragments on the old type are refused.",
                "3.3.1"
            )
        case .mutationTypeChanged:
            (
                "Mutations begin at another type, or nowhere.", "Requests and fragments on the old type are refused.",
                "3.3.1"
            )
        case .subscriptionTypeChanged:
            (
                "Subscriptions begin at another type, or nowhere.",
                "Requests and fragments on the old type are refused.", "3.3.1"
            )
        case .oneOfAdded:
            ("Exactly one of several must be sent now.", "Requests that send several, or none, are refused.", "3.10.1")
        default: toldOfMore
        }
    }

    private var toldOfMore: (summary: String, why: String, section: String) {
        switch self {
        case .valueAddedToEnum:
            ("An enum has a value more.", "Clients that know all values meet one that they do not know.", "3.9")
        case .typeAddedToUnion:
            ("A union has a type more.", "Clients that tell all types apart meet one that they do not know.", "3.8")
        case .optionalInputFieldAdded:
            (
                "An input object has a new field that need not be sent.",
                "Requests without it may mean something else.", "3.10"
            )
        case .optionalArgumentAdded:
            (
                "A field has a new argument that need not be sent.", "Requests without it may be answered otherwise.",
                "3.6.1"
            )
        case .implementedInterfaceAdded:
            ("A type implements an interface more.", "Clients meet it where they do not expect it.", "3.7")
        case .argumentDefaultChanged:
            (
                "An argument has another default, or none any more.", "Requests without it are answered otherwise.",
                "3.6.1"
            )
        case .argumentDefaultAdded:
            ("An argument has a default now.", "Requests without it are answered otherwise.", "3.6.1")
        case .inputFieldDefaultChanged:
            (
                "An input field has another default, or none any more.", "Requests without it are answered otherwise.",
                "3.10"
            )
        case .directiveArgumentDefaultChanged:
            (
                "An argument of a directive has another default, or none any more.",
                "The directive may do something else.", "3.13"
            )
        case .directiveUsageAdded:
            ("A directive is applied to an element.", "What it does there only the service knows.", "3.13")
        case .directiveUsageRemoved:
            ("A directive is not applied to an element any more.", "What it did there only the service knows.", "3.13")
        case .directiveUsageChanged:
            ("A directive is applied with other arguments.", "What it does there only the service knows.", "3.13")
        case .typeAdded: ("A type is new.", "Clients may use it from now on.", "3.4")
        case .fieldAdded: ("A field is new.", "Clients may ask for it from now on.", "3.6")
        case .fieldChangedKindSafe:
            ("A field has another type that all old requests suit.", "New requests may not suit the old one.", "3.6.1")
        case .argumentChangedKindSafe:
            ("An argument takes more than before.", "New requests may send what the old one refuses.", "5.8.5")
        case .directiveAdded: ("A directive is new.", "Clients may use it from now on.", "3.13")
        case .optionalDirectiveArgumentAdded:
            ("A directive has a new argument that need not be given.", "Clients may give it from now on.", "3.13")
        case .directiveRepeatableAdded:
            ("A directive may be applied more than once at a place.", "Clients may do so from now on.", "3.13")
        case .directiveLocationAdded:
            ("A directive may stand at more places.", "Clients may apply it there from now on.", "3.13")
        case .oneOfRemoved:
            ("Several may be sent where exactly one had to be.", "Clients may do so from now on.", "3.10.1")
        case .deprecationAdded: ("An element is deprecated.", "It will be gone some day.", "3.13.3")
        case .deprecationRemoved: ("An element is not deprecated any more.", "It will stay.", "3.13.3")
        case .deprecationReasonChanged:
            ("An element is deprecated for another reason.", "The reason says what to use instead.", "3.13.3")
        default: ("The text for people changed.", "No request changes; what it means may.", "2.2")
        }
    }
}
