/// Countries, regions and the cities that trade speaks of, under their Chinese names.
enum WorldPlaces {
    /// `?` marks an everyday word or a name of people, `^` one that is a place in capitals only.
    static let countries = """
        美国|usa|u.s.a.|u.s.|^us|the us|united states|united states of america|america|the states|美利坚
        加拿大|canada
        墨西哥|mexico
        巴西|brazil|brasil
        阿根廷|argentina
        智利|chile
        秘鲁|peru
        哥伦比亚|colombia
        委内瑞拉|venezuela
        厄瓜多尔|ecuador
        玻利维亚|bolivia
        乌拉圭|uruguay
        巴拉圭|paraguay
        古巴|cuba
        巴拿马|panama
        哥斯达黎加|costa rica
        危地马拉|guatemala
        洪都拉斯|honduras
        萨尔瓦多|el salvador
        尼加拉瓜|nicaragua
        多米尼加|dominican republic
        牙买加|jamaica
        海地|haiti
        英国|united kingdom|^uk|u.k.|the uk|great britain|britain|england
        苏格兰|scotland
        威尔士|wales
        爱尔兰|ireland
        法国|france
        德国|germany|deutschland
        意大利|italy|italia
        西班牙|spain
        葡萄牙|portugal
        荷兰|netherlands|the netherlands|holland
        比利时|belgium
        卢森堡|luxembourg
        瑞士|switzerland
        奥地利|austria
        瑞典|sweden
        挪威|norway
        丹麦|denmark
        芬兰|finland
        冰岛|iceland
        波兰|poland
        捷克|czech republic|czechia
        斯洛伐克|slovakia
        匈牙利|hungary
        罗马尼亚|romania
        保加利亚|bulgaria
        塞尔维亚|serbia
        克罗地亚|croatia
        斯洛文尼亚|slovenia
        波黑|bosnia
        阿尔巴尼亚|albania
        北马其顿|north macedonia|macedonia
        希腊|greece
        塞浦路斯|cyprus
        马耳他|malta
        爱沙尼亚|estonia
        拉脱维亚|latvia
        立陶宛|lithuania
        俄罗斯|russia
        乌克兰|ukraine
        白俄罗斯|belarus
        摩尔多瓦|moldova
        格鲁吉亚|?georgia
        亚美尼亚|armenia
        阿塞拜疆|azerbaijan
        哈萨克斯坦|kazakhstan
        乌兹别克斯坦|uzbekistan
        吉尔吉斯斯坦|kyrgyzstan
        塔吉克斯坦|tajikistan
        土库曼斯坦|turkmenistan
        蒙古|蒙古国|mongolia
        土耳其|turkey|turkiye
        以色列|israel
        巴勒斯坦|palestine
        约旦|?jordan
        黎巴嫩|lebanon
        叙利亚|syria
        伊拉克|iraq
        伊朗|iran
        沙特阿拉伯|沙特|saudi arabia|saudi|^ksa
        阿联酋|阿拉伯联合酋长国|uae|u.a.e.|united arab emirates|emirates
        卡塔尔|qatar
        科威特|kuwait
        巴林|bahrain
        阿曼|oman
        ?也门|yemen
        印度|india
        巴基斯坦|pakistan
        孟加拉国|孟加拉|bangladesh
        斯里兰卡|sri lanka
        尼泊尔|nepal
        不丹|bhutan
        马尔代夫|maldives
        阿富汗|afghanistan
        缅甸|myanmar|burma
        泰国|thailand
        老挝|laos
        柬埔寨|cambodia
        越南|vietnam|viet nam
        马来西亚|malaysia
        新加坡|singapore
        印度尼西亚|印尼|indonesia
        菲律宾|philippines|the philippines
        文莱|brunei
        东帝汶|east timor
        日本|japan
        韩国|south korea|korea
        朝鲜|north korea
        澳大利亚|澳洲|australia
        新西兰|new zealand
        斐济|fiji
        巴布亚新几内亚|papua new guinea
        埃及|egypt
        利比亚|libya
        突尼斯|tunisia
        阿尔及利亚|algeria
        摩洛哥|morocco
        苏丹|sudan
        埃塞俄比亚|ethiopia
        肯尼亚|kenya
        乌干达|uganda
        坦桑尼亚|tanzania
        卢旺达|rwanda
        尼日利亚|nigeria
        ?加纳|ghana
        科特迪瓦|ivory coast
        塞内加尔|senegal
        喀麦隆|cameroon
        安哥拉|angola
        赞比亚|zambia
        津巴布韦|zimbabwe
        莫桑比克|mozambique
        马达加斯加|madagascar
        毛里求斯|mauritius
        纳米比亚|namibia
        博茨瓦纳|botswana
        南非|south africa
        刚果|congo
        ?马里|?mali
        ?乍得|?chad
        欧洲|europe
        欧盟|^eu|the eu|european union
        东欧|eastern europe
        西欧|western europe
        北欧|scandinavia|the nordics
        北美|北美洲|north america
        南美|南美洲|south america
        拉美|拉丁美洲|latin america
        东南亚|southeast asia|south east asia
        中东|middle east
        中亚|central asia
        亚洲|asia
        非洲|africa
        大洋洲|oceania
        """

