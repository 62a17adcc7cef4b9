import ConciergeCore
import YAML

extension SourceMap {
    /// A position that the parser names, in the file of this map.
    func place(_ position: Position) -> Place {
        Place(file: file, line: position.line, column: position.column)
    }
}
