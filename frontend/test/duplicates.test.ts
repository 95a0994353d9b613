import { describe, expect, it } from 'vitest'
import type { MergePreview } from '@/api/duplicates'
import { isTelling, mainsOf, unanswered } from '@/thing/duplicates'

describe('whom somebody types in', () => {
  it('is asked for once it tells: a document, or a name with a birth date', () => {
    expect(isTelling({})).toBe(false)
    expect(isTelling({ name: '王强' })).toBe(false)
    expect(isTelling({ documentNumber: '11010519491231002X' }), 'of no kind').toBe(false)
    expect(isTelling({ documentType: 'CITIZEN_ID', documentNumber: '1101' })).toBe(false)
    expect(isTelling({ documentType: 'CITIZEN_ID', documentNumber: '11010519491231002X' })).toBe(true)
    expect(isTelling({ name: '王强', birthDate: '1980-01-01' })).toBe(true)
    expect(isTelling({ name: ' ', birthDate: '1980-01-01' })).toBe(false)
  })
})

describe('two persons made one', () => {
  const preview: MergePreview = {
    etag: '"1-1"',
    intoEtag: '"2-1"',
    fields: [
      { field: 'name', said: '甲', into: '甲', undecided: false },
      { field: 'phone', said: '1', into: '2', undecided: true },
      { field: 'sex', said: 'MALE', into: 'FEMALE', undecided: true },
    ],
    mains: [{ from: '2026-01-01', to: null, unit: 7, intoUnit: 8 }],
    residences: 1,
    tenancies: 0,
  }

  it('wait until every difference is answered', () => {
    expect(unanswered(preview, {}, [])).toBe(3)
    expect(unanswered(preview, { phone: 'THIS' }, [null])).toBe(2)
    expect(unanswered(preview, { phone: 'THIS', sex: 'INTO' }, [8])).toBe(0)
  })

  it('send the main units in the order they were asked for, each once', () => {
    expect(mainsOf([8, null, 7, 8])).toEqual([8, 7])
  })
})
