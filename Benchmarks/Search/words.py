"""Chinese words, cut by a dictionary: the most likely division by the words' frequencies (Viterbi's algorithm)."""
import math
from pathlib import Path

import text

# Debian's python3-jieba; a line is a word, its frequency, its class.
DICTIONARY = Path("/usr/lib/python3/dist-packages/jieba/dict.txt")


class Cutter:
    def __init__(self):
        frequencies = {}
        with open(DICTIONARY, encoding="utf-8") as file:
            for line in file:
                word, frequency, *_ = line.split(" ")
                frequencies[word] = int(frequency)
        total = math.log(sum(frequencies.values()))
        self.costs = {word: total - math.log(max(1, count)) for word, count in frequencies.items()}
        self.unknown = total
        self.longest = max(map(len, frequencies))

    def cut(self, run):
        """The words of a run of Han characters."""
        best = [(0.0, 0)]
        for end in range(1, len(run) + 1):
            options = []
            for start in range(max(0, end - self.longest), end):
                word = run[start:end]
                if word in self.costs or end - start == 1:
                    options.append((best[start][0] + self.costs.get(word, self.unknown), start))
            best.append(min(options))
        words, end = [], len(run)
        while end:
            start = best[end][1]
            words.append((start, run[start:end]))
            end = start
        return words[::-1]

    def words(self, sentence):
        """Words of two characters or more, and whatever is not Han, with their places."""
        found = []
        for match in text.TOKEN.finditer(sentence):
            if text.HAN_RUN.fullmatch(match[0]):
                found += [(match.start() + place, word) for place, word in self.cut(match[0]) if len(word) > 1]
            else:
                found.append((match.start(), match[0]))
        return found
