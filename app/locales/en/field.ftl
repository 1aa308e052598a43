# What is wrong in a field, and how to mend it.
fault-choose = Choose one of these.
fault-empty = Please fill this in.
fault-too-long =
    { $n ->
        [one] This is too long. Please use one character at most.
       *[other] This is too long. Please use { $n } characters at most.
    }
fault-phone-shape = Enter a phone number in digits, for example 138 0013 8000.
fault-phone-short = Some digits are missing. Check the number, for example 138 0013 8000.
fault-phone-long = There are too many digits. Check the number, for example 138 0013 8000.
fault-phone-area = A landline needs its area code, for example 010 for Beijing.
fault-phone-unknown = There is no such number. Check it. A number from abroad starts with + and its country code.
fault-email-shape = Enter a full e-mail address, for example name@example.com.
fault-date-shape = Enter a date, for example 2026-11-20.
fault-date-future = That day has not come yet. Choose today or an earlier day.
fault-date-old = That is more than a year ago. Please check the date.
fault-line-or-address = Enter a number or an address. One of them is enough.
fault-reference-shape = A reference has 11 letters and digits, for example 7KM3P-9XQ4T-B. Please compare it with your receipt.
