// Writes names with a halo where there is room, and marks the room as taken.
import type { TakenSpace } from './collision'
import type { Glyph } from './alongLine'
import { FONT, HALO } from './theme'
import type { ViewFrame } from './ViewCanvas'

export interface TextStyle {
  readonly weight: 500 | 600 | 700
  readonly italic?: true
  /** Height of the letters in CSS pixels, before the page's own enlargement. */
  readonly size: number
  readonly colour: string
  /** Width of the light edge around the letters. */
  readonly halo: number
  readonly spacing?: number
}

const GAP = 3

/** The page's root size for which the sizes here are chosen; a wall screen has a larger one, see base.css. */
const USUAL_ROOT = 15

export class TextPen {
  /** How much larger than on a desk everything is written. */
  readonly enlarged: number

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
    this.enlarged = parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_ROOT
  }

  /** Positions here and below are world pixels. Answers whether there was room. */
  write(text: string, worldX: number, worldY: number, style: TextStyle): boolean {
    const [x, y] = this.place(worldX, worldY)
    if (text === '' || !this.isNear(x, y)) return false
    const width = this.widthOf(text, style)
    const height = style.size * this.enlarged
    const box = { minX: x - width / 2 - GAP, maxX: x + width / 2 + GAP, minY: y - height / 2 - GAP, maxY: y + height / 2 + GAP }
    if (!this.space.takeAll([box])) return false
    this.ink(text, x, y, style)
    return true
  }

  writeAlong(glyphs: readonly Glyph[], style: TextStyle): boolean {
    const half = (style.size * this.enlarged) / 2 + 1
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

  lettersOf(text: string, style: TextStyle): { text: string; advance: number }[] {
    return Array.from(text, (letter) => ({ text: letter, advance: this.widthOf(letter, style) + this.spacingOf(style) }))
  }

  /** A round badge with a letter, and the name beside it: right, else left, else below, else none of both. */
  badge(letter: string, name: string, worldX: number, worldY: number, colour: string): boolean {
    const [x, y] = this.place(worldX, worldY)
    if (!this.isNear(x, y)) return false
    const radius = 8 * this.enlarged
    const style: TextStyle = { weight: 500, size: 11, colour, halo: 3 }
    const width = this.widthOf(name, style)
    const round = { minX: x - radius - 1, maxX: x + radius + 1, minY: y - radius - 1, maxY: y + radius + 1 }
    if (!this.space.isFree(round)) return false
    const places = [
      { cx: x + radius + 4 + width / 2, cy: y },
      { cx: x - radius - 4 - width / 2, cy: y },
      { cx: x, cy: y + radius + 9 * this.enlarged },
    ]
    for (const { cx, cy } of places) {
      const box = { minX: cx - width / 2 - 1, maxX: cx + width / 2 + 1, minY: cy - radius + 1, maxY: cy + radius - 1 }
      if (!this.space.takeAll([round, box])) continue
      const { context } = this
      context.beginPath()
      context.arc(x, y, radius, 0, Math.PI * 2)
      context.fillStyle = colour
      context.fill()
      context.strokeStyle = '#fff'
      context.lineWidth = 1.5
      context.stroke()
      context.font = this.fontOf({ weight: 500, size: 10 })
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
    const style: TextStyle = { weight: 700, size: 11, colour: colours.ink, halo: 0 }
    const tall = 8 * this.enlarged
    const half = Math.max(tall + 1, this.widthOf(text, style) / 2 + 5)
    const box = { minX: x - half, maxX: x + half, minY: y - tall, maxY: y + tall }
    if (!this.space.takeAll([box])) return false
    const { context } = this
    context.beginPath()
    context.roundRect(x - half, y - tall, half * 2, tall * 2, tall)
    context.fillStyle = colours.paper
    context.fill()
    context.strokeStyle = colours.edge
    context.lineWidth = 1.5
    context.stroke()
    this.ink(text, x, y + 0.5, style, 'letters')
    return true
  }

  private place(worldX: number, worldY: number): [number, number] {
    return [worldX + this.frame.dx, worldY + this.frame.dy]
  }

  private isNear(x: number, y: number): boolean {
    return x > -40 && y > -20 && x < this.frame.width + 40 && y < this.frame.height + 20
  }

  private fontOf({ weight, size, italic }: Pick<TextStyle, 'weight' | 'size' | 'italic'>): string {
    return `${italic ? 'italic ' : ''}${weight} ${size * this.enlarged}px ${FONT}`
  }

  private spacingOf({ spacing = 0 }: TextStyle): number {
    return spacing * this.enlarged
  }

  private widthOf(text: string, style: TextStyle): number {
    const font = this.fontOf(style)
    const key = `${font}|${text}`
    let width = this.widths.get(key)
    if (width === undefined) {
      this.context.font = font
      width = this.context.measureText(text).width
      this.widths.set(key, width)
    }
    return width + this.spacingOf(style) * Math.max(0, Array.from(text).length - 1)
  }

  private ink(text: string, x: number, y: number, style: TextStyle, only?: 'edge' | 'letters'): void {
    const { context } = this
    context.font = this.fontOf(style)
    context.letterSpacing = `${this.spacingOf(style)}px`
    if (only !== 'letters') {
      context.strokeStyle = HALO
      context.lineWidth = style.halo * this.enlarged
      context.strokeText(text, x, y)
    }
    if (only !== 'edge') {
      context.fillStyle = style.colour
      context.fillText(text, x, y)
    }
    context.letterSpacing = '0px'
  }
}
