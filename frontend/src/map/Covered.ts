import type { FitBoundsOptions } from 'leaflet'

/** CSS pixels. */
const SEARCH_HEIGHT = 60

/** CSS pixels of the map that something lies over: what is shown to somebody is shown in what remains. */
export class Covered {
  left = 0
  bottom = 0
  top = SEARCH_HEIGHT

  /** For fitting, with some air. */
  get padding(): FitBoundsOptions {
    return { paddingTopLeft: [this.left + 24, this.top + 12], paddingBottomRight: [24, this.bottom + 32] }
  }

  /** Null: the search box alone. */
  setTop(top: number | null): void {
    this.top = top ?? SEARCH_HEIGHT
  }
}
