// Paints the borders of grids and of regions. A white glow under the line keeps it readable over any building.
import { inChunks } from './path'
import { GRID_LINE, REGION_LINE } from './theme'
import type { Painter } from './VectorTiles'
import { textOf } from './tile'

export const paintGrids: Painter = ({ context, tile, scale, zoom }) => {
  const grids = tile.get('grids') ?? []
  const width = zoom >= 17 ? 2 : zoom >= 15 ? 1.6 : zoom >= 14 ? 1.1 : 0.7
  context.lineJoin = 'round'
  if (zoom >= 15) {
    context.strokeStyle = GRID_LINE.glow
    context.lineWidth = width + 2.4
    inChunks(context, grids, scale, () => context.stroke())
  }
  context.lineWidth = width
  for (const kind of ['BASIC', 'DEDICATED']) {
    const own = grids.filter((grid) => (textOf(grid, 'kind') === 'DEDICATED') === (kind === 'DEDICATED'))
    context.strokeStyle = kind === 'DEDICATED' ? GRID_LINE.dedicated : GRID_LINE.line
    context.globalAlpha = zoom >= 14 ? 0.9 : 0.55
    inChunks(context, own, scale, () => context.stroke())
  }
  context.globalAlpha = 1
}

/** Communities only where grids are not yet told apart by their own lines, the larger levels always. */
export const paintRegions: Painter = ({ context, tile, scale, zoom }) => {
  const regions = tile.get('regions') ?? []
  context.lineJoin = 'round'
  for (const level of ['COMMUNITY', 'STREET', 'DISTRICT', 'CITY']) {
    const style = REGION_LINE[level]
    const own = regions.filter((region) => textOf(region, 'level') === level)
    if (!style || own.length === 0) continue
    context.setLineDash([])
    context.strokeStyle = style.glow
    context.lineWidth = style.width * 3.4
    inChunks(context, own, scale, () => context.stroke())
    context.setLineDash([...style.dash])
    context.strokeStyle = style.line
    context.lineWidth = zoom >= 15 ? style.width : style.width * 0.75
    inChunks(context, own, scale, () => context.stroke())
  }
  context.setLineDash([])
}
