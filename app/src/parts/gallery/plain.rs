//! Pages outside a journey: the first one, those with little on them, the desk's list.

use super::say;
use crate::parts::*;
use leptos::prelude::*;

pub(super) fn home() -> AnyView {
    view! {
        <Page title=say("首页", "首頁", "Home") wide=true>
            <Hero
                title=say("需要我们做什么？", "需要我們做什麼？", "What can we do for you?")
                lead=say(
                    "一处说清，全程有人负责到底。",
                    "說一次就好，全程都有人負責到底。",
                    "Tell us once. One person stays answerable until it is done.",
                )
            />
            <Notice
                tone=Tone::Warn
                title=say("天河区宽带故障", "天河區寬頻故障", "Broadband fault in Tianhe")
            >
                <p>{say("预计 14:00 前修复。", "預計 14:00 前修復。", "We expect to have it mended by 14:00.")}</p>
            </Notice>
            <Cards>
                <LinkCard
                    href="/fault"
                    icon="fault"
                    title=say("报修", "報修", "Report a fault")
                    hint=say("网络、电话或电视用不了", "網路、電話或電視不能用", "Something does not work")
                />
                <LinkCard
                    href="/enquiry"
                    icon="ask"
                    title=say("咨询与投诉", "諮詢與投訴", "Ask a question")
                    hint=say("套餐、账单、办理进度", "方案、帳單、申辦進度", "Plans, bills, orders, complaints")
                />
                <LinkCard
                    href="/track"
                    icon="track"
                    title=say("查进度", "查進度", "Follow a case")
                    hint=say("用受理编号查询", "用受理編號查詢", "With your reference or your link")
                />
                <LinkCard
                    href="/feedback"
                    icon="feedback"
                    title=say("提意见", "提供意見", "Give feedback")
                    hint=say("一分钟，不用留姓名", "一分鐘，不必留姓名", "One minute, no name needed")
                />
            </Cards>
        </Page>
    }
    .into_any()
}

pub(super) fn help(kind: IllustrationKind) -> AnyView {
    view! {
        <Page title=say("没有这个页面", "沒有這個頁面", "There is no such page")>
            <Illustration kind />
            <Heading text=say("没有这个页面", "沒有這個頁面", "There is no such page") />
            <Lead text=say("链接可能打错了，或已经失效。", "連結可能打錯，或已經失效。", "The address may be mistyped, or the link has ended.") />
            <div class="acts">
                <a class="button" href="/">{say("回到首页", "回到首頁", "Back to the start")}</a>
            </div>
            <ul class="ways">
                <li><a href="/track">{say("查进度", "查進度", "Follow a case")}</a></li>
                <li><a href="/help">{say("帮助", "說明", "Help")}</a></li>
            </ul>
        </Page>
    }
    .into_any()
}

pub(super) fn desk() -> AnyView {
    let row = |reference: &str, what: String, tone: Tone, state: String| {
        vec![
            view! { <a href=format!("/desk/{reference}")>{reference.to_owned()}</a> }.into_any(),
            what.into_any(),
            view! { <State tone label=state /> }.into_any(),
            "2026-11-25 10:30".into_any(),
        ]
    };
    let rows = vec![
        row(
            "7K4M-9QXT-2RH",
            say(
                "宽带：完全不能上网",
                "寬頻：完全不能上網",
                "Broadband: no internet at all",
            ),
            Tone::Info,
            say("处理中", "處理中", "In progress"),
        ),
        row(
            "3HBV-8CYJ-6DP",
            say("账单看不懂", "看不懂帳單", "A bill I do not understand"),
            Tone::Bad,
            say("已超时", "已逾時", "Late"),
        ),
    ];
    let head = vec![
        say("编号", "編號", "Reference"),
        say("事项", "事項", "What"),
        say("状态", "狀態", "State"),
        say("承诺", "承諾", "Promise"),
    ];
    view! {
        <Page title=say("待办", "待辦", "Queue") wide=true>
            <Heading text=say("待办", "待辦", "Your queue") />
            <Table caption=say("按承诺时间排列", "依承諾時間排列", "By promise, the nearest first") head rows />
            <Pager
                sentence=say("第 2 页，共 5 页", "第 2 頁，共 5 頁", "Page 2 of 5")
                before="/desk?page=1".to_owned()
                after="/desk?page=3".to_owned()
            />
        </Page>
    }
    .into_any()
}
