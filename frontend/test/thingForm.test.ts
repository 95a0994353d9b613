import { describe, expect, it } from 'vitest'
import { isCreditCode, isDay, readCitizenId } from '@/thing/codes'
import { changed, faultsOf, readTyped } from '@/thing/draft'
import { KINDS, type Field, type ThingWord } from '@/thing/kinds'
import { merged, mergeRows, undecided } from '@/thing/merge'

const field = (kind: ThingWord, name: string) => KINDS[kind].find((each) => each.name === name) as Field
const keys = (faults: Record<string, { key: string }>) => Object.fromEntries(Object.entries(faults).map(([name, { key }]) => [name, key]))

describe('codes that prove themselves', () => {
  it.each(['11010519491231002X', '34052419800101001X', '440524188001010014'])('%s is a citizen id', (id) => expect(readCitizenId(id)?.number).toBe(id))
  it.each(['11010519491231002x ', ' 34052419800101001X'])('%j is read as people type it', (id) => expect(readCitizenId(id)?.number).toBe(id.trim().toUpperCase()))
  it.each(['110105194912310021', '11010519490231002X', '1101051949123100', '', 'ABC'])('%j is none', (id) => expect(readCitizenId(id)).toBeNull())
  it('upgrades 15 digits and tells birth date and sex', () => {
    expect(readCitizenId('110105491231002')).toEqual({ number: '11010519491231002X', birthDate: '1949-12-31', sex: 'FEMALE' })
    expect(readCitizenId('440524188001010014')?.sex).toBe('MALE')
  })
  it('reads credit codes by GB 32100', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    for (const wrong of ['91350100M000100Y44', '91350100I000100Y43', '91350100M000100Y4', '']) expect(isCreditCode(wrong), wrong).toBe(false)
  })
  it('knows the days of the calendar', () => {
    expect(['2024-02-29', '2026-12-31'].every(isDay)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '2026-1-1', 'today'].some(isDay)).toBe(false)
  })
})

describe('what is being written', () => {
  it('is read by the type of its field', () => {
    expect(readTyped(field('building', 'floors'), ' 12 ')).toBe(12)
    expect(readTyped(field('building', 'floors'), '12.5')).toBe('12.5')
    expect(readTyped(field('unit', 'areaM2'), '88.6')).toBe(88.6)
    expect(readTyped(field('estate', 'aliases'), '一村； 老一村;')).toEqual(['一村', '老一村'])
    expect(readTyped(field('unit', 'room'), '  ')).toBeNull()
  })

  it('is only what differs from what is held', () => {
    expect(changed('unit', { room: '301', areaM2: 88 }, { room: '301', areaM2: 92, use: null })).toEqual({ areaM2: 92 })
    // What a masked field holds is not known here: touched, it is sent.
    expect(changed('person', { phone: '111****7810' }, { phone: null })).toEqual({ phone: null })
  })

  it('is checked as it is typed', () => {
    expect(keys(faultsOf('unit', null, { floor: '二', room: '302' }))).toEqual({ building: 'edit.fault.missing', floor: 'edit.fault.whole', use: 'edit.fault.missing' })
    expect(faultsOf('unit', { floor: 3, room: '302' }, { areaM2: 90 })).toEqual({})
    expect(keys(faultsOf('unit', { room: '302' }, { room: null }))).toEqual({ room: 'edit.fault.missing' })
    expect(keys(faultsOf('organisation', {}, { creditCode: '91350100M000100Y44' }))).toEqual({ creditCode: 'edit.fault.creditCode' })
  })

  it('agrees with the citizen id', () => {
    const held = { name: '王芳', sex: 'FEMALE', documentType: 'CITIZEN_ID', documentNumber: '110***********002X', birthDate: '1949-**-**' }
    expect(faultsOf('person', held, { name: '王方' }), 'what is masked proves nothing').toEqual({})
    expect(faultsOf('person', held, { documentNumber: '11010519491231002X' })).toEqual({})
    expect(keys(faultsOf('person', held, { documentNumber: '110105194912310021' }))).toEqual({ documentNumber: 'edit.fault.citizenId' })
    expect(keys(faultsOf('person', held, { documentNumber: '11010519491231002X', birthDate: '1949-12-30', sex: 'MALE' }))).toEqual({ birthDate: 'edit.fault.birthDate', sex: 'edit.fault.sex' })
    expect(keys(faultsOf('person', { name: '王芳' }, { documentNumber: 'E1' }))).toEqual({ documentType: 'edit.fault.documentType' })
    expect(faultsOf('person', held, { documentType: 'PASSPORT', documentNumber: 'E12345678' })).toEqual({})
  })
})

describe('two people wrote', () => {
  const before = { room: '301', areaM2: 88, use: 'DWELLING' }
  const theirs = { room: '301A', areaM2: 90, use: 'DWELLING' }
  const draft = { areaM2: 92, use: 'OFFICE' }
  const rows = mergeRows('unit', before, draft, theirs)

  it('shows every field that either touched, and where they disagree', () => {
    expect(rows.map((row) => [row.field.name, row.isConflict])).toEqual([['room', false], ['use', false], ['areaM2', true]])
    expect(undecided(rows, {})).toBe(1)
    expect(undecided(rows, { areaM2: 'theirs' })).toBe(0)
  })

  it('sends my word where I chose it or nobody else wrote', () => {
    expect(merged(rows, draft, { areaM2: 'mine' })).toEqual({ areaM2: 92, use: 'OFFICE' })
    expect(merged(rows, draft, { areaM2: 'theirs' })).toEqual({ use: 'OFFICE' })
  })

  it('is no conflict to have written the same', () => {
    const same = mergeRows('unit', before, { areaM2: 90 }, theirs)
    expect(undecided(same, {})).toBe(0)
    expect(merged(same, { areaM2: 90 }, {})).toEqual({})
  })

  it('asks about a masked field that the service says was changed', () => {
    const held = { phone: '111****7810' }
    expect(mergeRows('person', held, { phone: '11100001111' }, held, ['phone'])[0]?.isConflict).toBe(true)
    expect(mergeRows('person', held, { phone: '11100001111' }, held, [])[0]?.isConflict).toBe(false)
  })
})
