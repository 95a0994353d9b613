// A unit in one sentence: for screen readers, for the text beside the chart.
import { useI18n } from 'vue-i18n'
import type { ChartUnit } from '@/api/types'
import { useWords } from '@/panel/roomWords'

export function useUnitWords() {
  const { t } = useI18n()
  const known = useWords()

  function sentence(unit: ChartUnit): string {
    return [
      unit.room,
      unit.occupancy ? t(`state.${unit.occupancy}`) : t('unit.uncounted'),
      unit.basis ? t(`basis.${unit.basis}`) : '',
      unit.people ? t('unit.people', { count: unit.people }) : '',
      unit.contradiction ? t('unit.contradiction') : '',
      unit.hint ? t('unit.likelyEmpty') : '',
      unit.evidence ? `${t(`evidence.${unit.evidence.kind}`)} ${unit.evidence.date} ${t(`age.${unit.evidence.age}`)}` : '',
      useOf(unit),
      unit.areaM2 !== null ? t('unit.area', { area: unit.areaM2 }) : '',
    ]
      .filter(Boolean)
      .join(t('unit.separator'))
  }

  function useOf(unit: ChartUnit): string {
    return known('unitUse', unit.use)
  }

  return { sentence, useOf }
}
