# Instants as people say them. The time is always of 24 hours.
date-moment = { $year }年{ $month }月{ $day }日（{ $weekday }）{ $time }

date-monday = 周一
date-tuesday = 周二
date-wednesday = 周三
date-thursday = 周四
date-friday = 周五
date-saturday = 周六
date-sunday = 周日

date-january = 1
date-february = 2
date-march = 3
date-april = 4
date-may = 5
date-june = 6
date-july = 7
date-august = 8
date-september = 9
date-october = 10
date-november = 11
date-december = 12
