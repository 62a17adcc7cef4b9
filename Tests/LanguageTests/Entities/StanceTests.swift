import Testing

@testable import Language

/// Entities here are mostly places, whose words nothing else reads.
@Suite struct StanceTests {
    @Test(arguments: Row.table(rows))
    func `marks what is denied and what is only supposed`(row: Row) {
        let marked = EntityReader(catalogue: .sample).read(row.text).map { entity in
            entity.text + (entity.isNegated ? "-" : "") + (entity.isHypothetical ? "?" : "")
        }
        #expect(marked == row.expected)
    }

    /// Behind what is denied a -, behind what is supposed a ?.
    private static let rows = """
        不错，上海发货 => 上海
        除了上海都发 => 上海-
        除了汽车行业 => 汽车-
        除了XR-200都要 => XR-200-
        除了XR-200，其他各50台 => XR-200-; 50台
        除了上海以外都发，上海不发 => 上海-; 上海-
        除了XR-200还要什么配件 => XR-200
        除了上海，北京也发吗 => 上海; 北京
        除了上海，你们在北京有没有仓库 => 上海; 北京
        除夕发上海 => 除夕; 上海
        不好意思，发上海 => 上海
        不知道上海有没有 => 上海
        是不是上海 => 上海
        能不能发上海 => 上海
        要不要发上海 => 上海
        去不去上海 => 上海
        不发上海吗？ => 上海
        没问题，上海 => 上海
        没有问题，发上海 => 上海
        没有收到XR-200 => XR-200
        不能开机的XR-200 => XR-200
        XR-200不工作了 => XR-200
        不锈钢的XR-200 => XR-200
        不少于两台XR-200 => 不少于两台; XR-200
        非常想去上海 => 上海
        特别是上海 => 上海
        主要是上海 => 上海
        若干上海客户 => 上海
        别家才去上海 => 上海
        你们不是说去上海么 => 上海
        不合格的发上海 => 上海
        不降价的话发上海 => 上海
        不是上海 => 上海-
        不是汽车行业 => 汽车-
        我们不是汽车行业，是电子行业 => 汽车-; 电子
        不是上海是北京 => 上海-; 北京
        不是上海，而是北京 => 上海-; 北京
        要发北京而不是上海 => 北京; 上海-
        不要XR-200要P002 => XR-200-; P002
        不要XR-200、P002和P004 => XR-200-; P002-; P004-
        不要红色的XR-200 => XR-200-
        XR-200不要了 => XR-200-
        上海就算了，发北京 => 上海-; 北京
        汽车行业我们不做 => 汽车-
        别发到上海 => 上海-
        上海没有仓库 => 上海
        我们没有上海仓库 => 上海-
        不是没有上海仓库 => 上海
        XR-200到了没有 => XR-200
        快递不走了 我那台XR-200 => XR-200
        无需XR-200 => XR-200-
        非汽车行业 => 汽车-
        没去上海 => 上海-
        不贵的XR-200 => XR-200
        如果发上海 => 上海?
        如果发上海，北京也要 => 上海?; 北京
        假如我们在上海 => 上海?
        要是买XR-200呢 => XR-200?
        发上海的话多少钱 => 上海?
        比如上海 => 上海?
        比如，上海 => 上海?
        如果不去上海 => 上海-?
        如需XR-200请联系 => XR-200?
        万一XR-200坏了 => XR-200?
        除非上海有货 => 上海?
        不到50台 => 不到50台
        至少50台，不超过80台 => 至少50台，不超过80台
        不超过80台 => 不超过80台
        没有50台货吗 => 50台
        你们有没有50台现货 => 50台
        只要50台 => 50台
        50台不够，要100台 => 50台; 100台
        不要50台 => 50台-
        我们不要50台，要30台 => 50台-; 30台
        不是50台是15台 => 50台-; 15台
        先不买50台了，买20台试试 => 50台-; 20台
        暂时不需要50台 => 50台-
        我没说要50台 => 50台-
        50台就不要了 => 50台-
        我要5台，不是10 => 5台; 10-
        不是10，是5台 => 10-; 5台
        要5台而不是10 => 5台; 10-
        5台，不要10 => 5台; 10-
        预算5万，不是10万 => 5万; 10万-
        I need 3 to 5 robots, not 10 => 3 to 5; 10-
        not ten but five units => ten-; five units
        5 units instead of 10 => 5 units; 10-
        rather than 10 we want 5 units => 10-; 5 units
        the price was $5000, not 6000 => $5000; 6000-
        it is not 10 years old
        not 10% but 5 units => 5 units
        payload 10kg, not 12 => payload 10kg
        not 10
        如果买50台 => 50台?
        如果我们订50台机器人，能便宜吗 => 50台?
        假如要50台的话 => 50台?
        no more than 50 units => no more than 50 units
        I'd say 50 units is enough => 50 units
        not 50 units but 30 units => 50 units-; 30 units
        payload is not 10kg but 12kg => 10kg-; 12kg
        say 50 units => 50 units?
        suppose we order 50 units => 50 units?
        unless you ship 50 units => 50 units?
        only Shanghai => Shanghai
        not only Shanghai => Shanghai
        why not Shanghai => Shanghai
        no problem with Shanghai => Shanghai
        Don't you ship to Berlin? => Berlin
        I don't know Berlin => Berlin
        order no Berlin => Berlin
        not Berlin => Berlin-
        not Berlin but Paris => Berlin-; Paris
        we don’t ship to Berlin. Paris is fine => Berlin-; Paris
        still no invoice for the XR-200 => XR-200
        no XR-200 please => XR-200-
        dont need XR-200 => XR-200-
        without XR-200 => XR-200-
        Paris instead of Berlin => Paris; Berlin-
        XR-200 is not needed => XR-200-
        we are not in the automotive industry, we are in logistics => automotive-; logistics
        neither Berlin nor Paris => Berlin-; Paris-
        if we ship to Berlin => Berlin?
        if we ship to Berlin, Paris is next => Berlin?; Paris
        I wonder if Berlin is possible => Berlin
        do you know if Berlin is in the EU => Berlin; the EU
        suppose it is Berlin => Berlin?
        we are supposed to ship to Berlin => Berlin
        say, Berlin => Berlin?
        let's say Berlin => Berlin?
        the papers say Berlin => Berlin
        for say Berlin => Berlin?
        they say Berlin is nice => Berlin
        what if we took XR-200 => XR-200?
        in case Berlin fails => Berlin?
        for example Berlin => Berlin?
        unless it is Berlin => Berlin?
        if it is not Berlin => Berlin-?
        """
}
