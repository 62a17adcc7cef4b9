/// Names as a message gives them: `'id', 'customer'`.
func listed(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
