// Accounts, roles and grants, for who administers.
import { getJson, postJson, postNothing, sendDelete } from './http'
import type { OwnAccount } from './session'
import type { Area, Named, Page, Position } from './types'

export type Grant = OwnAccount['grants'][number]

export interface Account {
  id: number
  name: string
  displayName: string
  kind: 'PERSON' | 'PROGRAM'
  demo: boolean
  disabled: boolean
  password: boolean
  passing: boolean
  secondFactor: boolean
  seen: string | null
  roles: string[]
}

export interface AccountCard {
  account: Account
  grants: Grant[]
  sessions: { id: number; began: string; seen: string; address: string; agent: string }[]
  tokens: OwnAccount['tokens']
}

/** Said this once; null: it has no password. */
export interface Passing {
  id: number
  password: string | null
}

export const listAccounts = (words: string, after: string | null, signal: AbortSignal) =>
  getJson<Page<Account>>('/api/accounts', { words: words || null, limit: 100, after }, signal)

export const getAccount = (id: number, signal?: AbortSignal) => getJson<AccountCard>(`/api/accounts/${id}`, {}, signal)

export const makeAccount = (account: { name: string; displayName: string; kind: Account['kind']; provider: boolean }) => postJson<Passing>('/api/accounts', account)

export const disableAccount = (id: number) => postNothing(`/api/accounts/${id}/disable`, {})

export const enableAccount = (id: number) => postNothing(`/api/accounts/${id}/enable`, {})

export const resetPassword = (id: number, authenticator: boolean) => postJson<Passing>(`/api/accounts/${id}/reset`, { authenticator })

export const endSessionsOf = (id: number) => sendDelete(`/api/accounts/${id}/sessions`)

export const makeTokenOf = (id: number, name: string, days: number) => postJson<{ id: number; token: string }>(`/api/accounts/${id}/tokens`, { name, days })

export const takeTokenBackOf = (id: number, token: number) => sendDelete(`/api/accounts/${id}/tokens/${token}`)

export interface GrantWish {
  role: string
  region: string | null
  grid: string | null
  from: string | null
  to: string | null
  standInFor: string | null
}

export const makeGrant = (account: number, grant: GrantWish) => postNothing(`/api/accounts/${account}/grants`, grant)

export const endGrant = (account: number, id: number) => sendDelete(`/api/accounts/${account}/grants/${id}`)

export type Sight = 'NONE' | 'MASKED' | 'FULL'

export interface Role {
  id: number
  name: string
  label: string
  builtIn: boolean
  permissions: string[]
  sights: Record<string, Sight>
  accounts: number
}

export type RoleWish = Pick<Role, 'label' | 'permissions' | 'sights'>

export const listRoles = async (signal?: AbortSignal) => (await getJson<Page<Role>>('/api/roles', {}, signal)).items

export const makeRole = (role: RoleWish) => postJson<Role>('/api/roles', role)

export const changeRole = (id: number, role: RoleWish) => postJson<Role>(`/api/roles/${id}`, role)

export const removeRole = (id: number) => sendDelete(`/api/roles/${id}`)

/** With its outline and a point inside, EPSG:4490. */
export interface Outlined extends Named {
  geometry: Area
  centre: Position
}

export interface Region extends Outlined {
  level: 'CITY' | 'DISTRICT' | 'STREET' | 'COMMUNITY'
}

/** Regions inside one; without it, those of the highest level there is. */
export const listRegionsIn = async (parent: string | null, signal: AbortSignal) =>
  (await getJson<Page<Region>>('/api/regions', { ...(parent ? { parent } : { level: 'CITY' }), geometry: true, limit: 1000 }, signal)).items

export const listGridsIn = async (community: string, signal: AbortSignal) =>
  (await getJson<Page<Outlined>>('/api/grids', { community, geometry: true, limit: 1000 }, signal)).items
