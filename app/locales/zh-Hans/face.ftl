# What is said on every page.
face-skip = 跳到主要内容
