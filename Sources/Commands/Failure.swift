internal import Arguments
internal import Contracts
internal import Governance
internal import HTTP
internal import Sockets
internal import StorePort
internal import Syntax

/// Why a command could not do what it was asked, with the exit code that says so.
struct Failure: Error {
    let code: String
    let message: String
    let exit: ExitCode

    init(_ code: String, _ message: String, _ exit: ExitCode) {
        self.code = code
        self.message = message
        self.exit = exit
    }

    /// What an error that came up means to who called.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as UsageError: self.init(UsageError.code, "\(error)", .usage)
        case let error as ContractFailure: self.init(error.code, "\(error)", .usage)
        case let error as SyntaxFailure: self.init(error.code.rawValue, "\(error)", .usage)
        case let error as NameError: self.init(NameError.code, "\(error)", .usage)
        case let error as ReferenceFailure: self.init(ReferenceFailure.code, "\(error)", .usage)
        case let error as FormatUnknown: self.init(FormatUnknown.code, "\(error)", .usage)
        case let error as RegistryError: self.init(error.code, "\(error)", .usage)
        case let error as HTTPURLError: self.init(HTTPURLError.code, "\(error)", .usage)
        case let error as ClientError: self.init(error.code, "\(error)", .unreachable)
        case let error as StoreError: self.init(error.code, "\(error)", .unjudged)
        case let error as SystemCallError: self.init("SYSTEM", "\(error)", .unjudged)
        default: self.init("INTERNAL", "\(error)", .unjudged)
        }
    }

    /// The failure as JSON, for who asked for JSON.
    var json: JSON { ["error": ["code": .string(code), "message": .string(message)]] }
}
