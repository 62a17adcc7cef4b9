import ConciergeCore

/// ISO 4217.
enum Currencies {
    static let known = Set(
        """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP \
        CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS \
        INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU \
        MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK \
        SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF \
        XAG XAU XCD XCG XDR XOF XPD XPF XPT YER ZAR ZMW ZWG
        """.split(separator: " ").map(String.init))

    private static let slips = [
        "RMB": "CNY", "元": "CNY", "人民币": "CNY", "¥": "CNY", "￥": "CNY", "CNH": "CNY", "$": "USD", "美元": "USD",
        "€": "EUR", "欧元": "EUR", "£": "GBP", "港币": "HKD", "日元": "JPY",
    ]

    static func mend(_ written: String) -> String {
        let upper = written.uppercased()
        if let code = known.contains(upper) ? upper : slips[upper] { return "write \(code)" }
        return "write three letters such as CNY"
    }
}
