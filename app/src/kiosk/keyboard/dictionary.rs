//! The dictionary of one script, searched as it lies: nothing is parsed before it is asked for.
//! Its form is written down in `tools/dictionary/make.mjs`, which makes it.

/// Sorted lines of words by their reading.
pub struct Dictionary {
    text: Box<str>,
}

/// All words of one reading, the most frequent first.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    key: &'a str,
    /// How often its best word is met, 0 to 9.
    pub grade: u8,
    words: &'a str,
}

/// One word and, in traditional Chinese, its tones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// As it is written.
    pub text: &'a str,
    /// A digit a syllable, or nothing where the dictionary has no tones.
    pub tones: &'a str,
}

impl Dictionary {
    /// A dictionary of this text. Of a text that is none, nothing is found.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: text.into() }
    }

    /// The words that are read so.
    pub fn exact(&self, key: &str) -> Option<Line<'_>> {
        // The grade that follows the key sorts behind the mark between syllables, not before it.
        let place = self.place_of(&format!("{key}0"));
        let line = self.lines_from(place).next()?;
        (line.key == key).then_some(line)
    }

    /// All lines whose key begins so.
    pub fn starting<'a, 'p>(
        &'a self,
        prefix: &'p str,
    ) -> impl Iterator<Item = Line<'a>> + use<'a, 'p> {
        self.lines_from(self.place_of(prefix))
            .take_while(move |line| line.key.starts_with(prefix))
    }

    /// A well-known word with this character in this reading: what tells it from others that
    /// sound alike.
    pub fn example(&self, character: char, syllable: &str) -> Option<&str> {
        let mut best: Option<(u8, usize, &str)> = None;
        for line in self.text.lines().filter_map(Line::read) {
            if !line.key.contains('\'') || !line.words.contains(character) {
                continue;
            }
            let Some(at) = line.syllables().position(|one| one == syllable) else {
                continue;
            };
            let found = line
                .words()
                .find(|word| word.text.chars().nth(at) == Some(character));
            let Some(word) = found else { continue };
            let shortness = usize::MAX - word.text.len();
            if best.is_none_or(|(grade, short, _)| (line.grade, shortness) > (grade, short)) {
                best = Some((line.grade, shortness, word.text));
            }
        }
        best.map(|(_, _, word)| word)
    }

    fn lines_from(&self, place: usize) -> impl Iterator<Item = Line<'_>> {
        self.text[place..].lines().filter_map(Line::read)
    }

    /// Where the first line stands that does not sort before these letters.
    fn place_of(&self, letters: &str) -> usize {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        while low < high {
            let middle = low.midpoint(high);
            let start = before(bytes, middle);
            let end = after(bytes, middle);
            if &bytes[start..end] < letters.as_bytes() {
                low = (end + 1).min(bytes.len());
            } else {
                high = start;
            }
        }
        low
    }
}

/// Where the line begins that this byte is in.
fn before(bytes: &[u8], at: usize) -> usize {
    bytes[..at]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |end| end + 1)
}

/// Where it ends.
fn after(bytes: &[u8], at: usize) -> usize {
    bytes[at..]
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(bytes.len(), |end| at + end)
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let end = line.find(|letter: char| letter.is_ascii_digit())?;
        let (key, rest) = line.split_at(end);
        let known = |letter: char| letter.is_ascii_lowercase() || letter == '\'';
        (!key.is_empty() && key.chars().all(known)).then(|| Self {
            key,
            grade: rest.as_bytes()[0] - b'0',
            words: &rest[1..],
        })
    }

    /// The reading, a mark between syllables.
    pub fn key(&self) -> &'a str {
        self.key
    }

    /// The reading, syllable by syllable.
    pub fn syllables(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.key.split('\'')
    }

    /// The words, the most frequent first.
    pub fn words(&self) -> impl Iterator<Item = Word<'a>> + use<'a> {
        let length = self.syllables().count();
        let mut rest = self.words;
        let mut tones = "";
        std::iter::from_fn(move || {
            if rest.starts_with(|letter: char| letter.is_ascii_digit()) {
                (tones, rest) = rest.split_at_checked(length)?;
            }
            let mut ends = rest
                .char_indices()
                .map(|(at, letter)| at + letter.len_utf8());
            let (text, behind) = rest.split_at(ends.nth(length - 1)?);
            rest = behind;
            Some(Word { text, tones })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "# Head.\nbao'xiu5报修\nhao8好号\nni'hao5你好拟好\nni8你呢\nnian8年\n";

    fn texts(line: Option<Line<'_>>) -> Vec<String> {
        line.map(|line| line.words().map(|word| word.text.to_owned()).collect())
            .unwrap_or_default()
    }

    #[test]
    fn words_are_found_by_their_whole_reading() {
        let dictionary = Dictionary::new(SMALL);
        assert_eq!(texts(dictionary.exact("ni")), ["你", "呢"]);
        assert_eq!(texts(dictionary.exact("ni'hao")), ["你好", "拟好"]);
        assert_eq!(texts(dictionary.exact("bao'xiu")), ["报修"]);
        for none in ["", "n", "nia", "zz", "#", "ni'ha", "'"] {
            assert!(dictionary.exact(none).is_none(), "{none}");
        }
    }

    #[test]
    fn readings_are_found_by_how_they_begin() {
        let dictionary = Dictionary::new(SMALL);
        let keys: Vec<_> = dictionary.starting("ni").map(|line| line.key()).collect();
        assert_eq!(keys, ["ni'hao", "ni", "nian"]);
    }

    #[test]
    fn tones_stand_for_all_words_up_to_the_next_tones() {
        let dictionary = Dictionary::new("hao83好4號浩\nni'hao633你好擬好24尼號");
        let words: Vec<_> = dictionary.exact("ni'hao").expect("there").words().collect();
        let told: Vec<_> = words.iter().map(|word| (word.text, word.tones)).collect();
        assert_eq!(told, [("你好", "33"), ("擬好", "33"), ("尼號", "24")]);
    }

    #[test]
    fn a_character_is_told_by_a_word_in_which_it_sounds_so() {
        let dictionary = Dictionary::new("hang7行\nyin'hang6银行\nxing9行\nxing'ren5行人");
        assert_eq!(dictionary.example('行', "hang"), Some("银行"));
        assert_eq!(dictionary.example('行', "xing"), Some("行人"));
        assert_eq!(dictionary.example('好', "hao"), None);
    }

    #[test]
    fn in_what_is_no_dictionary_nothing_is_found() {
        for text in [
            "",
            "\n\n",
            "<html>404",
            "5",
            "ni",
            "ni5",
            "ni'hao5你",
            "ni'hao53你好",
        ] {
            let dictionary = Dictionary::new(text);
            assert_eq!(texts(dictionary.exact("ni'hao")).len(), 0, "{text}");
            assert_eq!(dictionary.example('你', "ni"), None, "{text}");
        }
    }
}
