/// Industries under one name each, with what else they are called; `?` marks a word that is one only beside 行业, 做, "industry".
enum IndustryTable {
    static let lines = """
        汽车零部件|汽车零配件|汽车配件|汽配|汽车部件|车用零部件|auto parts|automotive parts|car parts|automotive components|auto components|automotive supplier
        汽车|?汽车|汽车制造|整车制造|整车厂|主机厂|车企|?车厂|?automotive|?automobile|automaker|automakers|car maker|car manufacturing|?auto|vehicle manufacturing
        新能源汽车|?电动汽车|?电动车|新能源车|electric vehicles|?ev|?evs|?electric vehicle|new energy vehicles
        动力电池|?锂电池|锂电|?电池|?储能电池|?lithium batteries|lithium battery|battery manufacturing|?battery|?batteries
        储能|?储能|储能系统|energy storage
        光伏|?光伏|太阳能|?太阳能|光伏组件|photovoltaics|photovoltaic|solar energy|?solar|?pv
        风电|?风电|风力发电|wind power|wind energy|?wind
        电力|?电力|电网|输配电|发电厂|电厂|power generation|?power|electric utilities|?utilities|power utility
        核电|?核电|核能|nuclear power|nuclear energy|?nuclear
        石油天然气|石油|?石油|油气|天然气|?天然气|石化|石油化工|oil and gas|oil & gas|petrochemical|petrochemicals|petroleum
        煤炭|?煤炭|煤矿|采煤|coal mining|?coal
        矿业|采矿|矿山|?矿业|mining
        钢铁|?钢铁|冶金|炼钢|钢厂|steel making|?steel|metallurgy|steelmaking|iron and steel
        有色金属|铝业|?铝材|铝加工|铜加工|non-ferrous metals|nonferrous metals|?aluminium|?aluminum|?copper
        铸造|?铸造|压铸|?压铸|锻造|?锻造|foundry|foundries|die casting|?casting|?forging
        金属加工|?金属加工|机加工|机械加工|钣金加工|?钣金|精密加工|cnc加工|?五金加工|metalworking|metal working|machine shop|?machining|sheet metal fabrication|metal fabrication
        五金|?五金|五金制品|五金件|?hardware|hardware tools
        模具|?模具|模具制造|注塑模具|mold making|mould making|?molds|?moulds|tool and die|mold and die
        机械制造|?机械|装备制造|机械设备制造|重工|mechanical engineering|machinery manufacturing|machine building|?machinery
        工程机械|?工程机械|挖掘机制造|construction machinery|construction equipment|heavy equipment
        机床|?机床|数控机床制造|machine tools
        机器人|?机器人|机器人制造|?robotics
        工业自动化|?自动化|自动化集成|系统集成商|非标自动化|自动化设备|industrial automation|factory automation|?automation|system integrator|systems integrator
        智能制造|?智能制造|智慧工厂|smart manufacturing|intelligent manufacturing
        电子制造|?电子|消费电子|3c电子|?3c|电子组装|电子代工|代工厂|ems代工|electronics manufacturing|consumer electronics|?electronics|?electronic
        半导体|?半导体|芯片|?芯片|集成电路|?晶圆|晶圆厂|封测|semiconductor manufacturing|?semiconductor|?semiconductors|?chips|wafer fab
        电路板|?pcb|线路板|?线路板|?电路板|印制电路板|circuit boards|?circuit board|pcb assembly
        显示面板|?面板|面板厂|液晶面板|?显示屏|display panels|lcd panels|?display panel
        光学|?光学|光学元件|镜头制造|?optics|optical components
        激光|?激光|激光加工|激光设备|laser processing|?laser|?lasers
        家电|?家电|家用电器|白色家电|小家电|home appliances|?appliances|household appliances|white goods
        照明|?照明|灯具|?灯具|led照明|?lighting
        仪器仪表|?仪器|?仪表|测量仪器|instrumentation|?instruments|measuring instruments
        电线电缆|?电缆|?线缆|线束|wire and cable|?cables|wire harness|?cable
        低压电器|电气设备|?电气|成套电气|配电柜|electrical equipment|switchgear|?electrical
        电机|?电机|电机制造|?马达|electric motors|motor manufacturing
        泵阀|?泵|?阀门|泵业|阀门制造|水泵厂|pumps and valves|valve manufacturing|?valves
        轴承|?轴承|轴承制造|bearing manufacturing|?bearings
        紧固件|?紧固件|?螺丝|螺丝厂|?fasteners|?fastener
        航空航天|?航空|?航天|飞机制造|航空制造|aerospace|aviation|?aircraft
        航天军工|军工|?军工|国防|?国防|?defense|?defence|military industry
        船舶|?船舶|造船|船厂|?海工|shipbuilding|ship building|shipyard|shipyards|?marine
        轨道交通|?轨道交通|铁路|?铁路|地铁|?地铁|高铁|?高铁|?railway|?railways|rail transit|?rail|rolling stock
        食品饮料|食品|?食品|饮料|?饮料|食品加工|食品厂|饮料厂|休闲食品|食品和饮料|food and beverage|food & beverage|f&b|food processing|?food|?beverage|?beverages
        乳制品|?乳业|?乳制品|奶制品|dairy products|?dairy
        肉类加工|屠宰|?肉类|肉制品|meat processing|?meat
        烘焙|?烘焙|烘焙食品|?bakery|?bakeries|?baking
        酒类|白酒|?白酒|酿酒|啤酒厂|?啤酒|酒厂|wine making|?brewery|?breweries|distillery|?wine
        餐饮|?餐饮|?餐厅|连锁餐饮|?饭店|?restaurant|?restaurants|food service|?catering
        粮油|?粮油|粮食加工|面粉厂|饲料|?饲料|饲料厂|grain and oil|?grain|animal feed
        农业|?农业|种植业|?种植|智慧农业|?agriculture|agricultural|?farming
        畜牧养殖|养殖|?养殖|畜牧|?畜牧|养猪|养鸡|livestock|animal husbandry|poultry farming|?poultry
        水产|?水产|水产养殖|渔业|?渔业|aquaculture|?fishery|?fishing|?seafood
        林业木材|木材|?木材|木材加工|板材厂|?林业|timber|wood processing|?wood|?forestry|woodworking
        家具|?家具|家具制造|家居|?家居|全屋定制|furniture making|furniture manufacturing|?furniture
        造纸|?造纸|纸业|纸厂|pulp and paper|paper making|papermaking|?paper
        印刷|?印刷|印刷厂|?printing
        包装|?包装|包装印刷|包材|纸箱厂|?包装机械|?packaging machinery|?packaging
        塑料制品|?塑料|塑胶|?塑胶|注塑|?注塑|注塑厂|?塑料制品|plastics processing|?plastics|?plastic|injection molding|injection moulding
        橡胶|?橡胶|橡胶制品|?轮胎|轮胎厂|轮胎制造|rubber products|?rubber|?tyre|?tire|tyre manufacturing
        化工|?化工|?化学品|精细化工|化工厂|chemical industry|fine chemicals|?chemical|?chemicals
        涂料|?涂料|油漆|?油漆|油漆厂|coatings and paints|?coatings|?paints
        日化|?日化|日用化工|洗护|洗涤用品|household chemicals|personal care|?detergents
        化妆品|?化妆品|美妆|?美妆|护肤品|?cosmetics|beauty products|?beauty
        玻璃|?玻璃|玻璃制造|玻璃厂|glass manufacturing|?glass
        陶瓷|?陶瓷|陶瓷厂|卫浴|?卫浴|?瓷砖|?ceramics|sanitary ware
        水泥建材|建材|?建材|水泥|?水泥|水泥厂|building materials|?cement|construction materials
        建筑工程|建筑|?建筑|?工程建设|施工|?土建|建筑业|?construction|civil engineering
        装修装饰|?装修|?装饰|装修公司|室内设计|interior decoration|interior design
        房地产|?地产|?房地产|房产开发|物业|?物业|real estate|property management|?property
        暖通空调|暖通|?暖通|制冷|?制冷|?空调|hvac|refrigeration|air conditioning
        电梯|?电梯|电梯制造|elevator manufacturing|?elevators|?elevator
        环保|?环保|环保工程|环境治理|environmental protection|?environmental
        水处理|?水处理|污水处理|水务|?水务|water treatment|wastewater treatment|?wastewater
        垃圾处理|?固废|固废处理|再生资源|废品回收|?回收|waste management|?recycling
        纺织|?纺织|纺织品|织布厂|印染|?印染|?面料|?textile|?textiles
        服装|?服装|成衣|服装厂|制衣|制衣厂|?garment|?garments|?apparel|?clothing|?fashion
        鞋业|?鞋业|鞋厂|制鞋|?鞋|footwear|shoe making|?shoes
        皮革箱包|?皮革|?箱包|皮具|?皮具|?leather|leather goods
        玩具|?玩具|玩具厂|?toys|?toy
        珠宝首饰|?珠宝|珠宝|?jewelry|?jewellery
        体育用品|?体育用品|运动器材|健身器材|?sporting goods|fitness equipment|sports equipment
        宠物用品|?宠物|宠物食品|pet food|pet supplies|?pet
        文具办公|?文具|?办公用品|?stationery|office supplies
        医药|?医药|制药|?制药|药厂|药企|?药品|?pharmaceutical|?pharmaceuticals|pharma
        生物科技|?生物|生物医药|生物技术|biotechnology|?biotech|life sciences
        医疗器械|医疗设备|?医疗器械|?医疗设备|medical devices|medical equipment|?medical device|?medical
        医疗健康|?医疗|医院|?医院|?诊所|大健康|healthcare|health care|?hospital|?hospitals
        养老|?养老|养老院|elderly care|?nursing homes
        物流仓储|物流|?物流|仓储|?仓储|仓储物流|?快递|货运|?货运|第三方物流|?冷链|冷链物流|?logistics|warehousing|logistics and warehousing|freight forwarding|3pl|?cold chain
        航运港口|?航运|?港口|海运公司|码头|?码头|shipping line|port operation|?ports
        跨境电商|跨境电子商务|cross-border e-commerce|cross border ecommerce
        电子商务|电商|?电商|?网店|?e-commerce|?ecommerce|online retail
        零售|?零售|商超|超市|?超市|便利店|连锁零售|?retail|supermarkets|?supermarket
        批发贸易|外贸|?外贸|?贸易|进出口|?进出口|批发|?批发|international trade|?trading|import and export|?wholesale
        酒店旅游|酒店|?酒店|?旅游|民宿|?hospitality|?hotel|?hotels|?tourism
        教育培训|教育|?教育|?培训|培训机构|职业教育|?education|vocational training|?training
        科研院所|?科研|?高校|?研究所|research institute|?research|?universities
        金融|?金融|银行业|?银行|?证券|保险业|?保险|?finance|financial services|?banking|?insurance
        软件信息技术|软件|?软件|软件开发|信息技术|互联网|?互联网|it服务|?it行业|software development|information technology|?software|?internet|?saas
        人工智能|?人工智能|?ai|artificial intelligence|machine learning
        通信|?通信|电信|?电信|通讯设备|telecommunications|telecom|?telecoms
        数据中心|?数据中心|?机房|?data center|?data centers|?data centre
        安防|?安防|安防监控|security systems|surveillance
        影视传媒|?影视|?传媒|广告|?广告|广告公司|media and entertainment|?advertising|?media
        政府公共事业|?政府|政府部门|市政|?市政|?government|public sector
        烟草|?烟草|卷烟厂|?tobacco
        礼品工艺品|?礼品|工艺品|?工艺品|?gifts|handicrafts
        母婴|?母婴|母婴用品|婴童|?baby products|maternity and baby
        检测认证|?检测|检测机构|第三方检测|?认证|testing and certification|inspection services
        3D打印|增材制造|?3d打印|additive manufacturing|?3d printing
        无人机|?无人机|无人机制造|drone manufacturing|?drones
        实验室|?实验室|实验室设备|laboratory equipment|?laboratories
        """
}