    static let cities = """
        纽约|new york|nyc
        洛杉矶|los angeles|^la
        芝加哥|chicago
        休斯敦|休斯顿|houston
        底特律|detroit
        旧金山|三藩市|san francisco
        西雅图|seattle
        波士顿|boston
        迈阿密|miami
        亚特兰大|atlanta
        达拉斯|dallas
        奥斯汀|?austin
        费城|philadelphia
        凤凰城|phoenix arizona
        丹佛|denver
        长滩|long beach
        萨凡纳|savannah
        硅谷|silicon valley
        加州|加利福尼亚|california
        得克萨斯|得州|德克萨斯|texas
        佛罗里达|florida
        密歇根|michigan
        俄亥俄|ohio
        伊利诺伊|illinois
        新泽西|new jersey
        多伦多|toronto
        温哥华|vancouver
        蒙特利尔|montreal
        卡尔加里|calgary
        墨西哥城|mexico city
        蒙特雷|monterrey
        瓜达拉哈拉|guadalajara
        蒂华纳|tijuana
        曼萨尼约|manzanillo
        圣保罗|sao paulo
        里约热内卢|里约|rio de janeiro
        桑托斯|santos brazil
        布宜诺斯艾利斯|buenos aires
        圣地亚哥|santiago
        利马|lima
        波哥大|bogota
        伦敦|london
        曼彻斯特|manchester
        伯明翰|birmingham
        利物浦|liverpool
        格拉斯哥|glasgow
        爱丁堡|edinburgh
        费利克斯托|felixstowe
        都柏林|dublin
        巴黎|paris
        里昂|lyon
        马赛|marseille
        图卢兹|toulouse
        勒阿弗尔|le havre
        柏林|berlin
        慕尼黑|munich|muenchen|munchen
        汉堡港|hamburg
        法兰克福|frankfurt
        斯图加特|stuttgart
        科隆|cologne|koln
        杜塞尔多夫|dusseldorf|duesseldorf
        汉诺威|hannover|hanover
        纽伦堡|nuremberg|nurnberg
        莱比锡|leipzig
        不来梅|bremen
        罗马|rome
        米兰|milan|milano
        都灵|turin|torino
        热那亚|genoa|genova
        威尼斯|venice
        博洛尼亚|bologna
        那不勒斯|naples
        马德里|madrid
        巴塞罗那|barcelona
        瓦伦西亚|valencia
        里斯本|lisbon
        阿姆斯特丹|amsterdam
        鹿特丹|rotterdam
        埃因霍温|eindhoven
        布鲁塞尔|brussels
        安特卫普|antwerp
        苏黎世|zurich
        日内瓦|geneva
        巴塞尔|basel
        维也纳|vienna
        斯德哥尔摩|stockholm
        哥德堡|gothenburg
        奥斯陆|oslo
        哥本哈根|copenhagen
        赫尔辛基|helsinki
        华沙|warsaw
        格但斯克|gdansk
        布拉格|prague
        布达佩斯|budapest
        布加勒斯特|bucharest
        索非亚|sofia bulgaria
        贝尔格莱德|belgrade
        雅典|athens
        比雷埃夫斯|piraeus
        莫斯科|moscow
        圣彼得堡|saint petersburg|st petersburg|st. petersburg
        符拉迪沃斯托克|海参崴|vladivostok
        叶卡捷琳堡|yekaterinburg
        基辅|kyiv|kiev
        明斯克|minsk
        阿拉木图|almaty
        塔什干|tashkent
        伊斯坦布尔|istanbul
        安卡拉|ankara
        伊兹密尔|izmir
        特拉维夫|tel aviv
        海法|haifa
        迪拜|dubai
        阿布扎比|abu dhabi
        杰贝阿里|jebel ali
        利雅得|riyadh
        吉达|jeddah
        达曼|dammam
        多哈|doha
        德黑兰|tehran
        开罗|cairo
        亚历山大港|alexandria egypt
        卡萨布兰卡|casablanca
        拉各斯|lagos
        内罗毕|nairobi
        蒙巴萨|mombasa
        达累斯萨拉姆|dar es salaam
        亚的斯亚贝巴|addis ababa
        约翰内斯堡|johannesburg
        开普敦|cape town
        德班|durban
        孟买|mumbai|bombay
        新德里|德里|new delhi|delhi
        班加罗尔|bangalore|bengaluru
        金奈|chennai|madras
        加尔各答|kolkata|calcutta
        浦那|pune
        艾哈迈达巴德|ahmedabad
        那瓦舍瓦|nhava sheva
        卡拉奇|karachi
        拉合尔|lahore
        达卡|dhaka
        吉大港|chittagong
        科伦坡|colombo
        加德满都|kathmandu
        仰光|yangon
        曼谷|bangkok
        林查班|laem chabang
        清迈|chiang mai
        河内|hanoi
        胡志明市|胡志明|西贡|ho chi minh city|ho chi minh|saigon
        海防|haiphong|hai phong
        岘港|da nang
        金边|phnom penh
        万象|vientiane
        吉隆坡|kuala lumpur
        槟城|penang
        巴生港|port klang
        柔佛|johor
        雅加达|jakarta
        泗水|surabaya
        巴淡|batam
        马尼拉|manila
        宿务|cebu
        东京|tokyo
        大阪|osaka
        横滨|yokohama
        名古屋|nagoya
        神户|kobe
        福冈|fukuoka
        京都|kyoto
        首尔|seoul
        釜山|busan
        仁川|incheon
        乌兰巴托|ulaanbaatar
        悉尼|sydney
        墨尔本|melbourne
        布里斯班|brisbane
        珀斯|perth
        阿德莱德|adelaide
        奥克兰|auckland
        惠灵顿|wellington
        """
}
