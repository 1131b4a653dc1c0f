//! The browser's clock and its random numbers.

use wasm_bindgen_futures::JsFuture;

use crate::domain::case::Writer;
use crate::domain::time::{Day, LocalTime};

/// Lets the browser draw and hear what is clicked, in the middle of long work.
pub async fn pause() {
    let wait = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&resolve);
        }
    });
    let _ = JsFuture::from(wait).await;
}

/// Now, in milliseconds since 1970 UTC.
pub fn now() -> i64 {
    js_sys::Date::now() as i64
}

/// A moment as a local time in the user's time zone.
pub fn local(millis: i64) -> LocalTime {
    let date = js_sys::Date::new(&(millis as f64).into());
    // getTimezoneOffset counts minutes west; it is NaN outside the years a date can be in.
    let west = date.get_timezone_offset();
    LocalTime::at(millis, if west.is_finite() { -(west as i32) } else { 0 })
}

/// Today in the user's time zone.
pub fn today() -> Day {
    local(now()).day
}

/// When a day begins in the user's time zone, in milliseconds since 1970 UTC.
pub fn start_of(day: Day) -> i64 {
    let month = i32::from(day.month) - 1;
    let year = u32::from(day.year);
    js_sys::Date::new_with_year_month_day(year, month, i32::from(day.day)).get_time() as i64
}

/// When a local time is in the user's time zone, in milliseconds since 1970 UTC.
pub fn moment(time: LocalTime) -> i64 {
    let minutes = i64::from(time.hour) * 60 + i64::from(time.minute);
    let date = js_sys::Date::new(&(start_of(time.day) as f64).into());
    // By the clock, not by what has passed since midnight: a day may have 23 hours or 25.
    date.set_hours((minutes / 60) as u32);
    date.set_minutes((minutes % 60) as u32);
    date.get_time() as i64
}

/// A writer that nobody else is; `getRandomValues` works on plain http too.
pub fn new_writer() -> Writer {
    let mut bytes = [0_u8; 8];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if drawn.is_none() {
        // No source of randomness: the clock and the page's age together are the next best.
        bytes = ((now() as u64) << 20 ^ (js_sys::Math::random() * 1e9) as u64).to_le_bytes();
    }
    Writer::new(u64::from_le_bytes(bytes))
}
