# Instants as people say them. The time is always of 24 hours.
date-moment = { $weekday } { $day } { $month } { $year }, { $time }

date-monday = Mon
date-tuesday = Tue
date-wednesday = Wed
date-thursday = Thu
date-friday = Fri
date-saturday = Sat
date-sunday = Sun

date-january = Jan
date-february = Feb
date-march = Mar
date-april = Apr
date-may = May
date-june = Jun
date-july = Jul
date-august = Aug
date-september = Sep
date-october = Oct
date-november = Nov
date-december = Dec
