//! What customers say, put together from what customers do say: a few things often, most seldom.

use rand::{Rng, rngs::StdRng};

const SAID: [&str; 24] = [
    "昨天晚上开始断网",
    "光猫亮红灯",
    "重启过两次还是不行",
    "打电话有杂音",
    "宽带很慢",
    "合同到期以后怎么办",
    "账单多扣了钱",
    "想换一个套餐",
    "师傅什么时候能来",
    "家里老人要打电话",
    "电视卡住不动",
    "搬家要移机",
    "公司专线时好时坏",
    "丢包很严重",
    "密码忘了",
    "流量用得太快",
    "停电以后就连不上",
    "楼下也没有信号",
    "网页打不开",
    "视频会议总掉线",
    "号码打不出去",
    "路由器换过了",
    "小区在施工",
    "想问一下怎么收费",
];
const SELDOM: [&str; 16] = [
    "松鼠咬断了线",
    "鱼缸漏水淹了光猫",
    "阳台的网线被晒裂",
    "电梯机房进水",
    "消防演习以后",
    "货车撞了电线杆",
    "鸽子在天线上筑巢",
    "台风吹倒了广告牌",
    "地铁施工挖断光缆",
    "装修工人剪错了线",
    "雷击以后",
    "孩子把插头拔了",
    "楼道灯也不亮",
    "邻居家也在冒烟",
    "仓库搬到了三楼",
    "幼儿园放假前",
];

/// What is looked for of all that is said seldom: so many different things.
const LOOKED_FOR: usize = 4;

/// A text of a few sentences. Of whoever is measured it holds, by turns, what is looked for.
pub fn said(random: &mut StdRng, theirs: Option<usize>) -> String {
    // Squared, so that the first are said far more often than the last.
    let often = |random: &mut StdRng| {
        let at: f64 = random.random();
        SAID[(at * at * SAID.len() as f64) as usize]
    };
    let mut text = format!("{}，{}。", often(random), often(random));
    if let Some(n) = theirs {
        text.push_str(SELDOM[n % LOOKED_FOR]);
        text.push_str("，断网，宽带。");
    } else if random.random_ratio(1, 400) {
        text.push_str(SELDOM[random.random_range(0..SELDOM.len())]);
        text.push('。');
    }
    if random.random_ratio(1, 4) {
        text.push_str(&format!("modem {:04x}", random.random::<u16>()));
    }
    text
}

/// What is looked for: words that many said, that few said, that nobody said.
pub fn questions() -> Vec<(&'static str, Vec<String>)> {
    let of = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    vec![
        ("a common word", of(&["断网", "红灯", "宽带"])),
        ("two common words", of(&["断网 杂音", "光猫 宽带"])),
        ("a rare word", of(&["松鼠", "鱼缸", "晒裂", "机房进水"])),
        ("a common and a rare one", of(&["断网 松鼠", "宽带 鱼缸"])),
        ("nobody's word", of(&["章鱼", "zebra"])),
    ]
}
