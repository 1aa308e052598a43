//! One test a finding: the demo operator, broken in one place.

use super::{Finding, broken, line_of};

const OPERATOR: &str = "operator.toml";
const ORGANISATION: &str = "organisation.toml";
const PLACES: &str = "places.toml";
const CALENDARS: &str = "calendars.toml";
const TIERS: &str = "tiers.toml";
const SURVEYS: &str = "surveys.toml";
const BROADBAND: &str = "services/broadband.toml";
const GENERAL: &str = "services/general.toml";

/// Breaks a file, and finds the finding at this key: it must say these words, and allow these.
#[track_caller]
fn found(file: &str, from: &str, to: &str, key: &str, problem: &str, allowed: &str) -> Finding {
    let findings = broken(file, from, to);
    let all: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let at = |finding: &&Finding| finding.key == key && finding.problem.contains(problem);
    let finding = findings.iter().find(at);
    let finding = finding.unwrap_or_else(|| panic!("no {problem:?} at {key} in {all:#?}"));
    assert!(finding.allowed.contains(allowed), "{finding}");
    finding.clone()
}

#[test]
fn a_template_says_nothing_that_nobody_fills_in_and_no_inner_name() {
    found(
        "templates.toml",
        "your case {reference}",
        "your case {number}",
        "templates[0].text",
        "{number}",
        "{reference}, {promised}, {operator}",
    );
    found(
        "templates.toml",
        "our engineer has",
        "the Network Operation Department has",
        "templates[1].text.en",
        "inner name",
        "words that name no department",
    );
    found(
        "templates.toml",
        "en = \"When may we call on you\"",
        "en = \"\"",
        "templates[1].name.en",
        "is empty",
        "a text in each",
    );
}

#[test]
fn an_unknown_key_is_told_with_the_keys_that_are_known() {
    let (from, to) = ("region = \"CN\"", "regoin = \"CN\"");
    let finding = found(
        OPERATOR,
        from,
        to,
        "operator.regoin",
        "unknown field `regoin`",
        "`region`",
    );
    assert_eq!(
        (finding.file.as_str(), finding.line),
        (OPERATOR, line_of(OPERATOR, from))
    );
    assert!(
        finding.to_string().starts_with("operator.toml:"),
        "{finding}"
    );
}

#[test]
fn an_unknown_key_deep_in_a_service_is_told_too() {
    let to = "departement = \"network-operation\"";
    let key = "delivered.plans[0].legs[0].departement";
    found(
        BROADBAND,
        "department = \"network-operation\"",
        to,
        key,
        "unknown field",
        "`department`",
    );
}

#[test]
fn what_is_no_toml_is_told_with_its_line() {
    let finding = &broken(TIERS, "share = 50", "share = ")[0];
    assert_eq!(
        (finding.file.as_str(), finding.line),
        (TIERS, line_of(TIERS, "share = 50"))
    );
}

#[test]
fn a_translation_that_is_missing_is_told() {
    let (from, to) = (", en = \"Broadband\" }", " }");
    let key = "offered.product.name.en";
    let finding = found(
        BROADBAND,
        from,
        to,
        key,
        "the text in en is missing",
        "zh-Hans, zh-Hant, en",
    );
    assert_eq!(finding.line, line_of(BROADBAND, from));
}

#[test]
fn a_translation_that_is_empty_is_told() {
    let (from, to) = ("zh-Hant = \"寬頻\"", "zh-Hant = \" \"");
    found(
        BROADBAND,
        from,
        to,
        "offered.product.name.zh-Hant",
        "is empty",
        "a text in each",
    );
}

#[test]
fn every_gap_of_a_file_is_told_at_once() {
    let from = "ask = { zh-Hans = \"我们的服务，您觉得怎么样？\", zh-Hant = \"您覺得我們的服務怎麼樣？\", en";
    let findings = broken(SURVEYS, from, "ask = { en");
    let keys: Vec<_> = findings
        .iter()
        .map(|finding| finding.key.as_str())
        .collect();
    assert_eq!(keys, ["walk-up.ask.zh-Hans", "walk-up.ask.zh-Hant"]);
}

