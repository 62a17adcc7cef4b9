import ConciergeCore
import ConfigurationFile

/// The words, shares and habits that the demo's customers are made of; a file, so that they can be changed and read.
struct DemoStock: Sendable {
    /// A word and how it is written in an address.
    struct Word: Sendable {
        var text: String
        var latin: String
    }

    struct Industry: Shared, Sendable {
        var name: String
        var share: Int
        var words: [String]
        var latin: String
        var english: String
        /// Who looks after it: a technician, and one who sells.
        var engineer: String
        var seller: String
    }

    struct Region: Shared, Sendable {
        var name: String
        var share: Int
        var cities: [String]
    }

    struct Abroad: Sendable {
        var share: Int
        var region: String
        var given: [String]
        var surnames: [String]
        var roles: [String]
        var cities: [String]
        var suffixes: [String]
    }

    struct Size: Shared, Sendable {
        var share: Int
        var employees: ClosedRange<Int>
        /// The dearest that it buys.
        var affords: Int
        /// How many it takes, in percent of what others take.
        var quantity: Int
    }

    /// What costs about as much is bought about as often.
    struct Band: Shared, Sendable {
        var below: Int
        var share: Int
        var quantity: ClosedRange<Int>
    }

    /// How often one orders, from how many days ago and until when.
    struct Habit: Shared, Sendable {
        var share: Int
        var every: ClosedRange<Int>
        var from: Int
        var until: Int
        /// How much longer, in percent, each pause is than the one before.
        var slows: Int
    }

    /// Somebody whom the README knows by name.
    struct Known: Sendable {
        var person: DemoPerson
        var orders: [(product: String, quantity: Int, daysAgo: Int)]
        /// What staff entered of the client, and what was promised.
        var client: Value
        var promises: [Value]
    }

    var surnames: [Word]
    var given: [Word]
    var roles: [String]
    var stems: [Word]
    var suffixes: [String]
    var industries: [Industry]
    var regions: [Region]
    var abroad: Abroad
    var sizes: [Size]
    var bands: [Band]
    var habits: [Habit]
    var season: [Int]
    /// From so many on, so many percent less.
    var discounts: [(from: Int, percent: Int)]
    /// What an order leads to, in percent.
    var related: Int
    var again: Int
    var suppliesBelow: Int
    var known: [Known]
    var past: Past

    func industry(_ name: String) -> Industry? { industries.first { $0.name == name } }
}

extension DemoStock {
    init(path: String) throws {
        let document: ConfigurationFile.Document
        do { document = try ConfigurationFile.Document(path: path) } catch {
            throw Failure(error.description)
        }
        guard let stock = Self(document.value) else {
            throw Failure("\(path): a list is missing or empty; take the file that came with the program")
        }
        self = stock
    }

    private init?(_ value: Value) {
        guard let abroad = value["abroad"].flatMap(Abroad.init), let next = value["next"],
            let past = value["past"].flatMap(Past.init)
        else { return nil }
        self.past = past
        self.abroad = abroad
        (surnames, given, stems) = (value.pairs("surnames"), value.pairs("given"), value.pairs("stems"))
        (roles, suffixes) = (value.words("roles"), value.words("suffixes"))
        industries = value.items("industries").compactMap(Industry.init)
        regions = value.items("regions").compactMap(Region.init)
        sizes = value.items("sizes").compactMap(Size.init)
        bands = value.items("bands").compactMap(Band.init)
        habits = value.items("habits").compactMap(Habit.init)
        season = value.items("season").compactMap(\.int).map(Int.init)
        discounts = value.items("discounts").compactMap(\.bounds).map { ($0, $1) }
        (related, again) = (next.number("related"), next.number("again"))
        suppliesBelow = next.number("supplies_below")
        known = value.items("customers").compactMap(Known.init)
        let lists = [surnames.count, given.count, stems.count, roles.count, suffixes.count]
        let shares = [industries.count, regions.count, sizes.count, bands.count, habits.count]
        guard !(lists + shares).contains(0), season.count == 12 else { return nil }
    }
}
