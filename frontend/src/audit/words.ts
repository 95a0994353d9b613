// Entries of the log in words: what was done, and to what.
import { useI18n } from 'vue-i18n'
import type { LogEvent } from '@/api/audit'

/** `person.viewed` is kept under `event.person_viewed`. */
const key = (word: string) => word.replace(/[.-]/g, '_')

export function useEventWords() {
  const { t, te } = useI18n()

  function what({ what: word }: LogEvent): string {
    return te(`event.${key(word)}`) ? t(`event.${key(word)}`) : word
  }

  /** `grid:310101002003012` as 网格 310101002003012. */
  function target({ target: text }: LogEvent): string {
    const [kind = '', ...rest] = text.split(':')
    const known = te(`eventTarget.${kind}`) ? t(`eventTarget.${kind}`) : kind
    return [known, rest.join(':')].filter(Boolean).join(' ')
  }

  function detail({ detail: given }: LogEvent): string {
    return Object.entries(given)
      .map(([name, value]) => `${te(`eventDetail.${name}`) ? t(`eventDetail.${name}`) : name} ${te(`eventPart.${value}`) ? t(`eventPart.${value}`) : value}`)
      .join(' · ')
  }

  return { what, target, detail }
}
