// Who is signed in: the calls of the sign-in page, and of one's own account.
import { getJson, postJson, postNothing, sendDelete } from './http'

export type Obstacle = 'NOTHING' | 'PASSWORD' | 'ENROLMENT' | 'SECOND_FACTOR'

export interface SignedIn {
  name: string
  displayName: string
  demo: boolean
  obstacle: Obstacle
  roles: { name: string; label: string }[]
  permissions: string[]
  /** The most that is seen of each personal field; what is not named is not seen. */
  sights: Record<string, 'MASKED' | 'FULL'>
  areas: { wholeCity: boolean; communities: number[]; grids: number[] }
}

export interface Session {
  who: SignedIn | null
  /** Demo accounts with a known password exist. */
  demo: boolean
  /** There is no account yet: the first administrator is to be made. */
  first: boolean
  /** What the button of the identity provider says; null: there is none. */
  provider: string | null
}

export const getSession = () => getJson<Session>('/api/session')

export const signIn = (name: string, password: string) => postJson<Session>('/api/session', { name, password })

export const makeFirst = (token: string, name: string, displayName: string, password: string) =>
  postJson<Session>('/api/first-administrator', { token, name, displayName, password })

export const signOut = () => sendDelete('/api/session')

export interface Enrolment {
  /** Base 32, to be typed. */
  secret: string
  /** The same for a QR code. */
  uri: string
}

export const beginEnrolment = () => postJson<Enrolment>('/api/account/totp', {})

/** Answers codes for the day the device is lost. */
export const confirmEnrolment = (code: string) => postJson<{ recoveryCodes: string[] }>('/api/account/totp/confirm', { code })

export const giveCode = (code: string) => postNothing('/api/session/second-factor', { code })

export const removeAuthenticator = (code: string) => postNothing('/api/account/totp/remove', { code })

export interface OwnAccount {
  name: string
  displayName: string
  demo: boolean
  passwordSet: string | null
  secondFactor: boolean
  grants: { id: number; role: string; area: string | null; from: string; to: string | null; standInFor: string | null; by: string; today: boolean }[]
  sessions: { id: number; began: string; seen: string; address: string; agent: string; here: boolean }[]
  tokens: { id: number; name: string; made: string; used: string | null; expires: string | null }[]
}

export const getOwnAccount = () => getJson<OwnAccount>('/api/account')

export const setPassword = (current: string, password: string) => postNothing('/api/account/password', { current, password })

export const endSession = (id: number) => sendDelete(`/api/account/sessions/${id}`)

export const endAllSessions = () => sendDelete('/api/account/sessions')

export const makeToken = (name: string, days: number | null) => postJson<{ id: number; token: string; expires: string | null }>('/api/account/tokens', { name, days })

export const takeTokenBack = (id: number) => sendDelete(`/api/account/tokens/${id}`)
