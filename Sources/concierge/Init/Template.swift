/// The files a new folder begins with.
struct Template {
    var path: String
    var text: String

    static let basics = [
        Template(path: "config.yaml", text: configuration),
        Template(path: "knowledge/faq.yaml", text: questions),
        Template(path: "README.md", text: readme),
        ignored,
    ]

    static let ignored = Template(path: ".gitignore", text: "data/\nskills/*/\n")

    private static let configuration = """
        # Concierge 的全部配置。改完运行 concierge check；运行中的主机会自动重新载入，写错了则继续用旧的。
        # Everything about this host. After a change run 'concierge check'; a running host reloads by itself and keeps
        # the old configuration when the new one is wrong.

        concierge:
          locale: zh-CN                # 默认语言 / the language when nobody says otherwise
          model: embedded              # 不问大模型，无需密钥与网络 / no language model: neither key nor network

        server:
          host: 127.0.0.1              # 只在本机可达 / reachable from this machine only
          port: 8080

        store: sqlite:data/concierge.db

        # 顺序就是流水线的顺序。安装：concierge skill install 目录
        # The order is the order of the pipeline. To install one: concierge skill install FOLDER
        skills: []
        #  - name: hello-c

        channels:
          webchat: { enabled: true }
        #  rest: { token: "${REST_TOKEN}" }  # 密钥放环境变量或文件里 / secrets stay in the environment or in a file

        turn:
          deadline: 3s                 # 一轮最多多久 / how long a turn may take
          skill_deadline: 1s           # 一个技能最多多久 / how long one skill may take
          join: 800ms                  # 连发的消息合成一轮 / quick messages become one turn; 0ms: never

        agents: []                     # 人工客服 / the people who answer
        #  - { id: li, name: 李工, competences: [technical], capacity: 4 }

        """

    private static let questions = """
        # 常见问题：一问一答。example.com 是占位，请换成您的。
        # Questions and answers. example.com is a placeholder: put yours.
        faq:
          - question: 如何重置密码
            answer: 请访问 https://example.com/reset
          - question: 工作时间
            answer: 我们的工作时间是周一至周五 9:00-18:00
          - question: 退款政策
            answer: 请查看我们的退款政策页面

        """

    private static let readme = """
        # 我的礼宾台

        ```sh
        concierge check                 # 配置、技能、知识：所有问题一次说完
        concierge serve                 # 启动；地址会打印出来
        concierge chat --trace          # 在终端里对话，并看每个技能做了什么
        concierge explain last          # 上一轮为什么这样回答
        concierge knowledge search '几点上班'   # 一句话能查到什么
        concierge knowledge gaps        # 技能问过却没有答案的问题
        concierge intents explain '能租吗'   # 一句话被当成什么意图，为什么
        ```

        | | |
        | --- | --- |
        | `config.yaml` | 全部配置 / the configuration |
        | `knowledge/` | 常见问题、产品、文档；保存后技能即可查到 / questions, products, documents; skills find what is saved |
        | `knowledge/intents/` | 一个文件一个意图，写十句客户的话即可 / a file an intent: ten sentences of customers, each after '- ' |
        | `skills/` | 安装的技能 / installed skills |
        | `data/` | 数据与首个令牌；不要放进 git / the store and the first token; keep it out of git |

        """
}
