import { describe, expect, it } from 'vitest'
import { fitted } from '../src/photo/shrink'

describe('a photo as it is sent', () => {
  it('is no longer than 1600 points and keeps its shape', () => {
    expect(fitted(4000, 3000)).toEqual({ width: 1600, height: 1200 })
    expect(fitted(3000, 4000)).toEqual({ width: 1200, height: 1600 })
  })
  it('is not enlarged', () => {
    expect(fitted(640, 480)).toEqual({ width: 640, height: 480 })
  })
  it('keeps a line of points', () => {
    expect(fitted(5000, 1)).toEqual({ width: 1600, height: 1 })
  })
})
