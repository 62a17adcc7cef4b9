extension Shop {
    /// Questions that nothing above answers, most of them near to something that is there.
    static let unanswered = """
        你们老板多大年纪
        今天苏州天气怎么样
        帮我写一首关于春天的诗
        机器人会取代人类吗
        你们公司上市了没有,股价多少
        现在招不招人,工资多少
        附近有什么好吃的
        这款机器人能做饭吗
        你叫什么名字
        发票能不能多开一点
        你们用的是哪家的减速机
        有没有比你们便宜的品牌
        跟发那科比哪个好
        能不能给点回扣
        公司有多少员工
        你们去年营业额多少
        什么时候出下一代产品
        油漆掉了有没有补漆笔
        能不能在太空里用
        有没有粉色的包装盒
        请问去火车站怎么走
        帮我翻译一段英文
        一加一等于几
        昨天那个足球赛谁赢了
        你是不是真人
        机器人可以联网玩游戏吗
        能用在核电站里吗
        辐射大不大,孕妇能靠近吗
        可以赞助我们学校的比赛吗
        怎么申请专利
        你们的工会怎么联系
        实习生要不要
        展会上的那个小姐姐微信多少
        能带宠物进厂吗
        中午食堂吃什么
        有没有手机应用可以下载
        设备能抵押贷款吗
        报废的机器怎么环保处理
        下雨天快递员会不会淋湿货
        哈哈哈哈
        who is your ceo
        what is the weather in munich
        are you hiring engineers
        tell me a joke
        is your stock listed on nasdaq
        how do i cook rice
        can the sensor detect ghosts
        do you have a parking lot for trucks
        what is the capital of peru
        who won the game last night
        can you recommend a hotel near you
        do you donate to charity
        how does it compare with keyence
        what happens to my old batteries
        can i bring my dog
        do you support ham radio
        write me a poem about sensors
        is the moon made of cheese
        does it play music
        what is your carbon footprint
        """
}
