import { describe, expect, it } from 'vitest'
import { bodyOf, deedsOf, leftBehind, obstacleOf, type DeedState, type Member } from '@/thing/deeds'

const members: Member[] = [
  { person: 1, name: '王强', relation: 'HEAD' },
  { person: 2, name: '李芳', relation: 'SPOUSE' },
  { person: 3, name: '王小明', relation: 'CHILD' },
]
const state = (over: Partial<DeedState> = {}): DeedState => ({ draft: {}, leaving: [], head: null, newHead: null, ...over })

describe('what becomes of people', () => {
  it('is asked of households and persons alone', () => {
    expect(deedsOf('household')).toHaveLength(4)
    expect(deedsOf('person')).toHaveLength(4)
    expect(deedsOf('unit')).toEqual([])
  })

  it('asks for a unit to move to', () => {
    expect(obstacleOf('household.move', members, state(), null)).toBe('deed.obstacle.fields')
    const ready = state({ draft: { unit: 7 } })
    expect(obstacleOf('household.move', members, ready, null)).toBe('')
    expect(bodyOf('household.move', members, ready, null)).toEqual({ unit: 7 })
  })

  it('splits off some, with a head, and leaves nobody without one', () => {
    const say = (over: Partial<DeedState>) => obstacleOf('household.split', members, state(over), null)
    expect(say({})).toBe('deed.obstacle.nobody')
    expect(say({ leaving: [1, 2, 3], head: 1 })).toBe('deed.obstacle.everybody')
    expect(say({ leaving: [3] })).toBe('deed.obstacle.head')
    expect(say({ leaving: [3], head: 2 }), 'a head who does not leave').toBe('deed.obstacle.head')
    expect(say({ leaving: [3], head: 3 })).toBe('')
    expect(say({ leaving: [1], head: 1 })).toBe('deed.obstacle.newHead')
    expect(say({ leaving: [1], head: 1, newHead: 1 }), 'a head who does not stay').toBe('deed.obstacle.newHead')
    expect(bodyOf('household.split', members, state({ leaving: [1], head: 1, newHead: 2, draft: { unit: null } }), null)).toEqual({ members: [1], head: 1, newHead: 2 })
    expect(bodyOf('household.split', members, state({ leaving: [3], head: 3, newHead: 2, draft: { unit: 9 } }), null)).toEqual({ members: [3], head: 3, unit: 9 })
  })

  it('asks who is head when the head goes, of one person as well', () => {
    expect(obstacleOf('person.die', members, state(), 2)).toBe('')
    expect(obstacleOf('person.die', members, state(), 1)).toBe('deed.obstacle.newHead')
    expect(bodyOf('person.leave', members, state({ newHead: 2 }), 1)).toEqual({ newHead: 2 })
    expect(bodyOf('person.leave', members, state({ newHead: 3 }), 2), 'the head stays head').toEqual({})
    expect(leftBehind('person.die', [{ person: 1, name: '', relation: 'HEAD' }], state(), 1).needsHead, 'nobody is left').toBe(false)
  })

  it('moves one person with how they live there', () => {
    const ready = state({ draft: { unit: 7, role: 'TENANT', relation: null } })
    expect(obstacleOf('person.move', members, ready, 2)).toBe('')
    expect(bodyOf('person.move', members, ready, 2)).toEqual({ residence: { unit: 7, role: 'TENANT' } })
  })
})