#[test]
fn a_language_that_we_do_not_speak_is_told() {
    let (from, to) = (
        "en = \"Broadband\" }",
        "en = \"Broadband\", fr = \"Internet\" }",
    );
    found(
        BROADBAND,
        from,
        to,
        "offered.product.name.fr",
        "unknown field `fr`",
        "`zh-Hant`",
    );
}

#[test]
fn a_topic_without_a_route_is_told() {
    let (from, to) = (
        "when = { kind = \"enquiry\" }\nplan = \"answer\"",
        "when = { topics = [\"broadband-plans\"] }\nplan = \"answer\"",
    );
    let finding = found(
        BROADBAND,
        from,
        to,
        "offered.topics[3].code",
        "`broadband-speed-up` has no route",
        "[[delivered.routes]]",
    );
    assert_eq!(finding.line, line_of(BROADBAND, "\"broadband-speed-up\""));
}

#[test]
fn a_symptom_without_a_route_for_one_tier_is_told() {
    let (from, to) = (
        "when = { kind = \"fault\" }\nplan = \"repair\"",
        "when = { kind = \"fault\", tiers = [\"key\", \"enterprise\", \"family\"] }\nplan = \"repair\"",
    );
    found(
        BROADBAND,
        from,
        to,
        "offered.symptoms[0].code",
        "no route for urban fault, individual",
        "a rule",
    );
}

#[test]
fn a_topic_without_a_promise_is_told() {
    let (from, to) = (
        "when = { kind = \"fault\" }\nanswer",
        "when = { kind = \"fault\", areas = [\"urban\"] }\nanswer",
    );
    found(
        BROADBAND,
        from,
        to,
        "offered.symptoms[0].code",
        "no promise for rural fault",
        "[[delivered.promises]]",
    );
}

#[test]
fn a_route_to_a_department_that_the_level_lacks_is_told() {
    let (from, to) = (
        "department = \"network-development\"\nlevel = \"province\"",
        "department = \"network-development\"\nlevel = \"city\"",
    );
    let key = "delivered.plans[2].legs[0].department";
    found(
        BROADBAND,
        from,
        to,
        key,
        "level city has no department `network-development`",
        "headquarters, province",
    );
}

#[test]
fn an_enquiry_that_headquarters_could_not_take_is_told() {
    let from = "code = \"general-affairs\"\nname = { zh-Hans = \"综合管理部\", zh-Hant = \"綜合管理部\", en = \"General Affairs Department\" }\nlevels = [\"headquarters\", ";
    let to = from.replace("\"headquarters\", ", "");
    let findings = broken(ORGANISATION, from, &to);
    let finding = &findings[0];
    assert_eq!(finding.file, GENERAL, "{finding}");
    assert!(
        finding
            .problem
            .contains("goes to headquarters, which has no department"),
        "{finding}"
    );
}

#[test]
fn units_above_each_other_are_told() {
    let (from, to) = (
        "level = \"province\"\nparent = \"hq\"",
        "level = \"province\"\nparent = \"lancheng\"",
    );
    let finding = found(
        ORGANISATION,
        from,
        to,
        "units[1].code",
        "units go round in a circle: jianglan → lancheng → jianglan",
        "an order",
    );
    assert_eq!(finding.line, line_of(ORGANISATION, "code = \"jianglan\""));
}

#[test]
fn legs_that_wait_for_each_other_are_told() {
    let (from, to) = (
        "target = { within = \"4h\", calendar = \"elapsed\" }\nneeds",
        "target = { within = \"4h\", calendar = \"elapsed\" }\nafter = [\"confirm\"]\nneeds",
    );
    found(
        BROADBAND,
        from,
        to,
        "delivered.plans[0].legs[0].code",
        "diagnose → confirm → repair → diagnose",
        "an order",
    );
}

