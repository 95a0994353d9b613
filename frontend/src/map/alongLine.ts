// Sets a name along a road, letter by letter. Pure: widths come in, places come out.
//
// Han writing may stand upright on a steep road, read from top to bottom, as printed Chinese maps do; Latin may only turn.

export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Radians, clockwise. */
  readonly turn: number
}

/** No sharper bend between two letters: about 30 degrees. */
const MAX_BEND = 0.55

export function lengthOf(line: ArrayLike<number>): number {
  let length = 0
  for (let i = 2; i < line.length; i += 2) length += stepLength(line, i)
  return length
}

function stepLength(line: ArrayLike<number>, i: number): number {
  return Math.hypot((line[i] as number) - (line[i - 2] as number), (line[i + 1] as number) - (line[i - 1] as number))
}

/**
 * Places `letters` (text and advance in pixels) centred on the point at `middle` (pixels from the line's start).
 * Answers null where the line is too short there, or bends too sharply to be read.
 */
export function setAlong(
  line: ArrayLike<number>,
  letters: readonly { text: string; advance: number }[],
  middle: number,
  upright: boolean,
): Glyph[] | null {
  const width = letters.reduce((sum, { advance }) => sum + advance, 0)
  const start = middle - width / 2
  if (start < 0 || start + width > lengthOf(line)) return null

  const from = pointAt(line, start)
  const to = pointAt(line, start + width)
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const steep = upright && Math.abs(dy) > Math.abs(dx) * 1.2
  const backwards = steep ? dy < 0 : dx < 0

  const glyphs: Glyph[] = []
  let walked = backwards ? start + width : start
  let previous: number | null = null
  for (const { text, advance } of letters) {
    const place = pointAt(line, walked + (backwards ? -advance : advance) / 2)
    walked += backwards ? -advance : advance
    let turn = place.direction + (backwards ? Math.PI : 0)
    if (steep) turn -= Math.PI / 2
    turn = normalised(turn)
    if (previous !== null && Math.abs(normalised(turn - previous)) > MAX_BEND) return null
    previous = turn
    glyphs.push({ text, x: place.x, y: place.y, turn })
  }
  return glyphs
}

function pointAt(line: ArrayLike<number>, distance: number): { x: number; y: number; direction: number } {
  let left = distance
  for (let i = 2; i < line.length; i += 2) {
    const step = stepLength(line, i)
    if ((left <= step && step > 0) || i + 2 >= line.length) {
      const [x0, y0, x1, y1] = [line[i - 2], line[i - 1], line[i], line[i + 1]] as [number, number, number, number]
      const share = step > 0 ? left / step : 0
      return { x: x0 + (x1 - x0) * share, y: y0 + (y1 - y0) * share, direction: Math.atan2(y1 - y0, x1 - x0) }
    }
    left -= step
  }
  return { x: line[0] ?? 0, y: line[1] ?? 0, direction: 0 }
}

function normalised(angle: number): number {
  let turned = angle
  while (turned > Math.PI) turned -= 2 * Math.PI
  while (turned <= -Math.PI) turned += 2 * Math.PI
  return turned
}
