# What is wrong in a field, and how to mend it.
fault-choose = 请选一项。
fault-empty = 这里还没有填。
fault-too-long = 太长了，请缩短到 { $n } 个字以内。
fault-phone-shape = 请填写电话号码，只用数字，例如 138 0013 8000。
fault-phone-short = 号码少了几位，请再核对一下。例如 138 0013 8000。
fault-phone-long = 号码多了几位，请再核对一下。例如 138 0013 8000。
fault-phone-area = 固定电话请加上区号，例如北京是 010。
fault-phone-unknown = 没有这样的号码，请再核对一下。境外号码以 + 和国家（地区）代码开头。
fault-email-shape = 请填写完整的邮箱地址，例如 name@example.com。
fault-date-shape = 请填写日期，例如 2026-11-20。
fault-date-future = 这一天还没到，请选今天或更早的日期。
fault-date-old = 这是一年多以前，请再核对一下日期。
fault-line-or-address = 号码和地址，请至少填一个。
fault-reference-shape = 编号是 11 位字母和数字，例如 7KM3P-9XQ4T-B，请对照受理单再看一下。
