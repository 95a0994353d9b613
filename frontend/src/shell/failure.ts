// Puts a failure into words: the service's own sentence where it said one, else ours for the case.
import { Problem, UNREACHABLE } from '@/api/http'

export function wordsOf(failure: unknown, t: (key: string, values?: Record<string, unknown>) => string): string {
  if (!(failure instanceof Problem)) return t('failure.unexpected')
  if (failure.status === UNREACHABLE) return t('failure.unreachable')
  const fields = failure.fields.map(({ message }) => message).filter((message) => message !== '' && !failure.message.includes(message))
  if (failure.message !== '') return [failure.message, ...fields].join(' ')
  if (failure.status === 404) return t('failure.notFound')
  return t('failure.status', { status: failure.status })
}