#[test]
fn deputies_that_stand_in_for_each_other_are_told() {
    let (from, to) = (
        "department = \"customer-service\"\n\n[[duties]]",
        "department = \"customer-service\"\ndeputy = \"service-duty\"\n\n[[duties]]",
    );
    found(
        ORGANISATION,
        from,
        to,
        "duties[0].code",
        "service-duty → service-lead → service-duty",
        "an order",
    );
}

#[test]
fn a_promise_shorter_than_its_legs_is_told() {
    let (from, to) = ("within = \"36h\"", "within = \"41h\"");
    let problem = "diagnose → repair → confirm of plan `repair` take 49h, promised are 48h";
    let key = "delivered.promises[0].fix.within";
    let finding = found(BROADBAND, from, to, key, problem, "at least 49h");
    assert_eq!(finding.line, line_of(BROADBAND, "fix = { within = \"48h\""));
}

#[test]
fn legs_side_by_side_are_not_added_up() {
    // 40 h and 8 h begin together: the second may grow up to the first.
    let to = "target = { within = \"40h\", calendar = \"elapsed\" }\n\n[[delivered.plans.legs]]\ncode = \"confirm\"";
    super::changed(BROADBAND, "target = { within = \"8h\", calendar = \"elapsed\" }\n\n[[delivered.plans.legs]]\ncode = \"confirm\"", to)
        .expect("the promise is as long as the longest way");
}

#[test]
fn a_leg_in_office_hours_cannot_keep_an_elapsed_promise_over_a_holiday() {
    let (from, to) = (
        "target = { within = \"4h\", calendar = \"elapsed\" }\nneeds",
        "target = { within = \"4h\", calendar = \"working:office\" }\nneeds",
    );
    let finding = found(
        BROADBAND,
        from,
        to,
        "delivered.promises[0].fix.within",
        "on the wall",
        "or shorter legs",
    );
    // Spring Festival 2026: the office closes on Saturday the 14th at 18:00 and opens on Tuesday
    // the 24th at 8:30; four hours of work end at 14:00. With the other two legs: 276 hours.
    assert!(
        finding.problem.contains("can take 276h on the wall"),
        "{finding}"
    );
}

#[test]
fn a_promise_that_is_answered_after_its_end_is_told() {
    let (from, to) = (
        "answer = { within = \"2h\", calendar = \"elapsed\" }",
        "answer = { within = \"3d\", calendar = \"elapsed\" }",
    );
    found(
        BROADBAND,
        from,
        to,
        "delivered.promises[0].answer.within",
        "comes after the end",
        "at most 48h",
    );
}

#[test]
fn a_tier_that_is_promised_less_than_an_individual_is_told() {
    let (from, to) = (
        "fix = { within = \"8h\", calendar = \"elapsed\" }",
        "fix = { within = \"30h\", calendar = \"elapsed\" }",
    );
    let findings = broken("services/leased-line.toml", from, to);
    assert!(
        findings
            .iter()
            .any(|one| one.problem.contains("key gets 30h elapsed")),
        "{findings:#?}"
    );
}

#[test]
fn a_share_above_the_whole_is_told() {
    found(
        TIERS,
        "share = 90",
        "share = 110",
        "family.share",
        "a share",
        "1 to 100",
    );
}

#[test]
fn a_code_that_is_there_twice_is_told_with_the_first() {
    let (from, to) = ("code = \"slow\"", "code = \"no-internet\"");
    let finding = found(
        BROADBAND,
        from,
        to,
        "offered.symptoms[1].code",
        "the symptom `no-internet` is already in services/broadband.toml:",
        "once",
    );
    assert_eq!(finding.line, line_of(BROADBAND, from));
}

