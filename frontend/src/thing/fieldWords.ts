// What a field holds, in words.
import { useI18n } from 'vue-i18n'
import { useWords } from '@/panel/roomWords'
import { typedText } from './draft'
import type { Field, ThingWord } from './kinds'

export function useFieldWords() {
  const { t } = useI18n()
  const known = useWords()

  /** The kind's name, or that of one of its fields. */
  const nameOf = (kind: ThingWord, field?: Field) => t(`thing.${kind}.${field?.name ?? 'label'}`)

  function valueOf(field: Field, value: unknown, labels: Readonly<Record<string, string>> = {}): string {
    if (value === null || value === undefined || value === '') return t('record.nothing')
    switch (field.type) {
      case 'WORD':
        return known(field.group, typedText(value))
      case 'FLAG':
        return t(value === true ? 'record.yes' : 'record.no')
      case 'LIST':
        return (value as string[]).join(t('rows.separator'))
      case 'REFERENCE':
        return labels[field.name] ?? t('record.number', { id: typedText(value) })
      case 'POINT':
      case 'LINE':
      case 'AREA':
      case 'SHAPE':
        return t('record.shape')
      default:
        return typedText(value)
    }
  }

  return { nameOf, valueOf }
}
