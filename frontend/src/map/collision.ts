// Remembers which boxes are taken, so that no two names cover each other. Pure.
import type { Box } from './tile'

const CELL = 64

export class TakenSpace {
  private readonly cells = new Map<string, Box[]>()

  isFree(box: Box): boolean {
    for (const key of cellsOf(box)) {
      for (const taken of this.cells.get(key) ?? []) {
        if (box.minX < taken.maxX && box.maxX > taken.minX && box.minY < taken.maxY && box.maxY > taken.minY) return false
      }
    }
    return true
  }

  take(box: Box): void {
    for (const key of cellsOf(box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(box)
      else this.cells.set(key, [box])
    }
  }

  /** Takes all boxes, or none when one of them is not free. */
  takeAll(boxes: readonly Box[]): boolean {
    if (!boxes.every((box) => this.isFree(box))) return false
    for (const box of boxes) this.take(box)
    return true
  }
}

function* cellsOf(box: Box): Iterable<string> {
  for (let x = Math.floor(box.minX / CELL); x <= Math.floor(box.maxX / CELL); x++) {
    for (let y = Math.floor(box.minY / CELL); y <= Math.floor(box.maxY / CELL); y++) yield `${x}/${y}`
  }
}