#[test]
fn a_topic_that_is_in_two_files_is_told() {
    let (from, to) = (
        "code = \"bill-question\"\nstage",
        "code = \"mobile-sim\"\nstage",
    );
    found(
        GENERAL,
        from,
        to,
        "offered.topics[3].code",
        "the topic `mobile-sim` is already in services/mobile.toml:",
        "once",
    );
}

#[test]
fn a_code_that_cannot_stand_in_an_address_is_told() {
    found(
        BROADBAND,
        "code = \"slow\"",
        "code = \"Slow line\"",
        "offered.symptoms[1].code",
        "cannot be the code",
        "a-z",
    );
}

#[test]
fn a_product_that_is_not_there_is_told() {
    let (from, to) = (
        "code = \"invoice\"",
        "product = \"brodband\"\ncode = \"invoice\"",
    );
    found(
        GENERAL,
        from,
        to,
        "offered.topics[5].product",
        "there is no product `brodband`",
        "mobile, broadband",
    );
}

#[test]
fn a_unit_that_is_not_there_is_told() {
    found(
        PLACES,
        "unit = \"wangjin\"",
        "unit = \"wangjing\"",
        "provinces[0].cities[1].unit",
        "no city unit `wangjing`",
        "wangjin",
    );
    found(
        ORGANISATION,
        "parent = \"hq\"",
        "parent = \"head\"",
        "units[1].parent",
        "no unit `head`",
        "hq",
    );
}

#[test]
fn a_department_that_is_not_there_is_told() {
    let to = "department = \"network-operations\"";
    let key = "delivered.plans[0].legs[0].department";
    found(
        BROADBAND,
        "department = \"network-operation\"",
        to,
        key,
        "no department `network-operations`",
        "network-operation",
    );
}

#[test]
fn a_calendar_that_is_not_there_is_told() {
    let key = "delivered.plans[2].legs[0].target.calendar";
    found(
        BROADBAND,
        "working:office",
        "working:offices",
        key,
        "no calendar `working:offices`",
        "elapsed, working:office",
    );
}

#[test]
fn a_connector_that_is_not_there_is_told() {
    found(
        ORGANISATION,
        "connector = \"desk\"",
        "connector = \"tickets\"",
        "departments[0].connector",
        "no connector `tickets`",
        "desk",
    );
    found(
        ORGANISATION,
        "kind = \"desk\"",
        "kind = \"disk\"",
        "connectors[0].kind",
        "no kind of connector `disk`",
        "tmf621",
    );
}

#[test]
fn a_place_that_is_not_there_is_told() {
    found(
        ORGANISATION,
        "place = \"lancheng-donghu\"",
        "place = \"donghu\"",
        "shops[0].place",
        "no place `donghu`",
        "lancheng-donghu",
    );
}

#[test]
fn a_plan_a_leg_a_survey_a_duty_and_a_drawing_that_are_not_there_are_told() {
    found(
        BROADBAND,
        "plan = \"visit\"",
        "plan = \"visits\"",
        "delivered.routes[0].plan",
        "no plan `visits`",
        "visit",
    );
    found(
        BROADBAND,
        "after = [\"diagnose\"]",
        "after = [\"diagnosis\"]",
        "delivered.plans[0].legs[1].after[0]",
        "no leg `diagnosis`",
        "diagnose",
    );
    found(
        BROADBAND,
        "survey = \"closing\"",
        "survey = \"close\"",
        "checked.survey",
        "no survey `close`",
        "closing",
    );
    found(
        TIERS,
        "duty = \"account-duty\"",
        "duty = \"account\"",
        "key.duty",
        "no duty `account`",
        "account-duty",
    );
    found(
        BROADBAND,
        "icon = \"broadband\"",
        "icon = \"cable\"",
        "offered.product.icon",
        "no drawing `cable`",
        "broadband",
    );
}

#[test]
fn a_duty_without_a_deputy_is_told() {
    found(
        TIERS,
        "duty = \"account-duty\"",
        "duty = \"account-lead\"",
        "key.duty",
        "has no deputy",
        "names a deputy",
    );
}

