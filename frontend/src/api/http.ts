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

export async function putJson<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await send(path, { method: 'PUT', headers: { Accept: 'application/json', 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) })
  return (await response.json()) as T
}

export async function sendDeleteJson<T>(path: string): Promise<T> {
  return (await (await send(path, { method: 'DELETE', headers: { Accept: 'application/json' } })).json()) as T
}

export async function sendDelete(path: string): Promise<void> {
  await send(path, { method: 'DELETE', headers: { Accept: 'application/json' } })
}

/** Sends a file as it is; `sent` is told which share of it is on its way. `fetch` does not tell that. */
export function putFile<T>(path: string, file: File, sent: (share: number) => void, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', path)
    request.responseType = 'json'
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    for (const [name, value] of Object.entries(proofOf({ method: 'PUT' }))) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => sent(event.total > 0 ? event.loaded / event.total : 0)
    request.onerror = () => reject(new Problem(UNREACHABLE, 'service.unreachable', ''))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    request.onload = () => {
      const said: unknown = request.response
      if (request.status < 300) resolve(said as T)
      else reject(problemSaid(request.status, said ?? {}))
    }
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
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

/** What is sent; headers by name, so that more can be added. */
type Sent = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

async function send(path: string, init: Sent, signal?: AbortSignal): Promise<Response> {
  const response = await once(path, init, signal)
  if (response.ok) return response
  const problem = await problemOf(response)
  // Signed out while at work: what was asked for waits until its asker is signed in again, and is then asked once more.
  if (!SIGNED_OUT.has(problem.code) || !(await signedInAgain())) throw problem
  const again = await once(path, init, signal)
  if (!again.ok) throw await problemOf(again)
  return again
}

const SIGNED_OUT: ReadonlySet<string> = new Set(['session.missing', 'session.over', 'second-factor.missing', 'second-factor.not-set-up', 'password.passing'])

/** Asks to sign in; false where that is not what the page is about. Set by the frame once somebody is signed in. */
let signedInAgain: () => Promise<boolean> = () => Promise.resolve(false)

export function onSignedOut(ask: () => Promise<boolean>): void {
  signedInAgain = ask
}

async function once(path: string, init: Sent, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, { ...init, headers: { ...init.headers, ...proofOf(init) }, credentials: 'same-origin', ...(signal ? { signal } : {}) })
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new Problem(UNREACHABLE, 'service.unreachable', '')
  }
}

/** A write proves that it comes from this page by repeating a cookie that no other site can read. */
function proofOf(init: Sent): Record<string, string> {
  if ((init.method ?? 'GET') === 'GET') return {}
  const word = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(typeof document === 'undefined' ? '' : document.cookie)?.[1]
  return word ? { 'X-XSRF-TOKEN': word } : {}
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
  return problemSaid(response.status, said)
}

const problemSaid = (status: number, said: ProblemDocument): Problem => new Problem(status, said.code ?? `http.${status}`, said.detail ?? said.title ?? '', said.errors ?? [], said)

export function isAbort(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError'
}
