import SkillKit

extension Texts {
    /// A moment on the clocks of the business, as the language says it.
    func moment(_ local: Hours.Local, _ locale: String?) -> String {
        let weekdays = self("weekdays", locale).split(separator: " ")
        return self(
            "opens", locale,
            [
                "month": "\(local.month)", "day": "\(local.day)",
                "time": "\(local.hour):\(local.minute.twoDigits)",
                "weekday": weekdays.indices.contains(local.weekday) ? String(weekdays[local.weekday]) : "",
            ])
    }
}

extension Int {
    var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
