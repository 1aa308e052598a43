# What is wrong now, and what was mended lately.
status-title = Current faults
status-none = We know of no faults at the moment.
status-open = Being fixed
status-over = Fixed
status-since = Since { $when }.
status-ended = Working again since { $when }.
status-no-estimate = We cannot say yet when it will work again.
status-report = Something else is wrong? Report it
