internal import Commands
internal import Glibc

exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
