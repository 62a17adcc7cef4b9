/// English words everybody writes: none of them is a mistyped product.
enum CommonWords {
    static let english = Phrases(
        words: """
            a an the i me my mine we us our ours you your yours he him his she her it its they them their this that these
            those who whom whose which what when where why how am is are was were be been being do does did done doing
            have has had having can could may might must shall should will would need dare ought used let lets
            and or but nor so yet if then else than because while although though until unless since before after
            of in on at by for with from to into onto upon about above below over under between among through during
            without within against across along around behind beside besides beyond despite down inside near off out
            outside past per up via as like no not none never ever always often sometimes usually again also too very
            really quite rather just only even still already almost enough here there now today tomorrow yesterday soon
            later early late first last next more most less least many much few some any all each every both either
            neither other others another same such own one two three four five six seven eight nine ten hundred thousand
            please thanks thank hello hi hey dear sir madam yes yeah ok okay sorry sure good better best great nice fine
            bad new old big small large long short high low fast quick quickly slow cheap right wrong left open close
            price prices priced pricing cost costs quote quotes quotation order orders ordered ordering buy buying bought
            sell selling sold sale sales ship ships shipped shipping shipment deliver delivered delivery send sent sending
            receive received pay paid paying payment payments invoice invoices discount discounts offer offers offered
            stock store stores shop shops money total amount unit units piece pieces pcs set sets dozen pair pairs box
            boxes time times date dates day days week weeks month months year years hour hours minute minutes monday
            tuesday wednesday thursday friday saturday sunday january february march april june july august september
            october november december morning afternoon evening night
            company companies business customer customers client clients team people person someone somebody anyone
            anybody everyone everybody nobody nothing something anything everything office factory plant product products
            item items model models machine machines device devices part parts service services support help problem
            problems issue issues question questions answer answers reply contact call called email mail phone number
            numbers name names address information info detail details data sheet manual document documents
            want wants wanted get gets got getting give gives gave given take takes took taken make makes made making
            know knows knew known think thinks thought say says said tell tells told ask asks asked see sees saw seen
            look looks looking find finds found use uses using work works worked working go goes went gone come comes
            came keep keeps kept put puts show shows showed shown try tries tried start starts started stop stops stopped
            change changes changed check checks checked wait waits waiting waited return returns returned refund refunds
            replace replaced repair repaired broken break breaks fail fails failed install installed test tested
            testing thing things way ways place places case cases end back side top line lines kind kinds type types size
            sizes color colour weight height width length power speed level point points maybe perhaps however instead
            together different difference similar possible impossible available urgent important interested interesting
            happy glad able unable ready free full empty whole half double single several various main well far away
            actually basically currently recently finally probably certainly definitely exactly especially
            their there theirs where were wear would wood should could might right write whole hole which witch weather
            whether quiet quite house horse mouse table chair water paper world words power tower motor rotor serve nerve
            cover lover never fever river liver paint point print sprint spring string strong wrong drive drives driver
            plate place plane plain train brain grain drain frame flame blame brake bread break great treat trade grade
            light might night sight fight eight weight freight front round sound found bound ground class glass grass
            match batch catch watch march reach beach teach peach scale scare share shape shade space spare stage state
            steel steal steam stone store story style
            """)

    /// What is sold under many names: a "robot" is not a mistyped "cobot".
    static let goods = Phrases(
        words: """
            robot robots sensor sensors motor motors pump pumps valve valves cable cables camera cameras gear gears
            belt belts arm arms laser lasers drill drills tool tools screw screws bolt bolts table tables truck trucks
            cabinet cabinets panel panels switch switches relay relays filter filters bearing bearings mold molds
            spindle spindles printer printers scanner scanners battery batteries charger chargers tablet tablets
            """)
}

/// What may stand before the last word of a name that stands for the whole: "that robot", 这款机器人.
enum HeadWords {
    static let words = Phrases(
        words: """
            a an the this that these those your our my its their any some of for about with and or more another one
            two three is are buy need want sell order get have per each every which what no on
            """)

    /// Ends of names that say nothing about what is sold.
    static let general: Set<String> = [
        "系统", "设备", "产品", "机器", "装置", "软件", "平台", "方案", "服务", "配件", "组件", "模块", "工具", "材料", "套装", "系列", "型号",
        "版本", "公司", "整机",
        "机组", "单元", "部件", "附件", "系统", "工程", "项目", "system", "systems", "machine", "device", "unit",
        "software",
        "platform", "solution", "service", "series", "model", "tool", "product", "equipment", "line", "parts",
        "edition",
    ]

    static let characters = ScalarSet(
        "的款个台套种些这那该此们买要问看订购用下了和与及有卖做给把让台批件条只部辆是对于到家贵司")
}
