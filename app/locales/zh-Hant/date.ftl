# Instants as people say them. The time is always of 24 hours.
date-moment = { $year }年{ $month }月{ $day }日（{ $weekday }）{ $time }

date-monday = 週一
date-tuesday = 週二
date-wednesday = 週三
date-thursday = 週四
date-friday = 週五
date-saturday = 週六
date-sunday = 週日

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
