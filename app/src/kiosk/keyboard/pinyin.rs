//! Where one syllable of pinyin may end and the next begin.

/// A syllable that may stand at a place of what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// In toneless pinyin, `v` for ü.
    pub syllable: String,
    /// Its tone, where it was typed: `1` to `5`.
    pub tone: Option<char>,
    /// Not finished: the letters it begins with.
    pub begun: bool,
    /// How many letters of what was typed lie before its end.
    pub end: usize,
}

/// The syllables that may begin at this letter, the longest first; a begun one only at the end.
pub fn units(typed: &[char], from: usize) -> Vec<Unit> {
    let start = from
        + typed[from..]
            .iter()
            .take_while(|letter| **letter == '\'')
            .count();
    let rest: String = typed[start..]
        .iter()
        .take_while(|letter| **letter != '\'')
        .collect();
    let mut found: Vec<_> = (1..=rest.len().min(LONGEST))
        .rev()
        .filter(|length| is_syllable(&rest[..*length]))
        .map(|length| Unit {
            syllable: rest[..length].to_owned(),
            tone: None,
            begun: false,
            end: start + length,
        })
        .collect();
    if start + rest.len() == typed.len() && !rest.is_empty() && begins_one(&rest) {
        let end = typed.len();
        found.push(Unit {
            syllable: rest,
            tone: None,
            begun: true,
            end,
        });
    }
    found
}

/// Whether this is a syllable of Mandarin.
pub fn is_syllable(letters: &str) -> bool {
    SYLLABLES.binary_search(&letters).is_ok()
}

fn begins_one(letters: &str) -> bool {
    let next = SYLLABLES.partition_point(|one| *one <= letters);
    SYLLABLES
        .get(next)
        .is_some_and(|one| one.starts_with(letters))
}

const LONGEST: usize = 6;

#[rustfmt::skip]
const SYLLABLES: &[&str] = &[
    "a", "ai", "an", "ang", "ao", "ba", "bai", "ban", "bang", "bao", "bei", "ben", "beng", "bi",
    "bia", "bian", "biao", "bie", "bin", "bing", "bo", "bu", "ca", "cai", "can", "cang", "cao",
    "ce", "cen", "ceng", "cha", "chai", "chan", "chang", "chao", "che", "chen", "cheng", "chi",
    "chong", "chou", "chu", "chuai", "chuan", "chuang", "chui", "chun", "chuo", "ci", "cong",
    "cou", "cu", "cuan", "cui", "cun", "cuo", "da", "dai", "dan", "dang", "dao", "de", "dei",
    "deng", "di", "dia", "dian", "diao", "die", "ding", "diu", "dong", "dou", "du", "duan", "dui",
    "dun", "duo", "e", "ei", "en", "er", "fa", "fan", "fang", "fei", "fen", "feng", "fo", "fou",
    "fu", "ga", "gai", "gan", "gang", "gao", "ge", "gei", "gen", "geng", "gong", "gou", "gu",
    "gua", "guai", "guan", "guang", "gui", "gun", "guo", "ha", "hai", "han", "hang", "hao", "he",
    "hei", "hen", "heng", "hong", "hou", "hu", "hua", "huai", "huan", "huang", "hui", "hun",
    "huo", "ji", "jia", "jian", "jiang", "jiao", "jie", "jin", "jing", "jiong", "jiu", "ju",
    "juan", "jue", "jun", "ka", "kai", "kan", "kang", "kao", "ke", "kei", "ken", "keng", "kong",
    "kou", "ku", "kua", "kuai", "kuan", "kuang", "kui", "kun", "kuo", "la", "lai", "lan", "lang",
    "lao", "le", "lei", "leng", "li", "lia", "lian", "liang", "liao", "lie", "lin", "ling", "liu",
    "lo", "long", "lou", "lu", "luan", "lun", "luo", "lv", "lve", "ma", "mai", "man", "mang",
    "mao", "me", "mei", "men", "meng", "mi", "mian", "miao", "mie", "min", "ming", "miu", "mo",
    "mou", "mu", "na", "nai", "nan", "nang", "nao", "ne", "nei", "nen", "neng", "ni", "nian",
    "niang", "niao", "nie", "nin", "ning", "niu", "nong", "nou", "nu", "nuan", "nuo", "nv", "nve",
    "o", "ou", "pa", "pai", "pan", "pang", "pao", "pei", "pen", "peng", "pi", "pian", "piao",
    "pie", "pin", "ping", "po", "pou", "pu", "qi", "qia", "qian", "qiang", "qiao", "qie", "qin",
    "qing", "qiong", "qiu", "qu", "quan", "que", "qun", "ran", "rang", "rao", "re", "ren", "reng",
    "ri", "rong", "rou", "ru", "ruan", "rui", "run", "ruo", "sa", "sai", "san", "sang", "sao",
    "se", "sei", "sen", "seng", "sha", "shai", "shan", "shang", "shao", "she", "shei", "shen",
    "sheng", "shi", "shou", "shu", "shua", "shuai", "shuan", "shuang", "shui", "shun", "shuo",
    "si", "song", "sou", "su", "suan", "sui", "sun", "suo", "ta", "tai", "tan", "tang", "tao",
    "te", "tei", "teng", "ti", "tian", "tiao", "tie", "ting", "tong", "tou", "tu", "tuan", "tui",
    "tun", "tuo", "wa", "wai", "wan", "wang", "wei", "wen", "weng", "wo", "wu", "xi", "xia",
    "xian", "xiang", "xiao", "xie", "xin", "xing", "xiong", "xiu", "xu", "xuan", "xue", "xun",
    "ya", "yai", "yan", "yang", "yao", "ye", "yi", "yin", "ying", "yo", "yong", "you", "yu",
    "yuan", "yue", "yun", "za", "zai", "zan", "zang", "zao", "ze", "zei", "zen", "zeng", "zha",
    "zhai", "zhan", "zhang", "zhao", "zhe", "zhei", "zhen", "zheng", "zhi", "zhong", "zhou",
    "zhu", "zhua", "zhuai", "zhuan", "zhuang", "zhui", "zhun", "zhuo", "zi", "zong", "zou", "zu",
    "zuan", "zui", "zun", "zuo",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &str) -> Vec<String> {
        let typed: Vec<char> = typed.chars().collect();
        units(&typed, 0)
            .into_iter()
            .map(|unit| unit.syllable + if unit.begun { "…" } else { "" })
            .collect()
    }

    #[test]
    fn every_way_to_read_the_first_syllable_is_found() {
        assert_eq!(told("xian"), ["xian", "xia", "xi", "xian…"]);
        assert_eq!(told("nihao"), ["ni"]);
        assert_eq!(told("ni'an"), ["ni"]);
        assert_eq!(told("n"), ["n…"]);
        assert_eq!(told("zh"), ["zh…"]);
        assert_eq!(told("v"), [""; 0]);
        assert_eq!(told("'"), [""; 0]);
        assert_eq!(told("zhuangz"), ["zhuang", "zhuan", "zhua", "zhu"]);
    }

    #[test]
    fn the_syllables_are_sorted_for_searching() {
        assert!(SYLLABLES.is_sorted());
        assert!(SYLLABLES.iter().all(|one| one.len() <= LONGEST));
    }
}
