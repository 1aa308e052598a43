// The languages a customer can choose, and what their browser asks for.

export const languages = [
  { tag: "en", locale: "en-GB" },
  { tag: "zh-Hans", locale: "zh-CN" },
  { tag: "zh-Hant", locale: "zh-TW" },
];