#[test]
fn a_district_that_no_unit_serves_is_told() {
    let finding = found(
        PLACES,
        "unit = \"lancheng\"\n",
        "",
        "provinces[0].cities[0].districts[0].code",
        "no unit serves the district `lancheng-jiangwan`",
        "lancheng",
    );
    assert_eq!(finding.line + 1, line_of(PLACES, "lancheng-jiangwan"));
}

#[test]
fn initials_that_cannot_be_typed_are_told() {
    found(
        PLACES,
        "initials = \"dh\"",
        "initials = \"东湖\"",
        "provinces[0].cities[0].districts[1].initials",
        "cannot be typed",
        "a-z",
    );
}

#[test]
fn a_choice_without_options_is_told() {
    let (from, to) = (
        "code = \"which\"\nkind = \"line\"",
        "code = \"which\"\nkind = \"choice\"",
    );
    found(
        BROADBAND,
        from,
        to,
        "offered.symptoms[4].questions[0].kind",
        "a choice with 0 options",
        "two options",
    );
}

#[test]
fn options_of_no_choice_are_told() {
    let (from, to) = (
        "code = \"light\"\nkind = \"choice\"",
        "code = \"light\"\nkind = \"line\"",
    );
    found(
        BROADBAND,
        from,
        to,
        "offered.symptoms[0].questions[0].kind",
        "options that nobody will see",
        "choice",
    );
}

#[test]
fn a_question_by_the_door_that_cannot_be_answered_with_one_press_is_told() {
    let five = "en = \"Very good\" },\n]";
    let six =
        "en = \"Very good\" },\n  { zh-Hans = \"最好\", zh-Hant = \"最好\", en = \"Best\" },\n]";
    let glance = "6 faces are not told apart";
    found(SURVEYS, five, six, "tap.faces", glance, "3 to 5");
    let no_low = "5 is no low answer of 5";
    found(
        SURVEYS,
        "low = 2",
        "low = 5",
        "tap.why.low",
        no_low,
        "1 to 4",
    );
    let no_low = "0 is no low answer of 5";
    found(
        SURVEYS,
        "low = 2",
        "low = 0",
        "tap.why.low",
        no_low,
        "1 to 4",
    );
    let twice = "the reason `waiting` is already in surveys.toml:";
    let (from, to) = (
        "code = \"unsolved\", name = { zh-Hans = \"事情没办成\"",
        "code = \"waiting\", name = { zh-Hans = \"事情没办成\"",
    );
    found(SURVEYS, from, to, "tap.why.reasons[1].code", twice, "once");
    let same = "the survey `walk-up` is already in surveys.toml:";
    found(
        SURVEYS,
        "code = \"door\"",
        "code = \"walk-up\"",
        "tap.code",
        same,
        "once",
    );
    let inner = "inner name";
    let (from, to) = (
        "How was your visit today?",
        "How was the Billing and Settlement Department?",
    );
    found(SURVEYS, from, to, "tap.ask.en", inner, "no department");
    let unknown = "unknown field `smileys`";
    found(
        SURVEYS,
        "faces = [",
        "smileys = [",
        "tap.smileys",
        unknown,
        "`faces`",
    );
}

#[test]
fn a_survey_whose_low_end_is_the_whole_scale_is_told() {
    found(
        SURVEYS,
        "low = 3",
        "low = 5",
        "walk-up.low",
        "5 is no low point of a scale of 5",
        "1 to 4",
    );
    found(
        SURVEYS,
        "low = 3",
        "low = 0",
        "walk-up.low",
        "0 is no low point",
        "1 to 4",
    );
}

#[test]
fn a_missing_something_else_is_told() {
    let finding = &broken(GENERAL, "open = true", "open = false")[0];
    assert!(
        finding
            .problem
            .contains("no service takes what fits no topic"),
        "{finding}"
    );
    assert!(finding.allowed.contains("open = true"), "{finding}");
}

