import ConciergeCore
import YAML

extension Node {
    var value: Value {
        switch content {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        case .text(let text): .text(text)
        case .list(let nodes): .list(nodes.map(\.value))
        case .map(let entries):
            .map(Dictionary(entries.map { ($0.key, $0.value.value) }) { first, _ in first })
        }
    }

    /// Where a part of this node stands, or what holds it when it is not there.
    func position(of pointer: Pointer, isKey: Bool = false) -> Position {
        var (node, position) = (self, self.position)
        for (index, step) in pointer.steps.enumerated() {
            let isLast = index == pointer.steps.count - 1
            switch node.content {
            case .map(let entries):
                guard let entry = entries.first(where: { $0.key == step }) else { return position }
                node = entry.value
                position = isLast && !isKey ? entry.value.position : entry.keyPosition
            case .list(let nodes):
                guard let number = Int(step), nodes.indices.contains(number) else { return position }
                node = nodes[number]
                position = node.position
            default: return position
            }
        }
        return position
    }

    var list: [Node]? { if case .list(let nodes) = content { nodes } else { nil } }
    var map: [Entry]? { if case .map(let entries) = content { entries } else { nil } }

    /// The value under a key, in whichever spelling it was written.
    func named(_ name: String) -> Node? {
        map?.first { entry in
            entry.key == name
                || (entry.key.utf8.count == name.utf8.count && Spelling.folded(entry.key) == name)
        }?.value
    }
}
