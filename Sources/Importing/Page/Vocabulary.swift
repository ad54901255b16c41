/// The words by which the parts of a scraped page are known, in Simplified and Traditional Chinese and English.
///
/// Words are compared without ASCII case; a label may have a colon, a number or a count in parentheses behind it.
package struct Vocabulary: Sendable {
  /// Labels of an answer.
  package var answer: [String]
  /// Labels of the list of sources.
  package var references: [String]
  /// Labels of the related questions.
  package var related: [String]
  /// Labels of a question; the title stands behind them.
  package var question: [String]
  /// What stands with a colon before a title.
  package var title: [String]
  /// The first step of a breadcrumb, and steps that name no subject.
  package var home: [String]
  /// What stands before the day of publication.
  package var published: [String]
  /// What stands before the day of the last change.
  package var updated: [String]
  /// What stands behind the day of publication.
  package var posted: [String]
  /// What stands behind the day of the last change.
  package var changed: [String]
  /// What stands before the names of authors.
  package var author: [String]
  /// What stands before the subjects of a page.
  package var tags: [String]
  /// What stands before the day a source was read.
  package var accessed: [String]
  /// What stands before the name of a source's site.
  package var site: [String]
  /// What stands before an address.
  package var address: [String]
  /// What stands before an excerpt.
  package var excerpt: [String]
  /// What stands in an empty list.
  package var none: [String]
  /// Links behind a list that lead to more of it.
  package var more: [String]
  /// Links at the foot of a page.
  package var footer: [String]
  /// Places to which a page can be sent.
  package var shares: [String]
  /// What stands before such places.
  package var shareLabels: [String]
  /// What pages count: a line of these and numbers is no text.
  package var counters: [String]
  /// What stands before the pages before and behind this one.
  package var neighbours: [String]
  /// How the copyright at the foot of a page begins.
  package var copyright: [String]
  /// Labels above or before such a notice.
  package var noticeLabels: [String]
  /// How a notice begins that a model wrote the text.
  package var noticeOpenings: [String]
  /// How it begins where it is a line of its own and names a model as the writer.
  package var noticeLines: [String]
  /// What such a line warns of.
  package var noticeCautions: [String]
  /// One of them stands in such a notice.
  package var noticeVerbs: [String]
  /// One of them stands in such a notice.
  package var noticeAuthors: [String]

  /// Labels of links to other questions, which are known by the question behind them: answers have such headings, too.
  package var further: [String]
  /// What a program says of itself below its answers.
  package var programNotices: [String]
  /// Labels of the answer that the one who asked took for the right one.
  package var acceptedAnswer: [String]
  /// Labels above several answers.
  package var severalAnswers: [String]

  /// `专家解答`, `律师回答`.
  private static let answersOfPeople = [
    "专家", "專家", "律师", "律師", "医生", "醫師", "名医", "老师", "老師", "网友", "網友", "热心网友", "官方", "编辑", "客服", "匿名用户",
  ].flatMap { who in ["回答", "解答", "答复", "答覆"].map { who + $0 } }

  /// The words Quaestio knows.
  package static let standard = Vocabulary(
    answer: [
      "Answer", "Answers", "AI Answer", "Best answer", "回答", "答案", "解答", "最佳回答", "AI 回答", "AI回答",
      "Accepted answer", "Top answer", "AI Overview", "AI 答案", "AI答案", "精选回答", "推荐回答", "满意回答", "最佳答案",
      "全部回答", "所有回答",
      "All answers", "Expert answer", "Doctor's answer",
      "优质回答", "智能回答", "AI 解答", "精選回答", "其他回答", "其它回答", "更多回答", "Other answers", "最佳解答",
      "Top answers", "More answers",
    ] + answersOfPeople,
    references: [
      "References", "Reference", "Sources", "Citations", "Further reading", "参考资料", "参考", "参考文献", "参考链接",
      "参考来源", "引用", "引用来源", "来源", "资料来源", "延伸阅读", "參考資料", "參考", "參考文獻", "參考連結", "參考來源",
      "資料來源", "來源", "延伸閱讀",
      "Bibliography", "Visible links", "Works cited", "Source", "Cited sources", "参考网址", "参考网站", "参考书目",
      "引用文献", "信息来源",
      "参考來源", "參考書目", "參考網址", "引用文獻", "引用來源",
    ],
    related: [
      "Others are asking", "People also ask", "Related questions", "Related", "You may also ask", "其他人在问",
      "其他人还在问", "大家还在问", "大家都在问", "相关问题", "相关提问", "猜你想问", "其他人在問", "其他人也在問", "大家也在問",
      "大家還在問", "相關問題", "相關提問",
      "Others also ask", "Others also asked", "Other people ask", "People are also asking",
      "People also asked", "相关", "相關", "Similar questions", "You might also ask", "You may also like", "相关推荐",
      "相关问答",
      "其他人也問了以下問題", "其他人也问了以下问题", "其他人也問了", "其他人也问了", "大家也问了", "Hot Network Questions", "More answers below",
      "你可能还想问", "您可能还想问", "你可能想问", "你可能也想问", "大家也在问", "其他人也在问", "其他人还问了", "别人还在问", "热门问题", "推荐问题", "类似问题",
      "你可能還想問", "你可能也想問", "相關問答", "相關推薦", "類似問題", "別人也在問", "其他人還在問", "推薦問題", "熱門問題",
    ],
    question: ["Question", "问题", "問題", "提问", "提問", "问", "問", "你说", "您说", "你說", "您說", "You said"],
    title: ["Title", "Q", "标题", "题目", "標題", "題目"],
    home: [
      "Home", "Homepage", "Questions", "Q&A", "首页", "主页", "首頁", "主頁", "问答", "問答", "全部问题", "全部問題",
      "问题", "問題",
    ],
    published: [
      "Published on", "Published", "Posted on", "Posted", "Asked on", "Asked", "Date", "发布时间", "发布日期", "发布于",
      "发表于", "提问于", "回答于", "时间", "日期", "發布時間", "發佈時間", "發佈於", "發表於", "提問於", "時間",
      "Created on", "Created", "Date published", "Publication date", "Answered on", "Answered", "提问时间",
      "回答时间", "创建时间", "创建于", "发表时间", "撰写于", "發布日期", "發佈日期", "發表時間", "提問時間", "回答時間", "建立時間",
    ],
    updated: [
      "Last updated on", "Last updated", "Updated on", "Updated", "Edited on", "Edited", "更新时间", "更新日期",
      "更新于",
      "编辑于", "最后更新", "更新時間", "更新於", "編輯於", "最後更新",
      "Last modified on", "Last modified", "Modified on", "Modified", "Last edited on", "Last edited",
      "Last update", "修改时间", "修改日期", "修改于", "最近更新", "最后修改", "最后编辑于", "修改時間", "最近修改",
    ],
    posted: [
      "published", "posted", "asked", "answered", "发布", "发表", "提问", "回答", "發布", "發佈", "發表", "提問",
    ],
    changed: ["updated", "edited", "更新", "编辑", "修改", "編輯"],
    author: [
      "Author", "Authors", "By", "Written by", "Author(s)", "作者", "撰文", "作者名", "答主", "撰稿", "撰稿人",
      "Answered by", "回答者", "答者", "回答人",
    ],
    tags: [
      "Tags", "Tag", "Topics", "Topic", "Keywords", "标签", "话题", "主题", "关键词", "分类", "標籤", "話題", "主題", "關鍵詞",
      "分類",
      "Category", "Categories", "Subject", "Subjects", "所属分类", "所属话题", "相关标签", "栏目", "相關標籤", "欄目",
    ],
    accessed: [
      "Accessed on", "Accessed", "Retrieved on", "Retrieved", "访问时间", "访问日期", "访问于", "存取日期", "存取時間", "訪問時間",
    ],
    site: ["Site", "Source", "Website", "Published by", "站点", "网站", "来源", "出处", "網站", "站點", "來源", "出處"],
    address: ["URL", "Link", "Address", "链接", "网址", "地址", "原文链接", "連結", "網址", "鏈接"],
    excerpt: ["Excerpt", "Quote", "Summary", "摘要", "摘录", "原文摘录", "摘錄", "引文"],
    none: ["None", "N/A", "No sources", "No references", "无", "暂无", "没有", "無", "暫無"],
    more: [
      "Read full answer", "See full answer", "Continue reading", "Read more about this", "展开全文", "阅读全文",
      "查看全文",
      "查看详情", "展开阅读全文", "查看完整回答", "閱讀全文", "查看全文", "繼續閱讀",
      "More", "Show more", "See more", "View more", "Load more", "Read more", "Show all", "See all",
      "View all",
      "More questions", "See more questions", "查看更多", "更多", "加载更多", "展开更多", "显示更多", "点击查看更多", "查看全部",
      "展开全部", "查看更多问题", "更多问题", "更多相关问题", "换一换", "换一批", "展开", "收起", "載入更多", "展開更多", "顯示更多",
      "查看更多問題", "更多問題", "更多相關問題", "展開",
    ],
    footer: [
      "About", "About us", "Contact", "Contact us", "Privacy", "Privacy policy", "Terms", "Terms of service",
      "Terms of use", "Cookies", "Cookie policy", "Help", "Help center", "Feedback", "Careers", "Sitemap",
      "Back to top", "Sign in", "Log in", "Sign up", "关于我们", "联系我们", "隐私政策", "隐私协议", "隐私权政策", "服务条款",
      "服务协议", "用户协议", "使用条款", "法律声明", "帮助中心", "帮助", "意见反馈", "加入我们", "网站地图", "返回顶部", "回到顶部",
      "返回首页", "登录", "注册", "友情链接", "關於我們", "聯絡我們", "隱私政策", "隱私權政策", "服務條款", "使用者條款", "說明中心",
      "意見回饋", "加入我們", "網站地圖", "回到頂端", "登入", "註冊",
      "Skip to main content", "Skip to content", "Skip navigation", "Menu", "Search", "Login", "Log out",
      "Register", "Subscribe", "Sign up for our newsletter", "Newsletter", "Your e-mail address",
      "Your email address", "Ask", "Ask a question", "Ask question", "Ask AI", "Explore", "Open in app",
      "Accept", "Accept all", "Close", "Share", "Edit", "Follow", "Like", "Comment", "Comments", "Save",
      "Report", "Cite", "Copy", "Copy link", "Reply", "Upvote", "Print", "跳到主要内容", "跳转到主要内容", "跳至主要内容",
      "跳到内容", "菜单", "导航", "搜索", "登录/注册", "订阅", "我要提问", "写回答", "下载App", "打开App", "接受", "全部接受", "关闭", "分享",
      "收藏", "点赞", "举报", "评论", "关注", "复制", "复制链接", "打印", "赞同", "邀请回答", "跳到主要內容", "選單", "搜尋", "訂閱", "我要提問",
      "分享", "檢舉", "留言", "追蹤", "複製連結", "列印", "Add a comment", "Improve this question", "Improve this answer",
      "Sorted by:", "Highest score (default)", "Sort", "Recommended", "Listen", "Downvote",
      "Comments Section", "添加评论", "默认排序", "关注问题",
      "喜欢",
    ],
    shares: [
      "Facebook", "Twitter", "X", "Pinterest", "Email", "E-mail", "WhatsApp", "LinkedIn", "Reddit",
      "Telegram",
      "Weibo", "WeChat", "LINE", "Print", "Link", "微信", "微博", "新浪微博", "QQ", "QQ空间", "朋友圈", "豆瓣", "复制链接",
      "臉書", "複製連結",
    ],
    shareLabels: ["Share on", "Share this", "Share to", "Share via", "Share", "分享至", "分享到", "分享"],
    counters: [
      "vote", "votes", "upvotes", "view", "views", "viewed", "times", "read", "reads", "like", "likes",
      "answers",
      "comment", "comments", "shares", "followers", "sources", "min", "minute", "minutes", "浏览", "浏览量",
      "浏览次数", "次浏览",
      "阅读", "阅读量", "次阅读", "赞同",
      "人赞同", "点赞", "喜欢", "收藏", "人收藏", "评论", "条评论", "关注", "人关注", "个回答", "次", "人", "分钟", "字", "瀏覽", "次瀏覽", "閱讀",
      "人回答", "人已回答", "条回答", "有用", "没用", "踩", "赞", "顶", "分享", "无用", "有帮助", "没帮助", "没有帮助", "upvote",
      "downvotes",
      "按讚", "讚", "個回答", "則留言", "人赞同了该回答", "share",
    ],
    neighbours: [
      "Previous", "Next", "Previous question", "Next question", "上一篇", "下一篇", "上一题", "下一题", "上一个", "下一个",
      "上一題", "下一題",
    ],
    copyright: ["Copyright ", "版权所有", "All rights reserved", "版權所有"],
    noticeLabels: [
      "註", "備註", "附註", "备注",
      "Notice", "Note", "Disclaimer", "AI notice", "免责声明", "声明", "注意", "注", "提示", "温馨提示", "说明", "免責聲明",
      "聲明", "溫馨提示", "說明",
    ],
    noticeOpenings: [
      "以上内容", "以上回答", "本内容", "本回答", "本答案", "以下内容", "内容由", "回答由", "答案由", "此回答", "以上內容", "本內容",
      "以下內容", "內容由", "此內容", "The content above", "The above content", "The answer above",
      "This answer", "This content", "This response", "Content generated",
      "AI-generated", "AI generated", "Generated by", "Answer generated",
    ],
    noticeLines: [
      "由", "本文", "本页", "本頁", "文章", "全文", "内容", "内文", "答案", "回答", "该回答", "该内容", "该答案", "以上", "以下", "上述", "AI",
      "人工智能", "人工智慧", "This text", "This page", "This article", "This entry", "The text", "The page",
      "The following",
      "The above", "Text", "Written by", "Produced by", "Created by", "Answered by", "Drafted by",
    ],
    noticeCautions: [
      "仅供参考", "僅供參考", "甄别", "甄別", "核实", "核實", "谨慎", "謹慎", "不准确", "有误", "有誤", "審核", "审核", "may contain",
      "may be", "might be", "for reference", "verify", "errors", "mistakes", "inaccura", "not reviewed",
    ],
    noticeVerbs: ["生成", "撰写", "撰寫", "产生", "產生", "generated", "written by", "produced by", "created by"],
    noticeAuthors: ["AI", "人工智能", "人工智慧", "模型", "机器人", "助手", "甄别", "甄別", "model", "assistant", "GPT"],
    further: ["See also", "Read next", "More questions", "相关阅读", "相關閱讀", "推荐阅读", "推薦閱讀", "另见"],
    programNotices: [
      "can make mistakes", "也可能会犯错", "可能会犯错", "可能會犯錯", "也可能會犯錯", "may display inaccurate info",
    ],
    acceptedAnswer: ["Accepted answer", "Best answer", "最佳答案", "最佳回答", "最佳解答", "满意回答"],
    severalAnswers: [
      "Answers", "All answers", "Other answers", "Top answers", "More answers", "全部回答", "所有回答", "其他回答",
      "其它回答", "更多回答",
    ])
}
