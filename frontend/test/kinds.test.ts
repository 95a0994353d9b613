// The page's table of kinds against the service's own: read from the Java sources, so that the two cannot drift.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import zhCN from '@/i18n/zh-CN'
import { isShape, KINDS, NOT_BY_HAND, THING_WORDS, type Field, type ThingWord } from '@/thing/kinds'

const house = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, house), 'utf8')
const registry = 'registry-service/src/main/java/org/shuangshi/registry/'

interface JavaField extends Pick<Field, 'name' | 'type' | 'required' | 'words' | 'target' | 'masked'> {
  label: string
}

const camel = (column: string) => (column === 'geom' || column === 'footprint' ? 'geometry' : column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))
const strings = (text: string) => [...text.matchAll(/"([^"]*)"/g)].map(([, inside = '']) => inside)

const mask = read(`${registry}privacy/Mask.java`)
/** The service's Mask says of which fields nothing is hidden: case SEX, NATIONALITY -> value; */
const bareColumns = new Set((/case ([A-Z_, ]+) -> value;/.exec(mask)?.[1] ?? '').split(', ').map((word) => word.toLowerCase()))

function fieldsOf(java: string): JavaField[] {
  const call = /(plain|oneOf|reference)\(\s*((?:Field\.Type\.\w+|"[^"]*")(?:,\s*"[^"]*")*)\s*\)((?:\s*\.\w+\(\))*)/g
  return [...java.matchAll(call)].map(([, shape, inside = '', after = '']) => {
    const [column = '', label = '', ...rest] = strings(inside)
    const type = shape === 'plain' ? (/Field\.Type\.(\w+)/.exec(inside)?.[1] ?? '') : shape === 'oneOf' ? 'WORD' : 'REFERENCE'
    return {
      name: camel(shape === 'reference' ? column.replace(/_id$/, '') : column),
      type: type as Field['type'],
      required: after.includes('.must()'),
      words: shape === 'oneOf' ? rest : [],
      target: shape === 'reference' ? (rest[0]?.replace('_', '-') as ThingWord) : null,
      masked: after.includes('.ofPerson()') && !bareColumns.has(column),
      label,
    }
  })
}

const enumeration = read(`${registry}edit/ThingKind.java`)
const components = [...read('gis/src/main/java/org/shuangshi/gis/address/Component.java').matchAll(/^ {2}([A-Z_]+)\("([^"]+)"\)/gm)].map(
  ([, name = '', label = '']): JavaField => ({ name: camel(name.toLowerCase()), type: 'TEXT', required: false, words: [], target: null, masked: false, label }),
)
const addressOnly = enumeration.slice(enumeration.indexOf('addressFields() {'), enumeration.indexOf('/** The kind as paths name it'))
const constants = enumeration.slice(0, enumeration.indexOf('private final String label')).split(/^ {2}(?=[A-Z_]+\()/m).slice(1)
const kinds = constants.map((java) => ({
  word: (/^[A-Z_]+/.exec(java)?.[0] ?? '').toLowerCase().replace('_', '-'),
  label: strings(java)[0] ?? '',
  fields: java.includes('addressFields()') ? [...components, ...fieldsOf(addressOnly)] : fieldsOf(java),
}))

describe('the kinds of things', () => {
  it('are those of the service, in its order', () => {
    expect(THING_WORDS).toEqual(kinds.map(({ word }) => word))
    expect(components).toHaveLength(17)
    expect([...bareColumns]).toEqual(['sex', 'nationality'])
  })

  it.each(kinds)('$word has the same fields, types and words', ({ word, fields }) => {
    expect(fields.length).toBeGreaterThan(1)
    const bare = KINDS[word as ThingWord].map(({ name, type, required, words, target, masked }) => ({ name, type, required, words, target, masked }))
    expect(bare).toEqual(fields.map(({ name, type, required, words, target, masked }) => ({ name, type, required, words, target, masked })))
  })

  it.each(kinds)('$word is called as the service calls it', ({ word, label, fields }) => {
    expect(zhCN.thing[word as ThingWord]).toEqual({ label, ...Object.fromEntries(fields.map((field) => [field.name, field.label])) })
  })

  it('has words for every code', () => {
    for (const field of Object.values(KINDS).flat()) {
      const group = field.group.split('.').reduce<unknown>((tree, key) => (tree as Record<string, unknown>)[key], zhCN) as Record<string, string>
      if (field.type === 'WORD') expect(Object.keys(group), field.name).toEqual(expect.arrayContaining([...field.words]))
    }
  })

  it('begins those with a shape from the map', () => {
    expect(THING_WORDS.filter((word) => KINDS[word].some((field) => isShape(field) && field.required))).toEqual(['region', 'grid', 'estate', 'road', 'building', 'context-feature'])
  })

  it('leaves to plans, files and verbs what is not written by hand', () => {
    const rule = /boolean writable\(\) \{[^}]*\}/.exec(enumeration)?.[0] ?? ''
    const named = [...rule.matchAll(/this != ([A-Z_]+)/g)].map(([, name = '']) => name.toLowerCase().replace('_', '-'))
    expect(NOT_BY_HAND).toEqual(named)
  })
})
