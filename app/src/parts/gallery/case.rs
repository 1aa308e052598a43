//! What a customer sees of a case.

use super::say;
use crate::parts::*;
use leptos::prelude::*;

pub(super) fn receipt() -> AnyView {
    let link = "https://service.example.test/c/4N7KQ2MZ9XWTR3HBV8CYJ6DPFG";
    view! {
        <Page title=say("报修已收到", "已收到報修", "We have your report")>
            <Illustration kind=IllustrationKind::Done />
            <Heading text=say("报修已收到", "已收到報修", "We have your report") />
            <BigReference text="7K4M-9QXT-2RH" />
            <Promise
                datetime="2026-11-25T10:30:00+08:00"
                sentence=say("最迟 11 月 25 日（周三）10:30 修好", "最遲 11 月 25 日（週三）10:30 修好", "Mended by Wednesday 25 November, 10:30 at the latest")
            />
            <Card>
                <h2>{say("您的专属链接", "您的專屬連結", "Your link")}</h2>
                <p>{say("凭它随时查进度、留言。请勿转给他人。", "憑它隨時查進度、留言。請勿轉給他人。", "Follow your case and write to us here. Do not pass it on.")}</p>
                <Qr text=link />
                <SecretLink href=link />
            </Card>
            <div class="acts">
                <a class="button" href="/track/7K4M9QXT2RH">{say("查看进度", "查看進度", "Follow your case")}</a>
                <a class="button second" href="/">{say("回到首页", "回到首頁", "Back to the start")}</a>
            </div>
        </Page>
    }
    .into_any()
}

pub(super) fn case() -> AnyView {
    let entry = |at: &str, title: String, body: Option<String>, mine: bool| TimelineEntry {
        when: at.into(),
        datetime: format!("2026-11-23T{at}:00+08:00"),
        title,
        body,
        file: None,
        mine,
    };
    let entries = vec![
        entry(
            "14:05",
            say("师傅已上门", "師傅已到府", "A technician is with you"),
            None,
            false,
        ),
        entry(
            "11:20",
            say("您的留言", "您的留言", "Your message"),
            Some(say(
                "下午都在家。",
                "下午都在家。",
                "I am at home all afternoon.",
            )),
            true,
        ),
        entry(
            "10:42",
            say("已安排检修", "已安排檢修", "A repair is arranged"),
            Some(say(
                "今天 14:00–16:00 上门，请留人在家。",
                "今天 14:00–16:00 到府，請留人在家。",
                "Between 14:00 and 16:00 today. Please have somebody at home.",
            )),
            false,
        ),
        entry(
            "10:30",
            say("收到您的报修", "收到您的報修", "We have your report"),
            None,
            true,
        ),
    ];
    view! {
        <Page title="7K4M-9QXT-2RH">
            <Heading
                text=say("宽带：完全不能上网", "寬頻：完全不能上網", "Broadband: no internet at all")
                caption="7K4M-9QXT-2RH".to_owned()
            />
            <p>
                <State label=say("处理中", "處理中", "In progress") />" "
                <State tone=Tone::Good label=say("已修好", "已修好", "Mended") />" "
                <State tone=Tone::Warn label=say("等您回复", "等您回覆", "Waiting for you") />" "
                <State tone=Tone::Bad label=say("已超时", "已逾時", "Late") />
            </p>
            <Promise
                datetime="2026-11-25T10:30:00+08:00"
                sentence=say("最迟 11 月 25 日（周三）10:30 修好", "最遲 11 月 25 日（週三）10:30 修好", "Mended by Wednesday 25 November, 10:30 at the latest")
            />
            <details>
                <summary>{say("承诺的变更", "承諾的變更", "How the promise changed")}</summary>
                <ol>
                    <li>{say("11 月 24 日 18:00", "11 月 24 日 18:00", "24 November, 18:00")}</li>
                    <li>{say("11 月 25 日 10:30", "11 月 25 日 10:30", "25 November, 10:30")}</li>
                </ol>
            </details>
            <form method="post" action="/api/track/write">
                <TextArea id="text" label=say("给我们留言", "留言給我們", "Write to us") />
                <button class="button second" type="submit">{say("发送", "傳送", "Send")}</button>
            </form>
            <ol class="todo">
                <li>{say("关掉光猫电源，等半分钟。", "關掉數據機電源，等半分鐘。", "Switch the modem off and wait half a minute.")}</li>
                <li>{say("重新打开，等三分钟，看到绿灯长亮。", "重新打開，等三分鐘，看到綠燈恆亮。", "Switch it on, wait three minutes until the green light is steady.")}</li>
                <li>{say("再试一次。", "再試一次。", "Try again.")}</li>
            </ol>
            <Section id="so-far" title=say("到现在为止", "到目前為止", "So far")>
                <Timeline entries />
            </Section>
            <Notice tone=Tone::Info title=say("知道了", "知道了", "Good to know")>
                <p>{say("修好后请告诉我们。", "修好後請告訴我們。", "Tell us when it works.")}</p>
            </Notice>
            <Notice tone=Tone::Good title=say("已办结", "已結案", "Closed")>
                <p>{say("谢谢。", "謝謝。", "Thank you.")}</p>
            </Notice>
            <Notice tone=Tone::Bad title=say("没有发出去", "沒有送出", "Not sent")>
                <p>{say("网络断了，您写的内容还在。", "網路斷了，您寫的內容還在。", "The connection is gone. What you wrote is still here.")}</p>
            </Notice>
        </Page>
    }
    .into_any()
}
