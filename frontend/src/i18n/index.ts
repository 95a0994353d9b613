// The languages of the page. Chinese is the first and the one everything falls back to.
import { createI18n } from 'vue-i18n'
import en from './en'
import zhCN from './zh-CN'

export const LANGUAGES = [
  { code: 'zh-CN', name: zhCN.language },
  { code: 'en', name: en.language },
] as const

type Language = (typeof LANGUAGES)[number]['code']

const STORE = 'shuangshi.language'

const dates = { long: { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' }, exact: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' } } as const

/** By name a formatter is kept; without one each number makes its own, which what is drawn with every move of a hand cannot wait for. */
const numbers = { whole: { maximumFractionDigits: 0 } } as const

export const i18n = createI18n({
  legacy: false,
  locale: stored(),
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en },
  datetimeFormats: { 'zh-CN': dates, en: dates },
  numberFormats: { 'zh-CN': numbers, en: numbers },
})

export function setLanguage(code: Language): void {
  i18n.global.locale.value = code
  document.documentElement.lang = code
  localStorage.setItem(STORE, code)
}

function stored(): Language {
  const found = LANGUAGES.find(({ code }) => code === localStorage.getItem(STORE))
  const code = found?.code ?? 'zh-CN'
  document.documentElement.lang = code
  return code
}
