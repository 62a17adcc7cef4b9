import ConciergeCore
import Knowledge
import Language
import Unix

/// `concierge intents train`: makes a model of the sentences and keeps it in a file; the host has it done in a process apart.
enum IntentTraining {
    static let command = Command(
        name: "train", summary: "make a model of the sentences and keep it in a file",
        details: """
            The host does so by itself when sentences change. By hand it says how many it reads correctly of those that were
            held out of its making; the model is a file for 'scripts/build' and for trying, which no host looks for.
            """,
        options: [
            .config,
            .init(
                name: "to", value: "FILE", summary: "where the model is written", completion: .file,
                mend: "say where the model is written"),
            .init(
                name: "starter", value: "FOLDER",
                summary: "teach the host's own intents of this folder, nothing else"),
            .quick,
            .init(
                name: "handout", value: nil,
                summary: "the sentences come on stdin, from a running host, and it ends with that host"),
        ],
        run: { invocation in
            let target = invocation.demanded("to")
            var making = try making(invocation)
            making.workforce = .cores
            let model = making.model(quickly: invocation.has("quick"))
            guard !model.labels.isEmpty else {
                throw Failure("no sentences; write them in knowledge/intents/*.yaml, one example a line")
            }
            try Files.makeFolders(Files.folder(of: target))
            try Files.replace(target, with: model.bytes)
            Terminal.remark(
                "\(target): \(model.labels.count) intents; \(model.exam.text)")
        })

    private static func making(_ invocation: Invocation) throws -> IntentMaking {
        if invocation.has("handout") {
            return IntentMaking(starter: Starter.intents, files: try Handout.read())
        }
        if let folder = invocation["starter"] {
            guard Files.isFolder(folder) else {
                throw Failure("\(folder): is not there; name the folder with intents/")
            }
            return IntentMaking(starter: StarterIntents(folder: folder), files: [])
        }
        var folders = KnowledgeFolders(
            try Workplace(invocation).configuration(isQuiet: true), builtIn: Starter.builtIn)
        let reading = folders.read()
        for problem in reading.problems where problem.isError { Terminal.complain(problem.description) }
        return IntentMaking(starter: Starter.intents, files: reading.base.intents)
    }
}

extension Command.Option {
    static let quick = Self(
        name: "quick", value: nil, summary: "without nets: sooner there, and a little worse")
}
