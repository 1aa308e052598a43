//! Steps of a journey, one of them refused.

use super::{option, say};
use crate::parts::*;
use leptos::prelude::*;

pub(super) fn choosing() -> AnyView {
    let options = vec![
        option(
            "mobile",
            say("手机", "行動電話", "Mobile"),
            Some(say(
                "通话、短信、流量",
                "通話、簡訊、上網",
                "Calls, messages, data",
            )),
            Some("mobile"),
        ),
        option(
            "broadband",
            say("宽带", "寬頻", "Broadband"),
            Some(say(
                "家里或公司的上网",
                "家中或公司的上網",
                "Internet at home or at work",
            )),
            Some("broadband"),
        ),
        option(
            "fixed-line",
            say("固定电话", "市內電話", "Fixed line"),
            None,
            Some("fixed-line"),
        ),
        option("tv", say("电视", "電視", "TV"), None, Some("tv")),
        option(
            "leased-line",
            say("企业专线", "企業專線", "Leased line"),
            Some(say(
                "公司之间的专用线路",
                "公司之間的專用線路",
                "A line of your own between sites",
            )),
            Some("leased-line"),
        ),
    ];
    view! {
        <Page title=say("哪项服务有问题？", "哪項服務有問題？", "What does not work?") form=true>
            <StepForm action="/api/fault/answer" key="key" step="product" back=true>
                <Choices
                    name="product"
                    legend=say("哪项服务有问题？", "哪項服務有問題？", "What does not work?")
                    caption=say("报修", "報修", "Report a fault")
                    heading=true
                    options
                    chosen="broadband".to_owned()
                />
            </StepForm>
        </Page>
    }
    .into_any()
}

pub(super) fn refused() -> AnyView {
    let phone = say(
        "请填写 11 位手机号，或带区号的座机号。",
        "請填寫手機號碼，或含區碼的市話號碼。",
        "Enter a phone number with its area code, like 020 1234 5678.",
    );
    let place = say(
        "请选择所在的区。",
        "請選擇所在的區。",
        "Choose the district you are in.",
    );
    let faults = vec![
        ("phone".to_owned(), phone.clone()),
        ("place".to_owned(), place.clone()),
    ];
    let groups = vec![SelectGroup {
        label: say("海州市", "海州市", "Haizhou"),
        options: vec![
            SelectOption::new("tianhe", say("天河区", "天河區", "Tianhe")),
            SelectOption::new("linhai", say("临海县", "臨海縣", "Linhai")),
        ],
        ..SelectGroup::default()
    }];
    view! {
        <Page title=say("怎么联系您？", "怎麼聯絡您？", "How do we reach you?") faulty=true form=true>
            <StepForm action="/api/fault/answer" key="key" step="contact" back=true>
                <ErrorSummary faults=faults />
                <Heading
                    text=say("怎么联系您？", "怎麼聯絡您？", "How do we reach you?")
                    caption=say("报修", "報修", "Report a fault")
                />
                <Field
                    id="phone"
                    label=say("电话", "電話", "Phone")
                    optional=true
                    hint=say("修好后我们会打电话或发短信给您。", "修好後我們會致電或傳簡訊給您。", "We call or text you when it is mended.")
                    why=say("只给处理您这件事的人看，办结后保留 180 天。", "只有處理這件事的人看得到，結案後保留 180 天。", "Seen only by those who work on your case; kept for 180 days after it is closed.")
                    value="12"
                    fault=phone
                    kind=FieldKind::Tel
                    autocomplete="tel".to_owned()
                />
                <Field
                    id="email"
                    label=say("电子邮箱", "電子郵件", "E-mail")
                    optional=true
                    kind=FieldKind::Email
                    value="\"><b>li@example.test"
                    autocomplete="email".to_owned()
                />
                <Select
                    id="place"
                    label=say("所在的区", "所在的區", "District")
                    empty=say("请选择", "請選擇", "Choose one")
                    groups
                    fault=place
                />
                <Field id="since" label=say("从哪天开始？", "從哪一天開始？", "Since when?") kind=FieldKind::Date />
                <Field id="code" label=say("受理编号", "受理編號", "Reference") kind=FieldKind::Code value="7K4M9QXT2RH" />
                <TextArea
                    id="details"
                    label=say("说说情况", "說說情況", "Tell us what happens")
                    hint=say("比如：什么时候开始，灯亮不亮。", "例如：何時開始、燈有沒有亮。", "For example: since when, and which lights are on.")
                    value=say("今天早上起不能上网。\n重启过，没有用。", "今天早上起不能上網。\n重開過機，沒有用。", "No internet since this morning.\nRestarted it twice.")
                />
                <Rating
                    name="score"
                    legend=say("这次服务您满意吗？", "您滿意這次的服務嗎？", "How satisfied are you with the service?")
                    points=["很不满意", "不满意", "一般", "满意", "很满意"]
                        .iter()
                        .zip(["Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"])
                        .map(|(zh, en)| say(zh, &zh.replace("满", "滿"), en))
                        .collect()
                    chosen="4".to_owned()
                />
            </StepForm>
        </Page>
    }
    .into_any()
}

pub(super) fn checking() -> AnyView {
    let row = |label: String, value: String| SummaryRow {
        label,
        value,
        change: Some("/fault/x".into()),
    };
    let rows = vec![
        row(
            say("服务", "服務", "Service"),
            say("宽带", "寬頻", "Broadband"),
        ),
        row(
            say("情况", "狀況", "What happens"),
            say("完全不能上网", "完全不能上網", "No internet at all"),
        ),
        row(
            say("地点", "地點", "Place"),
            say("海州市天河区", "海州市天河區", "Tianhe, Haizhou"),
        ),
        row(
            say("说明", "說明", "In your words"),
            say(
                "今天早上起不能上网。\n重启过，没有用。",
                "今天早上起不能上網。\n重開過機，沒有用。",
                "No internet since this morning.\nRestarted it twice.",
            ),
        ),
        row(say("电话", "電話", "Phone"), "138 0013 8000".into()),
    ];
    view! {
        <Page title=say("请核对", "請核對", "Check your answers") form=true>
            <StepForm
                action="/api/fault/answer"
                key="key"
                step="check"
                back=true
                submit=say("提交报修", "送出報修", "Send the report")
            >
                <Heading
                    text=say("请核对您填写的内容", "請核對您填寫的內容", "Check your answers")
                    caption=say("报修", "報修", "Report a fault")
                />
                <Summary rows />
            </StepForm>
        </Page>
    }
    .into_any()
}
