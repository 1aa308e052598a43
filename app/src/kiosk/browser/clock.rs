//! Days and times of the operator's zone. The browser has the data of all zones; carrying them a
//! second time would be larger than everything else.

use crate::words::{Words, date::OnTheWall};
use js_sys::{Array, Date, Intl, Object, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};

impl Words {
    /// An instant, in microseconds since 1970 UTC: day, weekday and time of day.
    pub fn moment(self, at: i64, zone: &str) -> String {
        on_the_wall(at, zone).map_or_else(String::new, |local| self.on_the_wall(&local))
    }
}

/// The operator's day, `YYYY-MM-DD`.
pub fn today(zone: &str) -> String {
    let now = Date::now() * 1000.0;
    on_the_wall(now as i64, zone).map_or_else(String::new, |local| {
        format!("{:04}-{:02}-{:02}", local.year, local.month, local.day)
    })
}

fn on_the_wall(at: i64, zone: &str) -> Option<OnTheWall> {
    let options = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&options, &name.into(), value);
    for name in ["year", "month", "day", "hour", "minute"] {
        set(name, &"numeric".into()).ok()?;
    }
    set("weekday", &"short".into()).ok()?;
    set("hourCycle", &"h23".into()).ok()?;
    set("timeZone", &zone.into()).ok()?;
    let locales = Array::of1(&"en-GB".into());
    let format = Intl::DateTimeFormat::new(&locales, &options);
    let parts = format.format_to_parts(&Date::new(&JsValue::from_f64(at as f64 / 1000.0)));
    let text = |part: &JsValue, name: &str| {
        let value = Reflect::get(part, &name.into()).ok();
        value
            .and_then(|value| value.as_string())
            .unwrap_or_default()
    };
    let parts: Vec<_> = parts
        .unchecked_into::<Array>()
        .iter()
        .map(|part| (text(&part, "type"), text(&part, "value")))
        .collect();
    let part = |name: &str| {
        let found = parts.iter().find(|(kind, _)| kind == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let number = |name: &str| part(name).parse::<u8>().ok();
    Some(OnTheWall {
        year: part("year").parse().ok()?,
        month: number("month")?,
        day: number("day")?,
        weekday: weekday(part("weekday"))?,
        time: format!("{:02}:{:02}", number("hour")?, number("minute")?),
    })
}

fn weekday(short: &str) -> Option<u8> {
    let at = WEEKDAYS.iter().position(|name| *name == short)?;
    u8::try_from(at + 1).ok()
}

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
