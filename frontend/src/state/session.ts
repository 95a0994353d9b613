// Who is signed in, and what the page does when they no longer are.
import { computed, reactive } from 'vue'
import { onSignedOut } from '@/api/http'
import { getSession, signOut, type Session, type SignedIn } from '@/api/session'

interface SessionState {
  /** null: not asked yet. */
  now: Session | null
  /** Somebody was signed in and is not any more: asked for again over the page, which stays as it is. */
  asking: boolean
  /** Signed in again over the page, with something still to be done before it goes on. */
  again: SignedIn | null
}

export const session = reactive<SessionState>({ now: null, asking: false, again: null })

export const who = computed(() => session.now?.who ?? null)

export function may(permission: string): boolean {
  return who.value?.permissions.includes(permission) ?? false
}

let waiting: ((again: boolean) => void)[] = []

export async function readSession(): Promise<void> {
  begun(await getSession())
}

/** Somebody signed in. Another one than before does not get to see the page of who was here. */
export function begun(next: Session): void {
  const before = who.value
  if (session.asking && before && next.who && before.name !== next.who.name) return window.location.reload()
  // The page stays as it is until all is done.
  if (session.asking && next.who && next.who.obstacle !== 'NOTHING') {
    session.again = next.who
    return
  }
  session.now = next
  session.again = null
  if (!next.who) return
  session.asking = false
  settle(true)
  onSignedOut(askAgain)
}

function askAgain(): Promise<boolean> {
  session.asking = true
  return new Promise((resolve) => waiting.push(resolve))
}

/** Nobody wants to go on: the page goes, and what it showed with it. */
export function giveUp(): void {
  settle(false)
  window.location.reload()
}

export async function leave(): Promise<void> {
  onSignedOut(() => Promise.resolve(false))
  await signOut().catch(() => undefined)
  window.location.reload()
}

function settle(again: boolean): void {
  const all = waiting
  waiting = []
  for (const resolve of all) resolve(again)
}
