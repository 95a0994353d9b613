// Puts tile geometry into canvas paths, in chunks: one huge path is slow to fill, one path per feature slow to start.
import type { TileFeature } from './tile'

/** Measured best between 20 and 80 features on software canvases. */
const CHUNK = 40

export function tracePart(context: CanvasRenderingContext2D, part: Float32Array, scale: number, dx = 0, dy = 0): void {
  context.moveTo((part[0] as number) * scale + dx, (part[1] as number) * scale + dy)
  for (let i = 2; i < part.length; i += 2) {
    context.lineTo((part[i] as number) * scale + dx, (part[i + 1] as number) * scale + dy)
  }
}

export function inChunks(
  context: CanvasRenderingContext2D,
  features: readonly TileFeature[],
  scale: number,
  ink: () => void,
  shift: { dx: number; dy: number } = { dx: 0, dy: 0 },
): void {
  for (let from = 0; from < features.length; from += CHUNK) {
    context.beginPath()
    for (const feature of features.slice(from, from + CHUNK)) {
      for (const part of feature.parts) tracePart(context, part, scale, shift.dx, shift.dy)
    }
    ink()
  }
}
