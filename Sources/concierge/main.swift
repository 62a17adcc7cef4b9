import Glibc
import Unix

Signals.ignoreBrokenPipes()
exit(Program.run(Array(CommandLine.arguments.dropFirst())))
