# 门口的笑脸评价。
tap-faces = 请按符合您感受的表情
tap-thanks = 谢谢！您选了：{ $word }
tap-why = 说说原因
tap-be-heard = 希望得到答复
tap-told = 谢谢，我们会认真改进。
tap-unkept = 现在无法保存，请告诉柜台的同事。
