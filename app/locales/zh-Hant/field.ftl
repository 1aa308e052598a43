# What is wrong in a field, and how to mend it.
fault-choose = 請選一項。
fault-empty = 這裡還沒有填。
fault-too-long = 太長了，請縮短到 { $n } 個字以內。
fault-phone-shape = 請填寫電話號碼，只用數字，例如 138 0013 8000。
fault-phone-short = 號碼少了幾位，請再核對一下。例如 138 0013 8000。
fault-phone-long = 號碼多了幾位，請再核對一下。例如 138 0013 8000。
fault-phone-area = 市話請加上區碼，例如北京是 010。
fault-phone-unknown = 沒有這樣的號碼，請再核對一下。境外號碼以 + 和國家（地區）代碼開頭。
fault-email-shape = 請填寫完整的電子郵件地址，例如 name@example.com。
fault-date-shape = 請填寫日期，例如 2026-11-20。
fault-date-future = 這一天還沒到，請選今天或更早的日期。
fault-date-old = 這是一年多以前，請再核對一下日期。
fault-line-or-address = 號碼和地址，請至少填一個。
fault-reference-shape = 編號是 11 位英文字母和數字，例如 7KM3P-9XQ4T-B，請對照受理單再看一下。
