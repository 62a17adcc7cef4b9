import Testing

@testable import HTTPClient

@Suite struct PublicAddressTests {
    @Test(
        arguments: [
            [0, 0, 0, 0], [10, 0, 0, 1], [100, 64, 0, 1], [100, 127, 255, 255], [127, 0, 0, 1],
            [169, 254, 169, 254],
            [172, 16, 0, 1], [172, 31, 255, 255], [192, 0, 0, 1], [192, 0, 2, 1], [192, 88, 99, 1],
            [192, 168, 1, 1],
            [198, 18, 0, 1], [198, 19, 255, 255], [198, 51, 100, 1], [203, 0, 113, 1], [224, 0, 0, 1],
            [255, 255, 255, 255],
        ] as [[UInt8]]) func `an IPv4 address that is not public`(bytes: [UInt8])
    {
        #expect(!PublicAddress.isPublic4(bytes))
    }

    @Test(
        arguments: [
            [1, 1, 1, 1], [100, 63, 0, 1], [100, 128, 0, 1], [172, 15, 0, 1], [172, 32, 0, 1],
            [192, 0, 1, 1],
            [198, 17, 0, 1], [198, 20, 0, 1], [223, 255, 255, 255],
        ] as [[UInt8]]) func `an IPv4 address that is`(bytes: [UInt8])
    {
        #expect(PublicAddress.isPublic4(bytes))
    }

    private static func address(_ start: [UInt8], end: [UInt8] = []) -> [UInt8] {
        start + [UInt8](repeating: 0, count: 16 - start.count - end.count) + end
    }

    @Test(arguments: [
        address([], end: [1]), address([]), address([0xfe, 0x80], end: [1]), address([0xfd], end: [1]),
        address([0xff, 0x02], end: [1]), address([0x20, 0x01, 0x0d, 0xb8], end: [1]),
        address([0x20, 0x01, 0, 0], end: [1]),
        address([], end: [0xff, 0xff, 127, 0, 0, 1]), address([0, 0x64, 0xff, 0x9b], end: [10, 0, 0, 1]),
        address([0x20, 0x02, 127, 0, 0, 1], end: [1]),
    ]) func `an IPv6 address that is not public`(bytes: [UInt8]) {
        #expect(!PublicAddress.isPublic6(bytes))
    }

    @Test(arguments: [
        address([0x26, 0x06, 0x47, 0], end: [0x11, 0x11]), address([], end: [0xff, 0xff, 1, 1, 1, 1]),
        address([0, 0x64, 0xff, 0x9b], end: [1, 1, 1, 1]), address([0x20, 0x02, 1, 1, 1, 1], end: [1]),
    ]) func `an IPv6 address that is`(bytes: [UInt8]) {
        #expect(PublicAddress.isPublic6(bytes))
    }

    @Test(
        arguments: [
            ("10.0.0.0/8", [10, 255, 0, 1], true), ("10.0.0.0/8", [11, 0, 0, 1], false),
            ("10.0.0.0/8", address([], end: [0xff, 0xff, 10, 0, 0, 1]), true),
            ("192.168.4.0/23", [192, 168, 5, 9], true), ("192.168.4.0/23", [192, 168, 6, 9], false),
            ("fd00::/8", address([0xfd, 1], end: [1]), true), ("fd00::/8", [10, 0, 0, 1], false),
            ("::1/128", address([], end: [1]), true), ("0.0.0.0/0", [10, 0, 0, 1], true),
        ] as [(String, [UInt8], Bool)])
    func `a block holds the addresses that begin as it does`(text: String, bytes: [UInt8], isIn: Bool) throws
    {
        #expect(try #require(AddressBlock(text)).contains(bytes) == isIn)
    }

    @Test(arguments: [
        "", "10.0.0.0", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0/8", "::/129", "a/8", "10.0.0.0/8/8",
    ])
    func `what is no block`(text: String) {
        #expect(AddressBlock(text) == nil)
    }
}
