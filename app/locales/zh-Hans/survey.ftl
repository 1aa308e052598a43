# A short survey: walked up to, or asked when a case is closed.
survey-reason-hint = 不想说可以不选。
survey-words-hint = 好的、不好的都可以说。请不要写密码或证件号码。
survey-words-why = 您的回答用来改进服务，只有负责改进的同事能看到。
survey-send = 提交
survey-thanks-title = 谢谢您
survey-thanks-lead = 您说的我们收到了。大家的意见合在一起，决定我们先改什么。
