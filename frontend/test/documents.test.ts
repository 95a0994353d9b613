import { describe, expect, it } from 'vitest'
import { readDocument } from '@/thing/codes'
import { faultsOf } from '@/thing/draft'

describe('the number of a document', () => {
  it('is kept in one form, whatever it was typed in', () => {
    expect(readDocument('CITIZEN_ID', '１１０１０５ 19491231002x')?.number).toBe('11010519491231002X')
    expect(readDocument('CITIZEN_ID', '610104620927690')?.number).toBe('610104196209276908')
    expect(readDocument('PASSPORT', 'e 12345678')?.number).toBe('E12345678')
    expect(readDocument('HK_MACAO_TAIWAN_PERMIT', 'h12345678')?.number).toBe('H12345678')
  })

  it.each([
    ['CITIZEN_ID', '110105194912310021'],
    ['RESIDENCE_PERMIT_HMT', '11010519491231002X'],
    ['HK_MACAO_TAIWAN_PERMIT', 'H123456789'],
    ['PASSPORT', 'E1-2345678'],
    ['FOREIGN_RESIDENT_ID', 'USA31008001011'],
    ['NO_SUCH', '1'],
  ])('of a %s is not %s', (type, number) => {
    expect(readDocument(type, number)).toBeNull()
  })

  it('proves birth and sex where it carries them', () => {
    expect(readDocument('CITIZEN_ID', '11010519491231002X')).toMatchObject({ birthDate: '1949-12-31', sex: 'FEMALE' })
    expect(readDocument('FOREIGN_RESIDENT_ID', 'USA310075123102')).toMatchObject({ birthDate: null, shortBirth: '751231' })
  })
})

describe('the form of a person', () => {
  const faults = (draft: Record<string, unknown>) => Object.fromEntries(Object.entries(faultsOf('person', {}, draft)).map(([name, { key }]) => [name, key]))

  it('tells what does not fit the number', () => {
    expect(faults({ documentType: 'CITIZEN_ID', documentNumber: '11010519491231002X', birthDate: '1949-12-30', sex: 'MALE' })).toEqual({ birthDate: 'edit.fault.birthDate', sex: 'edit.fault.sex' })
    expect(faults({ documentType: 'FOREIGN_RESIDENT_ID', documentNumber: 'USA310075123102', birthDate: '1975-12-30' })).toEqual({ birthDate: 'edit.fault.birthDate' })
    expect(faults({ documentType: 'PASSPORT', documentNumber: '?' })).toEqual({ documentNumber: 'edit.fault.document' })
    expect(faults({ documentNumber: 'E12345678' })).toEqual({ documentType: 'edit.fault.documentType' })
  })

  it('lets nobody be born later than today', () => {
    expect(faults({ birthDate: '2199-01-01' })).toEqual({ birthDate: 'edit.fault.bornLater' })
    expect(faults({ birthDate: '1999-01-01' })).toEqual({})
  })
})
