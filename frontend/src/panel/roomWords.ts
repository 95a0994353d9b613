// Words of a unit that the register keeps as codes or short texts.
import { useI18n } from 'vue-i18n'
import type { ChartUnit } from '@/api/types'

/** 无: how exchange files write a part of an address that does not exist. */
const NONE = /^\u65e0?$/u

/** Entrance and room, without those that are missing. */
export function roomWords(unit: Pick<ChartUnit, 'entrance' | 'room'>): string[] {
  return [unit.entrance?.name, unit.room].filter((part): part is string => typeof part === 'string' && !NONE.test(part))
}

/** The translation of a code if there is one, else the text as it stands. */
export function useWords(): (group: string, word: string | null | undefined) => string {
  const { t, te } = useI18n()
  return (group, word) => {
    if (!word) return ''
    return te(`${group}.${word}`) ? t(`${group}.${word}`) : word
  }
}
