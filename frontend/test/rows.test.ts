import { describe, expect, it } from 'vitest'
import { headingOf, sameRows, wholeState, type Rows } from '@/panel/rows'

const OWN: Rows = { kind: 'units', occupancy: 'OCCUPIED', basis: 'OWN' }

describe('the rows behind a number', () => {
  it('are a whole state only while nothing narrows them', () => {
    expect(wholeState({ kind: 'units', occupancy: 'OCCUPIED' })).toBe('OCCUPIED')
    expect(wholeState(OWN)).toBeNull()
    expect(wholeState({ kind: 'units', occupancy: null, contradiction: true })).toBeNull()
    expect(wholeState({ kind: 'organisations' })).toBeNull()
  })

  it('of two bases are two lists', () => {
    expect(sameRows(OWN, { ...OWN })).toBe(true)
    expect(sameRows(OWN, { ...OWN, basis: 'RENTED' })).toBe(false)
    expect(sameRows(OWN, { kind: 'units', occupancy: 'OCCUPIED' })).toBe(false)
  })

  it('have each a heading', () => {
    expect(headingOf({ kind: 'organisations' })).toBe('rows.organisations')
    expect(headingOf({ kind: 'buildings', withoutUnits: true })).toBe('rows.buildingsWithoutUnits')
  })
})
