import ConciergeCore
import YAML

/// Reads the entries of one YAML file, each for itself: a faulty one does not hide the others.
struct EntryReader {
    let file: String
    var content = FileContent()

    func place(_ position: Position) -> Place {
        Place(file: file, line: position.line, column: position.column)
    }

    mutating func complain(_ severity: Problem.Severity = .error, at node: Node, _ message: String) {
        content.problems.append(Problem(severity, at: place(node.position), message))
    }

    /// The value in the shape of the schema; nil when something is wrong, which is then said.
    mutating func checked(_ node: Node, _ schema: Schema) -> Value? {
        let (value, violations) = schema.check(node.value)
        report(violations, in: node)
        return violations.isEmpty ? value : nil
    }

    mutating func report(_ violations: [Schema.Violation], in node: Node) {
        for violation in violations {
            let position = node.position(of: violation.pointer, isKey: violation.isAboutKey)
            content.problems.append(Problem(at: place(position), violation.message))
        }
    }

    /// Reads a file of products, scripts and questions.
    mutating func read(_ root: Node) {
        guard root.content != .null else { return }
        guard let entries = root.map else {
            let known = Spelling.listed(KnowledgeShape.sections)
            return complain(at: root, "this must be a map; begin it with one of \(known)")
        }
        content.isOneList = entries.count == 1 && entries[0].key == "faq" && entries[0].value.list != nil
        for entry in entries {
            switch Spelling.folded(entry.key) {
            case "products": each(entry) { $0.product($1) }
            case "sales_scripts": each(entry) { $0.script($1) }
            case "faq", "faq_responses": answers(entry.value, named: entry.key)
            default:
                let known = KnowledgeShape.sections
                let mend = Spelling.mend(
                    entry.key, known: known, otherwise: "known here: \(known.joined(separator: ", "))")
                content.problems.append(
                    Problem(at: place(entry.keyPosition), "unknown key '\(entry.key)'; \(mend)"))
            }
        }
    }

    private mutating func each(_ entry: Node.Entry, _ read: (inout Self, Node) -> Void) {
        guard entry.value.content != .null else { return }
        guard let items = entry.value.list else {
            return complain(
                at: entry.value, "'\(entry.key)' must be a list; write lines that start with '- '")
        }
        for item in items { read(&self, item) }
    }

    private mutating func product(_ node: Node) {
        guard let value = checked(node, KnowledgeShape.product), let id = node.named("id")?.source,
            let name = Localized(value["name"])
        else {
            // It is there, though faulty: that it is missing is not said as well.
            if let id = node.named("id")?.source { content.refusedProducts.append(id) }
            return
        }
        var product = Product(id: id, name: name, place: place(node.position))
        product.aliases = value.texts("aliases")
        product.categoryNames =
            value["category"]?.map == nil ? Localized() : Localized(value["category"]) ?? Localized()
        product.category = value["category"]?.text ?? product.categoryNames.localized("zh")
        product.price = value["price"]?.double
        product.currency = value["currency"]?.text
        product.description = Localized(value["description"]) ?? Localized()
        product.specification = value["specification"] ?? .null
        let related = node.named("related_products")?.list ?? []
        product.related = related.compactMap(\.source)
        product.relatedPlaces = related.map { place($0.position) }
        product.industryNames = (value["industries"]?.map ?? [:]).mapValues {
            $0.list?.compactMap(\.text) ?? []
        }
        product.industries =
            product.industryNames["zh"] ?? product.industryNames["en"] ?? value.texts("industries")
        product.isOnSale = value["on_sale"]?.bool ?? true
        product.stock = value["stock"]?.int.map(Int.init)
        product.leadTimeDays = value["lead_time_days"]?.int.map(Int.init)
        content.products.append(product)
    }

    private mutating func script(_ node: Node) {
        guard let value = checked(node, KnowledgeShape.script), let intent = value["intent"]?.text,
            let text = Localized(value["script"])
        else { return }
        var script = SalesScript(intent: intent, script: text, place: place(node.position))
        let conditions = node.named("conditions")?.map ?? []
        for entry in conditions {
            do throws(Condition.Fault) {
                script.conditions.append(try Condition(entry.key, entry.value.value))
            } catch { complain(at: entry.value, error.message) }
            if let odd = ScriptValues.complaint(entry.key, shown: entry.key, effect: "fulfilled") {
                content.problems.append(Problem(.warning, at: place(entry.keyPosition), odd))
            }
        }
        // A script without one of its conditions, or of its figures, would be said where it must not be.
        guard script.conditions.count == conditions.count, let texts = computed(node) else { return }
        script.texts = texts
        checkNames(node, given: Set(script.conditions.map(\.name)))
        checkLanguages(node.named("script"))
        content.scripts.append(script)
    }

    /// What a script computes with must be given to it.
    private mutating func checkNames(_ script: Node, given: Set<String>) {
        let written = script.named("script")
        for node in written?.map?.map(\.value) ?? [written].compactMap(\.self) {
            guard let text = node.source, text.contains("{{"), let computed = try? ScriptText(text) else {
                continue
            }
            for name in computed.names.subtracting(given).sorted() {
                guard let odd = ScriptValues.complaint(name, shown: "{{\(name)}}", effect: "said") else {
                    continue
                }
                complain(.warning, at: node, odd)
            }
        }
    }

    /// What names its languages should have both: a customer reads the other one else.
    mutating func checkLanguages(_ node: Node?) {
        guard let node, let texts = node.map, texts.count == 1, let only = texts.first,
            let missing = ["zh": "en", "en": "zh"][only.key]
        else { return }
        complain(
            .warning, at: node,
            "says nothing in '\(missing)'; add it, or write one text without a language for everybody")
    }

    /// The texts of a script that compute, by what was written; nil when one is faulty, which is then said.
    private mutating func computed(_ node: Node) -> [String: ScriptText]? {
        var (texts, isGood): ([String: ScriptText], Bool) = ([:], true)
        let written = node.named("script")
        for node in written?.map?.map(\.value) ?? [written].compactMap(\.self) {
            guard let text = node.source, text.contains("{{") else { continue }
            do throws(Formula.Fault) { texts[text] = try ScriptText(text) } catch {
                isGood = false
                complain(at: node, error.message)
            }
        }
        return isGood ? texts : nil
    }
}

extension Value {
    func texts(_ key: String) -> [String] { self[key]?.list?.compactMap(\.text) ?? [] }
}
