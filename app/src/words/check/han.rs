//! What tells the two Chinese scripts apart, and their marks from those of the Latin script.

/// Characters that simplified Chinese alone has; such as serve in both (后, 里, 准) are left out.
pub const SIMPLIFIED: &str = "\
    个们这说请问题为时间开关电话码应该进发现实业务产报账单费户网络线连链专属编动设备区县级还\
    没给让从对错误处办帮听见觉认识写读语词谁谢试诉许评论证议记讲计订诺调谈货质购贴资赔贵车转\
    轻较边达过运远选适邮邻释钟钱铁键锁门闭闻阶际陆随难页顶项顺须预领频额风飞馆饭验骤齐体价传\
    优会仅众复够学宽寻导将尝层岁师带广庆库废异张强归录当态总愿执扩扫扬护担择拥拨挂损换数断无\
    旧显术机权条来极构标样档检楼欢气汇洁测济浏满灯灵灾点热爱状独环画盘监盖确碍礼离积称稳竞笔\
    签简类紧纪约纯纸组细终经结统继续维综绿缓缩缴罚职联脑节虑虽补装观规视览触讨训讯访诚课赶输\
    载迁违迟递遗针钮铃销镇陈险隐雾静顾饮驻麦黄万与两东严丢举义乐习书买争亏亲亿仓仪侧债储儿兴\
    养内册军农决况冻净减击则刚创删别剧励劳势医卖卫却厂厅压参双变叹吗员响唤团园围国图圆场坏块\
    坚墙壮声壳头夹妈孙宝审尽届币帅战扰抢拟拦挡挤携摆摇撑敌";

/// Characters that traditional Chinese alone has.
pub const TRADITIONAL: &str = "\
    個們這說請問題為時間開關電話碼應該進發現實業務產報帳單費戶網絡線連鏈專屬編動設備區縣級還\
    沒給讓從對錯誤處辦幫聽見覺認識寫讀語詞誰謝試訴許評論證議記講計訂諾調談貨質購貼資賠貴車轉\
    輕較邊達過運遠選適郵鄰釋鐘錢鐵鍵鎖門閉聞階際陸隨難頁頂項順須預領頻額風飛館飯驗驟齊體價傳\
    優會僅眾復複夠學寬尋導將嘗層歲師帶廣慶庫廢異張強歸錄當態總願執擴掃揚護擔擇擁撥掛損換據數\
    斷無舊顯術機權條來極構標樣檔檢樓歡氣匯潔測濟瀏滿燈靈災點熱愛狀獨環畫盤監蓋確礙禮離種積稱\
    穩競筆簽簡類緊紀約純紙組細終經結統繼續維綜綠緩縮繳罰職聯腦節慮雖補裝觀規視覽觸討訓訊訪誠\
    課趕輸載遷違遲遞遺針鈕鈴銷鎮陳險隱霧靜顧飲駐麥黃萬與兩東嚴丟舉義樂習書買爭虧親億倉儀側債\
    儲兒興養內冊軍農決況凍淨減擊則剛創刪別劇勵勞勢醫賣衛卻廠廳壓參雙變嘆嗎員響喚團園圍國圖圓\
    場壞塊堅牆壯聲殼頭夾媽孫寶審盡屆幣帥戰擾搶擬攔擋擠攜擺搖撐敵後裡裏週準雲麼於閒賬號";

/// Marks of the Latin script that Chinese writes in full width.
const MARKS: [char; 10] = [',', ';', ':', '!', '?', '(', ')', '.', '"', '\''];

/// A Latin mark that touches a Chinese character, on either side or over a space.
pub fn foreign_mark(text: &str) -> Option<char> {
    let letters: Vec<char> = text.chars().filter(|letter| *letter != ' ').collect();
    letters.windows(2).find_map(|pair| match *pair {
        [mark, letter] if MARKS.contains(&mark) && is_han(letter) => Some(mark),
        [letter, mark] if MARKS.contains(&mark) && is_han(letter) => Some(mark),
        _ => None,
    })
}

const fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}
