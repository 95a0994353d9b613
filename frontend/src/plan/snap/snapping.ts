// Whether hands snap; kept for as long as the tab is open.
import { ref } from 'vue'

const STORE = 'shuangshi.snapping'

export const isSnapping = ref(true)

/** As it was before the page was loaded anew. */
export function recallSnapping(): void {
  isSnapping.value = sessionStorage.getItem(STORE) !== 'off'
}

export function turnSnapping(): void {
  isSnapping.value = !isSnapping.value
  sessionStorage.setItem(STORE, isSnapping.value ? 'on' : 'off')
}
