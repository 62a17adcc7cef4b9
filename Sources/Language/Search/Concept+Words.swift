extension Concept {
    /// A line for each: words that mean the same to a shop; `_` for a blank.
    static let words = """
        价格 价钱 多少钱 报价 单价 售价 什么价 啥价 价位 price pricing cost how_much
        费用 收费 要钱 掏钱 花钱 费 fee charge
        免费 不要钱 白送 不收钱 free complimentary no_charge
        优惠 折扣 打折 便宜 让利 返点 返利 促销 几折 回馈 discount rebate cheap cheaper price_break
        发票 开票 专票 普票 票据 数电票 票 invoice bill receipt billing
        税 税率 含税 增值税 裸价 抵扣 进项 税号 tax vat
        付款 支付 打款 汇款 转账 付钱 给钱 交钱 结算 货款 pay payment paid prepay
        月结 账期 赊账 赊 先发货后付款 货到付款 net_30 on_account credit_line credit_terms invoice_us_later
        定金 订金 预付 预付款 首付 押金 尾款 deposit down_payment prepayment
        分期 月供 慢慢还 融资 贷款 installment instalment financing
        退款 退钱 退回的款 返款 退的钱 refund money_back cash_back repay reimburse
        退货 退回 退掉 想退 寄回 返还 拉回去 return send_back take_back bring_back
        换货 调换 更换 换成 换一台 换个 替换 exchange swap replace replacement
        取消 撤销 作废 不要了 不想要 撤单 退订单 cancel call_off changed_my_mind
        修改 更改 改成 变更 改一下 改 调整 change modify edit amend
        订单 单子 下单 订货 订购 下错单 order purchase po
        发货 出货 走货 寄出 送货 配送 发出 寄 ship shipping dispatch send sent deliver delivery shipped
        运费 邮费 快递费 物流费 包邮 邮资 freight postage shipping_cost shipping_charge
        物流 快递 运单 单号 包裹 货到哪 track tracking parcel package shipment
        什么时候 啥时候 何时 几时 多久 多长时间 几天 多少天 几号 多快 when how_long how_soon how_fast
        加急 急 赶时间 插队 插个队 尽快 催 urgent rush expedite asap overnight faster express next_day
        延期 拖期 拖延 晚交 迟 逾期 超时 超过 违约 delay late overdue
        现货 库存 有货 存货 缺货 stock available in_stock sold_out on_the_shelf availability
        交期 货期 工期 生产周期 交货期 排产 交货 lead_time turnaround make_time
        起订量 起订 起卖 最少 最低数量 moq minimum smallest at_least
        样品 样机 打样 试用 试样 借用 试机 sample trial try_out evaluate evaluation test_unit
        批量 大量 大批 量大 多买 买得多 bulk volume wholesale large_quantity large_quantities buy_more
        代理 经销 渠道 加盟 分销 代理商 经销商 dealer distributor reseller partner partnership
        合同 协议 签约 合约 法务 盖章 contract agreement
        报价单 询价 报个价 价格清单 报个价格 quote quotation offer price_sheet price_list
        坏 损坏 破损 破 裂 碎 摔 砸 瘪 撞 变形 broken damaged cracked crushed defective dented
        少发 缺 漏发 少了 不够 数量不对 缺件 缺少 missing short fewer incomplete not_included
        错 不对 不一样 发错 搞错 写错 弄错 wrong incorrect mistake different
        质保 保修 三包 保内 过保 质保期 保修期 续保 延保 warranty guarantee covered guaranty
        维修 修理 返修 报修 检修 修 修好 免费修 repair fix mend
        故障 报警 报错 异常 毛病 出问题 停机 死机 失灵 error fault alarm failure malfunction stopped_working
        开机 启动 通电 上电 起不来 没反应 不亮 boot power_on turn_on
        备件 配件 零件 易损件 耗材 部件 spare spare_part part component accessory
        上门 到现场 派人 来人 师傅 工程师 现场服务 technician engineer on_site onsite
        安装 调试 组装 装机 接线 地脚 install installation setup set_up wiring wire mount
        培训 学习 学学 教 讲解 课程 training course teach learn webinar class
        说明书 手册 资料 文档 教程 使用指南 manual documentation datasheet instruction guide booklet handbook
        图纸 三维 数模 cad 3d step dwg 尺寸图 外形尺寸 drawing dimensional 3d_data
        证书 认证 资质 合格证 ce rohs ul certificate certification approval conformity approved
        检测 检验 质检 测试报告 检测报告 验收 inspection test_report
        防水 防护等级 水汽 粉尘 防尘 淋水 防护 waterproof dust wash ingress rain hose
        温度 高温 低温 冷库 零下 炎热 寒冷 摄氏度 temperature heat cold freezer winter furnace
        电压 供电 伏 三相 单相 插座 用电 voltage volt power_supply
        耗电 功率 费电 电费 度电 耗电量 watt consumption consume
        噪音 噪声 吵 声音 分贝 响 noise loud
        精度 误差 精确 准 准确 偏差 accuracy accurate precise precision tolerance resolution
        负载 承重 公斤 重量 拎 载荷 抓多重 payload load kg
        臂展 工作半径 够得着 够到 行程 多远 reach
        寿命 用多少年 年限 用几年 顶几年 lifespan lifetime service_life
        保养 维护 定期检查 日常维护 maintenance upkeep
        润滑 黄油 润滑油 润滑脂 换油 grease lubricate lubrication oil
        电池 电量 battery
        软件 固件 升级 系统 版本 刷机 更新 firmware software update version flash upgrade
        编程 程序 写代码 二次开发 开发 接口 上位机 sdk api program code library developer
        通信 通讯 协议 plc profinet modbus ethercat 对接 protocol fieldbus interface
        视觉 相机 摄像头 拍照识别 vision camera
        夹爪 夹具 吸盘 抓手 末端 gripper
        安全 围栏 伤人 光栅 防护栏 安检 safety fence
        定制 非标 特殊 专门做 按要求做 custom customize specification bespoke
        贴牌 商标 牌子 品牌 代工 oem logo private_label brand
        租赁 租 出租 月租 rent lease rental hire
        以旧换新 折价 回收 旧机器 淘汰 trade_in
        二手 翻新 用过的 展机 used refurbished second_hand
        密码 口令 password pw passcode
        登录 登陆 进不去 登不上 log_in login sign_in locked_out log_on
        注册 开户 开通 开个号 开号 register registration sign_up
        账号 账户 帐号 帐户 用户 account profile
        子账号 成员 同事 权限 多人 colleague coworker user team access permission
        手机 手机号 电话 号码 热线 phone mobile telephone call
        验证码 短信 校验码 verification sms
        注销 删除 清掉 销户 清除 delete remove erase
        地址 收货人 收件人 收货地址 送到 address
        哪里 在哪 哪儿 什么地方 哪个城市 啥地方 where located location
        上班 下班 营业 几点 工作时间 周末 周日 周六 礼拜 opening_hour open opening closed weekend saturday sunday
        春节 过年 国庆 五一 放假 节假日 假期 元旦 holiday christmas
        人工 真人 转人工 客服 human agent person representative somebody
        投诉 不满 不满意 差评 意见 举报 complaint complain
        参观 考察 看厂 走访 审厂 visit tour
        案例 同行 客户在用 成功案例 case_study reference
        隐私 数据 泄露 保密 第三方 个人信息 资料 privacy gdpr personal_data
        展会 展览 工博会 展位 exhibition trade_fair booth
        会员 积分 等级 老客户 member membership point loyalty
        海外 国外 出口 境外 外国 海运 international internationally abroad overseas export country countries
        关税 清关 报关 进口税 customs duty import duties
        美元 欧元 外币 汇率 外汇 usd eur dollar euro pound currency
        保险 保价 货运险 投保 insurance insure
        退订 垃圾邮件 unsubscribe newsletter spam mailing_list marketing
        选型 推荐 选什么 哪款 挑 怎么选 recommend choose selection
        区别 差别 不同 对比 比较 difference compare versus
        分批 分几次 一部分 拆开 分开发 partial split
        自提 自取 提货 拉货 上门提 pick_up collect
        有效期 过期 到期 还算数 有效 valid validity expire
        包装 外箱 箱子 纸箱 packaging box carton
        忘记 忘了 记不得 记不住 找不到 丢 丢失 forgot forget forgotten lost lose
        下载 download
        注意 校准 零点 零位 原点 标定 calibrate calibration recalibrate zero_point
        """
}
