// A Leaflet layer of vector tiles on canvas: fetches, decodes, paints, and answers what lies under a point.
import L from 'leaflet'
import { tileAddress, type Day } from '@/api/register'
import { getBytes, isAbort } from '@/api/http'
import { hitArea } from './geometry'
import { decodeTile, EXTENT, type DecodedTile, type TileFeature } from './tile'

/** CSS pixels. Twice the usual side: a quarter of the requests, and map zoom z shows tiles of zoom z - 1. */
export const TILE_SIDE = 512

export interface PaintFrame {
  readonly context: CanvasRenderingContext2D
  readonly tile: DecodedTile
  readonly zoom: number
  /** CSS pixels per tile unit. */
  readonly scale: number
  readonly pixelRatio: number
}

export type Painter = (frame: PaintFrame) => void

export interface LoadedTile {
  readonly coords: L.Coords
  readonly decoded: DecodedTile
  /** World pixels of the present zoom. */
  readonly left: number
  readonly top: number
  /** World pixels per tile unit. */
  readonly scale: number
}

interface Slot {
  readonly coords: L.Coords
  readonly canvas: HTMLCanvasElement
  abort: AbortController
  decoded: DecodedTile | null
  /** Answered, with a tile or with a failure. */
  settled: boolean
}

export interface VectorTilesOptions {
  /** The layer's name in the address of its tiles. */
  source: string
  pane: string
  /** The lowest map zoom at which the layer is asked for. */
  fromZoom: number
  /** null: the tiles are only read (for labels, or to be hit), never drawn. */
  paint: Painter | null
  onFailure?: (failure: unknown) => void
  /** A tile was asked for, has come, or is no longer wanted. */
  onProgress?: () => void
}

export class VectorTiles extends L.GridLayer {
  private readonly slots = new Map<HTMLElement, Slot>()
  private readonly source: string
  private readonly paint: Painter | null
  private readonly onFailure: ((failure: unknown) => void) | undefined
  private readonly onProgress: (() => void) | undefined
  private asOf: Day = null

  constructor(options: VectorTilesOptions) {
    super({
      pane: options.pane,
      tileSize: TILE_SIDE,
      // Half a zoom earlier the tiles of that zoom are shown already, scaled; Leaflet prunes by the unrounded zoom.
      minZoom: options.fromZoom - 0.5,
      keepBuffer: 1,
      updateWhenZooming: false,
    })
    this.source = options.source
    this.paint = options.paint
    this.onFailure = options.onFailure
    this.onProgress = options.onProgress
    this.on('tileunload', (event) => {
      const slot = this.slots.get(event.tile)
      slot?.abort.abort()
      this.slots.delete(event.tile)
      this.onProgress?.()
    })
  }

  setDay(asOf: Day): void {
    if (this.asOf === asOf) return
    this.asOf = asOf
    this.reload()
  }

  /**
   * Asks for every tile again; each stays until the new one is here. Not Leaflet's redraw(), which wipes the map first and, half way
   * between two zooms, asks for tiles of a zoom that is no whole number.
   */
  reload(): void {
    for (const slot of this.slots.values()) {
      slot.abort.abort()
      slot.abort = new AbortController()
      this.load(slot, () => this.fire('load'))
    }
  }

  override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    const canvas = L.DomUtil.create('canvas', 'vector-tile')
    const slot: Slot = { coords, canvas, abort: new AbortController(), decoded: null, settled: false }
    this.slots.set(canvas, slot)
    this.load(slot, (failure) => done(failure, canvas))
    return canvas
  }

  private load(slot: Slot, done: (failure?: Error) => void): void {
    const { coords, abort } = slot
    slot.settled = false
    this.onProgress?.()
    getBytes(tileAddress(this.source, coords.z - 1, coords.x, coords.y, this.asOf), abort.signal)
      .then((bytes) => {
        if (abort.signal.aborted) return
        slot.settled = true
        slot.decoded = bytes ? decodeTile(bytes) : new Map()
        this.paintSlot(slot)
        done()
      })
      .catch((failure: unknown) => {
        // An answer no longer wanted leaves the tile to the one that is.
        if (isAbort(failure) || abort.signal.aborted) return
        slot.settled = true
        this.onFailure?.(failure)
        done(failure instanceof Error ? failure : new Error(String(failure)))
      })
      .finally(() => this.onProgress?.())
  }

  /** Whether a tile is on its way. Leaflet's own flag stays up when the last awaited tile is dropped. */
  get isWaiting(): boolean {
    for (const { settled } of this.slots.values()) if (!settled) return true
    return false
  }

  /** The tiles that fit the present zoom and have arrived, with what turns their units into world pixels. */
  *loaded(): Iterable<LoadedTile> {
    const map = this._map
    if (!map) return
    // Between two zooms the tiles of the nearer one are shown, scaled.
    const tileZoom = Math.round(map.getZoom())
    const side = TILE_SIDE * map.getZoomScale(map.getZoom(), tileZoom)
    for (const { coords, decoded } of this.slots.values()) {
      if (!decoded || coords.z !== tileZoom) continue
      yield { coords, decoded, left: coords.x * side, top: coords.y * side, scale: side / EXTENT }
    }
  }

  featureAt(place: L.LatLng, layerName = this.source): TileFeature | null {
    const map = this._map
    if (!map) return null
    const point = map.project(place, Math.round(map.getZoom())).divideBy(TILE_SIDE)
    const [x, y] = [Math.floor(point.x), Math.floor(point.y)]
    for (const { coords, decoded } of this.loaded()) {
      if (coords.x !== x || coords.y !== y) continue
      return hitArea(decoded.get(layerName) ?? [], (point.x - x) * EXTENT, (point.y - y) * EXTENT)
    }
    return null
  }

  /** The pieces of one thing in all tiles that are here. */
  *pieces(id: number, layerName = this.source): Iterable<{ tile: LoadedTile; feature: TileFeature }> {
    for (const tile of this.loaded()) {
      for (const feature of tile.decoded.get(layerName) ?? []) {
        if (feature.properties.id === id) yield { tile, feature }
      }
    }
  }

  private paintSlot({ canvas, coords, decoded }: Slot): void {
    if (!this.paint || !decoded) return
    const pixelRatio = Math.min(window.devicePixelRatio || 1, 3)
    // Setting the size also wipes the canvas. An empty tile takes next to no memory.
    canvas.width = canvas.height = decoded.size === 0 ? 1 : TILE_SIDE * pixelRatio
    if (decoded.size === 0) return
    const context = canvas.getContext('2d')
    if (!context) return
    context.scale(pixelRatio, pixelRatio)
    this.paint({ context, tile: decoded, zoom: coords.z, scale: TILE_SIDE / EXTENT, pixelRatio })
  }
}
