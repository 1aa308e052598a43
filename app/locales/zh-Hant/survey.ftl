# A short survey: walked up to, or asked when a case is closed.
survey-reason-hint = 不想說可以不選。
survey-words-hint = 好的、不好的都可以說。請不要寫密碼或證件號碼。
survey-words-why = 您的回答用來改進服務，只有負責改進的同事看得到。
survey-send = 送出
survey-thanks-title = 謝謝您
survey-thanks-lead = 您說的我們收到了。大家的意見合在一起，決定我們先改什麼。
