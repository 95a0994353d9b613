// The one place that talks to the service. Everything is relative to the page's own origin.

/** A refusal or a failure: `message` is fit to be shown, `code` is stable. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly fields: readonly { field: string; message: string }[]
  /** All that was said, for who knows more of it than its words. */
  readonly said: unknown

  constructor(status: number, code: string, message: string, fields: readonly { field: string; message: string }[] = [], said: unknown = null) {
    super(message)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.fields = fields
    this.said = said
  }
}

/** Status 0: the service could not be reached at all. */
export const UNREACHABLE = 0

export type Parameters = Record<string, string | number | boolean | readonly string[] | null | undefined>

export async function getJson<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  const response = await send(path + queryOf(parameters), { headers: { Accept: 'application/json' } }, signal)
  return (await response.json()) as T
}

export async function postJson<T>(path: string, body: unknown, signal?: AbortSignal, headers: Record<string, string> = {}): Promise<T> {
  const response = await post(path, body, headers, signal)
  return (await response.json()) as T
}

/** Where only the deed matters; what is answered, if anything, is left unread. */
export async function postNothing(path: string, body: unknown, headers: Record<string, string> = {}): Promise<void> {
  await post(path, body, headers)
}

function post(path: string, body: unknown, headers: Record<string, string>, signal?: AbortSignal): Promise<Response> {
  return send(
    path,
    {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    },
    signal,
  )
}

/** A tile's bytes; null where the service says there is nothing there (204). */
export async function getBytes(path: string, signal?: AbortSignal): Promise<Uint8Array | null> {
  const response = await send(path, {}, signal)
  return response.status === 204 ? null : new Uint8Array(await response.arrayBuffer())
}

export function queryOf(parameters: Parameters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined) continue
    query.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

async function send(path: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', ...(signal ? { signal } : {}) })
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new Problem(UNREACHABLE, 'service.unreachable', '')
  }
  if (!response.ok) throw await problemOf(response)
  return response
}

interface ProblemDocument {
  title?: string
  detail?: string
  code?: string
  errors?: { field: string; message: string }[]
}

async function problemOf(response: Response): Promise<Problem> {
  let said: ProblemDocument = {}
  if (response.headers.get('Content-Type')?.includes('json')) {
    said = (await response.json().catch(() => ({}))) as ProblemDocument
  }
  return new Problem(response.status, said.code ?? `http.${response.status}`, said.detail ?? said.title ?? '', said.errors ?? [], said)
}

export function isAbort(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError'
}
