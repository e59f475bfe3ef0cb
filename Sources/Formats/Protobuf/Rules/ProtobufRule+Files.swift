internal import Compatibility

extension ProtobufRule {
    /// What pages tell of rules about services and their methods.
    var tellingOfService: RuleTelling {
        func service(_ method: String) -> String { "message M {}\nmessage N {}\nservice S { \(method) }" }
        let plain = service("rpc A(M) returns (M);")
        return switch self {
        case .serviceNoDelete:
            .proto3(
                "service",
                .removed,
                "A service is gone from its file.",
                "Callers get no answer, and generated code loses its client.",
                "message M {}\nservice S {}",
                "message M {}"
            )
        case .rpcNoDelete:
            .proto3(
                "method",
                .removed,
                "A method is gone from a service.",
                "Callers get no answer.",
                plain,
                service("")
            )
        case .rpcSameClientStreaming:
            .proto3(
                "request stream",
                .changed,
                "A method takes a stream of requests where it took one, or the reverse.",
                "Callers that speak the other way are refused.",
                plain,
                service("rpc A(stream M) returns (M);")
            )
        case .rpcSameServerStreaming:
            .proto3(
                "response stream",
                .changed,
                "A method answers with a stream where it answered once, or the reverse.",
                "Callers that wait for the other do not understand the answer.",
                plain,
                service("rpc A(M) returns (stream M);")
            )
        case .rpcSameRequestType:
            .proto3(
                "request type",
                .changed,
                "A method takes another message.",
                "What callers send is taken for something else.",
                plain,
                service("rpc A(N) returns (M);")
            )
        case .rpcSameResponseType:
            .proto3(
                "response type",
                .changed,
                "A method answers with another message.",
                "Callers take the answer for something else.",
                plain,
                service("rpc A(M) returns (N);")
            )
        default:
            .proto3(
                "idempotency",
                .changed,
                "A method is promised otherwise than before to do no harm when it is repeated.",
                "Callers that repeat it, or fetch it with GET, count on that.",
                service("rpc A(M) returns (M) { option idempotency_level = IDEMPOTENT; }"),
                plain
            )
        }
    }

    /// What pages tell of rules about files and packages.
    var tellingOfPackage: RuleTelling {
        let package = "package p;\n"
        let code = "Generated code loses its name."
        return switch self {
        case .fileNoDelete:
            RuleTelling(
                .init(.both, "file", .removed),
                "A file is gone.",
                "Whoever imports it does not compile.",
                Self.set(["a.proto": "", "b.proto": ""]),
                Self.set(["a.proto": ""])
            )
        case .packageNoDelete:
            RuleTelling(
                .init(.both, "package", .removed),
                "A package is gone.",
                code,
                Self.set(["a.proto": "package a;", "b.proto": "package b;"]),
                Self.set(["a.proto": "package a;"])
            )
        case .fileSamePackage:
            .proto3(
                "package name",
                .changed,
                "A file has another package.",
                "All names in it are others, in generated code, in `Any` and in paths of methods.",
                "package a;\nmessage A {}",
                "package b;\nmessage A {}"
            )
        case .fileSameSyntax:
            RuleTelling(
                .init(.both, "syntax", .changed),
                "A file has another syntax.",
                "Presence, defaults and the form of enums and lists follow from it.",
                "syntax = \"proto2\";\nmessage A {}",
                "syntax = \"proto3\";\nmessage A {}"
            )
        case .packageMessageNoDelete:
            .proto3(
                "message",
                .removed,
                "A message is gone from its package.",
                code,
                package + "message A {}\nmessage B {}",
                package + "message A {}"
            )
        case .packageEnumNoDelete:
            .proto3(
                "enum",
                .removed,
                "An enum is gone from its package.",
                code,
                package + "message A {}\nenum E { Z = 0; }",
                package + "message A {}"
            )
        case .packageExtensionNoDelete:
            .proto2(
                "extension",
                .removed,
                "An extension is gone from its package.",
                code,
                package + "message A { extensions 4; }\nextend A { optional int32 b = 4; }",
                package + "message A { extensions 4; }"
            )
        default:
            .proto3(
                "service",
                .removed,
                "A service is gone from its package.",
                "Callers get no answer, and generated code loses its client.",
                package + "message M {}\nservice S {}",
                package + "message M {}"
            )
        }
    }

    /// A set of files as one text.
    private static func set(_ files: [String: String]) -> String {
        let members = files.sorted { $0.key < $1.key }.map { name, text in
            #""\#(name)": "syntax = \"proto3\"; \#(text)""#
        }
        return "{\"files\": {\(members.joined(separator: ", "))}}"
    }

    /// What pages tell of rules about options of files: the option's name is the rule's.
    var tellingOfFileOption: RuleTelling {
        let name = rawValue.dropFirst("FILE_SAME_".count).lowercased()
        let (old, new) =
            switch self {
            case .fileSameOptimizeFor: ("SPEED", "CODE_SIZE")
            case .fileSameCcEnableArenas: ("true", "false")
            case .fileSameCcGenericServices, .fileSameJavaGenericServices, .fileSamePyGenericServices,
                .fileSameJavaMultipleFiles:
                ("false", "true")
            default: ("\"a\"", "\"b\"")
            }
        return .proto3(
            String(name.map { $0 == "_" ? " " : $0 }),
            .changed,
            "The option '\(name)' of a file has another value.",
            "Generated code has other names or another form.",
            "option \(name) = \(old);",
            "option \(name) = \(new);"
        )
    }
}