#[test]
fn an_inner_name_before_customers_is_told() {
    let (from, to) = (
        "en = \"Internet and Wi-Fi at home or in a shop\"",
        "en = \"Ask the Marketing Department\"",
    );
    let finding = found(
        BROADBAND,
        from,
        to,
        "offered.product.hint.en",
        "inner name “marketing department”",
        "words that name no",
    );
    assert_eq!(finding.line, line_of(BROADBAND, from));
    found(
        ORGANISATION,
        "en = \"Donghu shop\"",
        "en = \"Lancheng City Branch\"",
        "shops[0].name.en",
        "inner name",
        "",
    );
}

#[test]
fn a_length_that_cannot_be_read_is_told() {
    let key = "delivered.plans[0].legs[0].target.within";
    found(
        BROADBAND,
        "within = \"4h\"",
        "within = \"4 hours\"",
        key,
        "cannot be read",
        "\"48h\"",
    );
}

#[test]
fn hours_and_days_that_do_not_exist_are_told() {
    found(
        CALENDARS,
        "monday = [\"08:30-12:00\"",
        "monday = [\"08:30-8:00\"",
        "calendars[0].week.monday[0]",
        "are no hours",
        "24:00",
    );
    found(
        CALENDARS,
        "to = 2026-01-03",
        "to = 2025-01-03",
        "calendars[0].holidays[0].to",
        "ends before it begins",
        "2026-01-01 or later",
    );
    found(
        CALENDARS,
        "zone = \"Asia/Shanghai\"",
        "zone = \"Asia/Peking\"",
        "calendars[0].zone",
        "no time zone",
        "IANA",
    );
}

#[test]
fn a_shop_whose_hours_nobody_wrote_down_is_told() {
    found(
        ORGANISATION,
        "open = \"working:shop\"",
        "open = \"working:mall\"",
        "shops[0].open",
        "there is no calendar `working:mall`",
        "working:shop",
    );
}

#[test]
fn an_operator_that_cannot_be_is_told() {
    found(
        OPERATOR,
        "zone = \"Asia/Shanghai\"",
        "zone = \"Shanghai\"",
        "operator.zone",
        "no time zone",
        "IANA",
    );
    found(
        OPERATOR,
        "region = \"CN\"",
        "region = \"China\"",
        "operator.region",
        "no region",
        "CN",
    );
    found(
        OPERATOR,
        "\"#00565f\"",
        "\"teal\"",
        "brand.light.accent",
        "no colour",
        "#",
    );
    found(
        OPERATOR,
        "path = \"M1",
        "path = \"<M1",
        "brand.logo.path",
        "cannot be shown",
        "SVG",
    );
    found(
        OPERATOR,
        "warn-before-days = 2",
        "warn-before-days = 7",
        "periods.warn-before-days",
        "told after",
        "less than",
    );
    found(
        OPERATOR,
        "quiet = \"21:00-08:00\"",
        "quiet = \"late\"",
        "notices.quiet",
        "no hours",
        "21:00-08:00",
    );
    found(
        OPERATOR,
        "reopen-share = 20",
        "reopen-share = 0",
        "incidents.reopen-share",
        "always or never",
        "from 1 to 100",
    );
}

#[test]
fn a_service_without_a_file_and_a_file_without_a_service_are_told() {
    let findings = broken(OPERATOR, "\"tv\"", "\"television\"");
    let told: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(
        told.iter()
            .any(|one| one.contains("no file services/television.toml")),
        "{told:#?}"
    );
    assert!(
        told.iter()
            .any(|one| one.starts_with("services/tv.toml:1: ")),
        "{told:#?}"
    );
}

#[test]
fn colours_that_cannot_be_read_on_each_other_are_told() {
    let (from, to) = ("accent = \"#00565f\"", "accent = \"#7a9ea2\"");
    found(
        OPERATOR,
        from,
        to,
        "brand.light.accent",
        "needs 7:1",
        "text 7:1",
    );
}
