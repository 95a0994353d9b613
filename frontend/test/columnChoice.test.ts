import { describe, expect, it } from 'vitest'
import type { FileColumn, FileField } from '@/api/importColumns'
import { assign, inOrder, missingFields, placeTrouble, settledFields, sureness } from '@/intake/columnChoice'

const column = (header: string, field: string | null, how: FileColumn['how']): FileColumn => ({ header, field, how, confidence: 0.9, reason: '', sample: [], masked: false })
const field = (name: string, required: boolean): FileField => ({ name, label: name, required, words: [] })

const [note, use, name, storeys] = [column('备注', null, null), column('用途', 'use', 'NAMED'), column('楼号?', 'name', null), column('CS', 'floors', 'GUESSED')] as const
const columns = [note, use, name, storeys]
const fields = [field('name', true), field('use', false), field('floors', false)]

describe('columns that are being chosen', () => {
  const chosen = settledFields(columns)

  it('takes what is settled and leaves proposals open', () => expect(chosen).toEqual({ 备注: '', 用途: 'use', '楼号?': '', CS: 'floors' }))

  it('tells which required fields have no column', () => {
    expect(missingFields(chosen, fields).map((each) => each.name)).toEqual(['name'])
    expect(missingFields(assign(chosen, '楼号?', 'name'), fields)).toEqual([])
  })

  it('gives a field to one column alone', () => expect(assign(chosen, '备注', 'use')).toEqual({ 备注: 'use', 用途: '', '楼号?': '', CS: 'floors' }))

  it('lets several columns be nothing', () => expect(assign(assign(chosen, '用途', ''), 'CS', '')).toEqual({ 备注: '', 用途: '', '楼号?': '', CS: '' }))

  it('puts what required fields wait for on top, and what is nothing last', () =>
    expect(inOrder(columns, chosen, fields).map((each) => each.header)).toEqual(['楼号?', '用途', 'CS', '备注']))

  it('wants a geometry whole and of one place', () => {
    const places = ['lon', 'lat', 'wkt'].map((name) => field(name, false))
    const trouble = (names: string[]) => placeTrouble(Object.fromEntries(names.map((name, at) => [`列${at}`, name])), places)
    expect(trouble(['name', ''])).toBeNull()
    expect(trouble(['lon', 'lat'])).toBeNull()
    expect(trouble(['wkt'])).toBeNull()
    expect(trouble(['', 'lat'])).toBe('half')
    expect(trouble(['lon', 'lat', 'wkt'])).toBe('twice')
    expect(trouble(['lon', 'wkt'])).toBe('twice')
    expect(placeTrouble({ 甲: 'lon' }, fields), 'of a file with its own geometry').toBeNull()
  })

  it('says how sure each is', () => {
    expect(columns.map((each) => sureness(each, chosen))).toEqual(['none', 'sure', 'open', 'likely'])
    expect(sureness(name, assign(chosen, '楼号?', 'name'))).toBe('sure')
    expect(sureness(use, assign(chosen, '用途', ''))).toBe('none')
    expect(sureness(note, assign(chosen, '备注', 'use'))).toBe('sure')
  })
})
