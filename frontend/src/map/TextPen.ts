// Writes names with a halo where there is room, and marks the room as taken.
import type { TakenSpace } from './collision'
import type { Glyph } from './alongLine'
import { FONT, HALO } from './theme'
import type { ViewFrame } from './ViewCanvas'

export interface TextStyle {
  readonly font: string
  /** Height of the letters in CSS pixels. */
  readonly size: number
  readonly colour: string
  /** Width of the light edge around the letters. */
  readonly halo: number
  readonly spacing?: number
}

const GAP = 3

export class TextPen {
  private readonly context: CanvasRenderingContext2D
  private readonly widths = new Map<string, number>()

  constructor(
    private readonly frame: ViewFrame,
    private readonly space: TakenSpace,
  ) {
    this.context = frame.context
    this.context.textAlign = 'center'
    this.context.textBaseline = 'middle'
    this.context.lineJoin = 'round'
  }

  /** Positions here and below are world pixels. Answers whether there was room. */
  write(text: string, worldX: number, worldY: number, style: TextStyle): boolean {
    const [x, y] = this.place(worldX, worldY)
    if (text === '' || !this.isNear(x, y)) return false
    const width = this.widthOf(text, style.font, style.spacing ?? 0)
    const box = { minX: x - width / 2 - GAP, maxX: x + width / 2 + GAP, minY: y - style.size / 2 - GAP, maxY: y + style.size / 2 + GAP }
    if (!this.space.takeAll([box])) return false
    this.ink(text, x, y, style)
    return true
  }

  writeAlong(glyphs: readonly Glyph[], style: TextStyle): boolean {
    const half = style.size / 2 + 1
    const placed = glyphs.map((glyph) => {
      const [x, y] = this.place(glyph.x, glyph.y)
      return { ...glyph, x, y }
    })
    if (!placed.some(({ x, y }) => this.isNear(x, y))) return false
    if (!this.space.takeAll(placed.map(({ x, y }) => ({ minX: x - half, maxX: x + half, minY: y - half, maxY: y + half })))) return false
    // All edges first, or the edge of one letter would cover its neighbour.
    for (const edge of [true, false]) {
      for (const { text, x, y, turn } of placed) {
        this.context.save()
        this.context.translate(x, y)
        this.context.rotate(turn)
        this.ink(text, 0, 0, style, edge ? 'edge' : 'letters')
        this.context.restore()
      }
    }
    return true
  }

  lettersOf(text: string, font: string, spacing: number): { text: string; advance: number }[] {
    return Array.from(text, (letter) => ({ text: letter, advance: this.widthOf(letter, font, 0) + spacing }))
  }

  /** A round badge with a letter, and the name beside it: right, else left, else below, else none of both. */
  badge(letter: string, name: string, worldX: number, worldY: number, colour: string): boolean {
    const [x, y] = this.place(worldX, worldY)
    if (!this.isNear(x, y)) return false
    const radius = 8
    const style: TextStyle = { font: `500 11px ${FONT}`, size: 11, colour, halo: 3 }
    const width = this.widthOf(name, style.font, 0)
    const round = { minX: x - radius - 1, maxX: x + radius + 1, minY: y - radius - 1, maxY: y + radius + 1 }
    if (!this.space.isFree(round)) return false
    const places = [
      { cx: x + radius + 4 + width / 2, cy: y },
      { cx: x - radius - 4 - width / 2, cy: y },
      { cx: x, cy: y + radius + 9 },
    ]
    for (const { cx, cy } of places) {
      const box = { minX: cx - width / 2 - 1, maxX: cx + width / 2 + 1, minY: cy - 7, maxY: cy + 7 }
      if (!this.space.takeAll([round, box])) continue
      const { context } = this
      context.beginPath()
      context.arc(x, y, radius, 0, Math.PI * 2)
      context.fillStyle = colour
      context.fill()
      context.strokeStyle = '#fff'
      context.lineWidth = 1.5
      context.stroke()
      context.font = `500 10px ${FONT}`
      context.fillStyle = '#fff'
      context.fillText(letter, x, y + 0.5)
      this.ink(name, cx, cy, style)
      return true
    }
    return false
  }

  /** A small pill with a number. */
  tag(text: string, worldX: number, worldY: number, colours: { paper: string; ink: string; edge: string }): boolean {
    const [x, y] = this.place(worldX, worldY)
    if (!this.isNear(x, y)) return false
    const font = `700 11px ${FONT}`
    const half = Math.max(9, this.widthOf(text, font, 0) / 2 + 5)
    const box = { minX: x - half, maxX: x + half, minY: y - 8, maxY: y + 8 }
    if (!this.space.takeAll([box])) return false
    const { context } = this
    context.beginPath()
    context.roundRect(x - half, y - 8, half * 2, 16, 8)
    context.fillStyle = colours.paper
    context.fill()
    context.strokeStyle = colours.edge
    context.lineWidth = 1.5
    context.stroke()
    context.font = font
    context.fillStyle = colours.ink
    context.fillText(text, x, y + 0.5)
    return true
  }

  private place(worldX: number, worldY: number): [number, number] {
    return [worldX + this.frame.dx, worldY + this.frame.dy]
  }

  private isNear(x: number, y: number): boolean {
    return x > -40 && y > -20 && x < this.frame.width + 40 && y < this.frame.height + 20
  }

  private widthOf(text: string, font: string, spacing: number): number {
    const key = `${font}|${text}`
    let width = this.widths.get(key)
    if (width === undefined) {
      this.context.font = font
      width = this.context.measureText(text).width
      this.widths.set(key, width)
    }
    return width + spacing * Math.max(0, Array.from(text).length - 1)
  }

  private ink(text: string, x: number, y: number, style: TextStyle, only?: 'edge' | 'letters'): void {
    const { context } = this
    context.font = style.font
    context.letterSpacing = `${style.spacing ?? 0}px`
    if (only !== 'letters') {
      context.strokeStyle = HALO
      context.lineWidth = style.halo
      context.strokeText(text, x, y)
    }
    if (only !== 'edge') {
      context.fillStyle = style.colour
      context.fillText(text, x, y)
    }
    context.letterSpacing = '0px'
  }
}
