// Draws the pattern of a state: as CSS for the page and for print, as a canvas pattern for the map.
import { STATE_STYLE, type Occupancy, type Pattern } from './states'

/** Side of the repeating square in CSS pixels; 512-pixel tiles are a multiple of it, so patterns meet at tile edges. */
export const PATTERN_SIDE = 8

/** A CSS background: pattern lines over a ground colour. `ground` is the fill unless a paler one is wanted under text. */
export function cssBackground(state: Occupancy, ground: 'fill' | 'tint' = 'fill'): Record<string, string> {
  const style = STATE_STYLE[state]
  const line = ground === 'fill' ? style.ink : style.fill
  return { backgroundColor: style[ground], ...cssPattern(style.pattern, line) }
}

function cssPattern(pattern: Pattern, line: string): Record<string, string> {
  switch (pattern) {
    case 'hatch':
      return { backgroundImage: `repeating-linear-gradient(135deg, ${line} 0 1.4px, transparent 1.4px 5px)` }
    case 'grid':
      return {
        backgroundImage: `linear-gradient(${line} 1px, transparent 1px), linear-gradient(90deg, ${line} 1px, transparent 1px)`,
        backgroundSize: '6px 6px',
        backgroundPosition: '-1px -1px',
      }
    case 'dots':
      return { backgroundImage: `radial-gradient(${line} 1.2px, transparent 1.5px)`, backgroundSize: '6px 6px' }
    case 'solid':
      return {}
  }
}

/** The lines of a pattern alone, transparent between them; null for the plain one. */
export function canvasPattern(context: CanvasRenderingContext2D, state: Occupancy, pixelRatio: number): CanvasPattern | null {
  const { pattern, ink } = STATE_STYLE[state]
  if (pattern === 'solid') return null
  const square = document.createElement('canvas')
  square.width = square.height = PATTERN_SIDE * pixelRatio
  const pen = square.getContext('2d')
  if (!pen) return null
  pen.scale(pixelRatio, pixelRatio)
  drawSquare(pen, pattern, ink)
  return context.createPattern(square, 'repeat')
}

function drawSquare(pen: CanvasRenderingContext2D, pattern: Exclude<Pattern, 'solid'>, ink: string): void {
  const side = PATTERN_SIDE
  pen.strokeStyle = pen.fillStyle = ink
  switch (pattern) {
    case 'hatch':
      pen.lineWidth = 1.3
      pen.globalAlpha = 0.75
      pen.beginPath()
      // Three strokes so that the corners of the square are covered too.
      for (const shift of [-side, 0, side]) {
        pen.moveTo(shift - 1, side + 1)
        pen.lineTo(shift + side + 1, -1)
      }
      pen.stroke()
      return
    case 'grid':
      pen.globalAlpha = 0.45
      pen.fillRect(0, 0, side, 1)
      pen.fillRect(0, 0, 1, side)
      return
    case 'dots':
      pen.globalAlpha = 0.7
      for (const [x, y] of [[2, 2], [6, 6]] as const) {
        pen.beginPath()
        pen.arc(x, y, 0.95, 0, Math.PI * 2)
        pen.fill()
      }
  }
}
