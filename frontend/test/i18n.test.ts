import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '@/i18n/en'
import zhCN from '@/i18n/zh-CN'
import { KINDS } from '@/thing/kinds'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)])),
  )
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sources(path)
    return /\.(ts|vue)$/.test(entry.name) ? [readFileSync(path, 'utf8')] : []
  })
}

const chinese = flat(zhCN)
const english = flat(en)
const code = sources(new URL('../src', import.meta.url).pathname).join('\n')

/** t('a.b') and keys handed on as plain strings; t(`a.${b}`) uses every key that begins with a. */
const named = new Set([...code.matchAll(/'([a-z][A-Za-z]*(?:\.[A-Za-z0-9_]+)+)'/g)].map(([, key]) => key ?? ''))
const called = new Set([...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''))
const prefixes = [...code.matchAll(/`([a-z][A-Za-z]*(?:\.[A-Za-z]+)*\.?[A-Za-z]*)\$\{/g)].map(([, prefix]) => prefix ?? '').filter((prefix) => prefix.includes('.'))
const fieldGroups = Object.values(KINDS).flat().map(({ group }) => group).filter(Boolean)
/** Groups read by a word that the register holds, see useWords. */
const groups = [...[...code.matchAll(/\bknown\(\s*'([^']+)'/g)].map(([, group]) => group ?? ''), ...fieldGroups].map((group) => `${group}.`)

describe('the words of the page', () => {
  it('are there in both languages, with the same places for values', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    for (const [key, text] of chinese) {
      const places = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
      expect(places(english.get(key) ?? ''), key).toEqual(places(text))
      expect(text.trim(), key).not.toBe('')
    }
  })

  it('are all there that the page asks for', () => {
    expect([...called].filter((key) => !chinese.has(key))).toEqual([])
    for (const [, prefix = ''] of code.matchAll(/\bt\(\s*`([^`$]+)\$\{/g)) expect([...chinese.keys()].some((key) => key.startsWith(prefix)), prefix).toBe(true)
  })

  it('are all asked for', () => {
    const used = (key: string) => named.has(key) || key === 'language' || [...prefixes, ...groups].some((prefix) => key.startsWith(prefix))
    expect([...chinese.keys()].filter((key) => !used(key))).toEqual([])
  })
})
