"""Chinese questions in other words, by rules that know neither the pages nor the judgements: other question
words, other verbs of the same meaning, other ways to begin and end."""
import random

# Longer ones first; each place of a sentence is replaced at most once.
SYNONYMS = [
    ("在什么时候", "于何时"), ("是什么时候", "是何时"), ("什么时候", "何时"), ("什么时间", "何时"), ("在哪一年", "于何年"),
    ("哪一年", "哪年"), ("哪年", "哪一年"), ("什么地方", "哪里"), ("在哪里", "在什么地方"), ("哪里", "什么地方"),
    ("为什么", "是什么原因使"), ("什么原因", "何种理由"), ("多少个", "几个"), ("是谁", "是哪位"), ("叫做什么", "名为什么"),
    ("叫什么", "名为什么"), ("哪一个", "哪个"), ("哪个", "哪一个"), ("哪些", "什么样的"), ("怎么样", "如何"), ("怎么", "如何"),
    ("如何", "怎样"), ("属于", "归于"), ("建立", "创立"), ("成立", "创建"), ("创建", "成立"), ("创办", "开办"),
    ("建造", "修建"), ("建成", "完工"), ("位于", "坐落在"), ("毕业于", "就读过并毕业自"), ("获得", "得到"), ("取得", "获得"),
    ("担任", "出任"), ("出任", "担任"), ("出生", "诞生"), ("去世", "逝世"), ("逝世", "去世"), ("死亡", "过世"),
    ("开始", "起始"), ("结束", "终止"), ("举行", "举办"), ("举办", "举行"), ("发生", "出现"), ("发现", "找到"),
    ("发明", "创造"), ("使用", "采用"), ("采用", "使用"), ("包括", "包含"), ("包含", "包括"), ("称为", "叫作"),
    ("称作", "叫作"), ("被称", "被叫"), ("因为", "由于"), ("由于", "因为"), ("改名", "更名"), ("更名", "改名"),
    ("参加", "参与"), ("参与", "参加"), ("加入", "加盟"), ("拥有", "具有"), ("具有", "拥有"), ("导致", "引起"),
    ("造成", "导致"), ("允许", "准许"), ("禁止", "不准"), ("规定", "要求"), ("面积", "占地"), ("人口", "居民数"),
    ("大约", "差不多"), ("目的", "用意"), ("特点", "特征"), ("原名", "本名"), ("别名", "别称"), ("又称", "也叫"),
    ("之前", "以前"), ("之后", "以后"), ("首次", "第一次"), ("第一次", "首次"), ("通车", "投入使用"), ("启用", "投入使用"),
    ("出版", "发行"), ("发行", "推出"), ("演唱", "唱"), ("饰演", "扮演"), ("扮演", "饰演"), ("导演", "执导"),
    ("意思", "含义"), ("作用", "功用"), ("方式", "途径"),
]
BEGINNINGS = ["请问", "我想知道", "有没有人知道", "能不能告诉我", "想请教一下，", ""]


def reworded(question, id):
    """The question, every phrase of the table replaced, with another beginning and end."""
    output, place = "", 0
    while place < len(question):
        for phrase, other in SYNONYMS:
            if question.startswith(phrase, place):
                output += other
                place += len(phrase)
                break
        else:
            output += question[place]
            place += 1
    beginning = random.Random(f"beginning {id}").choice(BEGINNINGS)
    body = output.rstrip("？?。 ")
    return f"{beginning}{body}{'呢' if beginning in ('', '请问') and not body.endswith(('吗', '呢')) else ''}？"
