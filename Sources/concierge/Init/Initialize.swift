import Unix

/// `concierge init`: a folder that a host can start from.
enum Initialize {
    static let command = Command(
        name: "init",
        summary: "write a commented configuration, sample knowledge and the first token into a folder",
        details:
            "Nothing that is there already is written over. --demo adds a catalogue and a scripted customer.",
        examples: ["concierge init shop && cd shop && concierge serve"],
        parameters: [.init(name: "DIR", summary: "the folder; made when it is missing", completion: .folder)],
        options: [.init(name: "demo", value: nil, summary: "with a catalogue and a customer to play with")],
        run: { try fill($0.first, isDemo: $0.has("demo")) })

    private static func fill(_ folder: String, isDemo: Bool) throws {
        try Files.makeFolders(folder)
        var files = Template.basics
        if isDemo { files += Template.demo }
        for file in files {
            let path = Files.join(folder, file.path)
            if Files.exists(path) {
                Terminal.remark("\(path): already there; left as it is")
                continue
            }
            try Files.makeFolders(Files.folder(of: path))
            try Files.create(path, file.text)
            Terminal.print(path)
        }
        let data = DataFolder(path: Files.join(folder, "data"))
        let hadToken = Files.exists(data.tokenFile)
        _ = try data.token()
        if !hadToken { Terminal.print(data.tokenFile) }
    }
}
