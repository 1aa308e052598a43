# 門口的笑臉評價。
tap-faces = 請按符合您感受的表情
tap-thanks = 謝謝！您選了：{ $word }
tap-why = 說說原因
tap-be-heard = 希望得到答覆
tap-told = 謝謝，我們會認真改進。
tap-unkept = 現在無法保存，請告訴櫃檯的服務人員。
