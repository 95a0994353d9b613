import { afterEach, describe, expect, it, vi } from 'vitest'
import { getBytes, getJson, Problem, queryOf } from '@/api/http'
import { wordsOf } from '@/shell/failure'

const t = (key: string, values?: Record<string, unknown>) => (values ? `${key} ${JSON.stringify(values)}` : key)

function answer(status: number, body: unknown, type = 'application/json'): void {
  const text = status === 204 ? null : typeof body === 'string' ? body : JSON.stringify(body)
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(text, { status, headers: { 'Content-Type': type } })))
}

async function failureOf(asked: Promise<unknown>): Promise<Problem> {
  const failure = await asked.then(() => null, (reason: unknown) => reason)
  expect(failure).toBeInstanceOf(Problem)
  return failure as Problem
}

afterEach(() => vi.unstubAllGlobals())

describe('asking the service', () => {
  it('leaves out what was not chosen and joins lists with commas', () => {
    expect(queryOf({ asOf: null, bbox: ['1', '2'], geometry: false, after: undefined })).toBe('?bbox=1%2C2&geometry=false')
    expect(queryOf({})).toBe('')
  })

  it('shows the service’s own sentence and that of the fields', async () => {
    answer(400, { title: '参数有误', detail: '不认识参数 x。', code: 'parameter.unknown', errors: [{ field: 'x', code: 'x', message: '可用：asOf' }] }, 'application/problem+json')
    const problem = await failureOf(getJson('/api/grids'))
    expect(problem).toMatchObject({ status: 400, code: 'parameter.unknown' })
    expect(wordsOf(problem, t)).toBe('不认识参数 x。 可用：asOf')
  })

  it('has words for an answer without any', async () => {
    answer(502, '<html>', 'text/html')
    expect(wordsOf(await failureOf(getJson('/api/grids')), t)).toBe('failure.status {"status":502}')
  })

  it('has words for no answer at all', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(wordsOf(await failureOf(getJson('/api/grids')), t)).toBe('failure.unreachable')
  })

  it('takes 204 for an empty tile', async () => {
    answer(204, '')
    expect(await getBytes('/tiles/grids/1/1/1.mvt')).toBeNull()
  })
})
