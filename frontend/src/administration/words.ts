// The words a role is made of, as the service has them.
export const PERMISSIONS = [
  'REGISTER_READ',
  'PEOPLE_READ',
  'PEOPLE_REVEAL',
  'PLACE_WRITE',
  'PEOPLE_WRITE',
  'GRID_PLAN',
  'GRID_APPROVE',
  'REGION_WRITE',
  'EXPORT',
  'EXPORT_PEOPLE',
  'IMPORT',
  'CHANGE_FEED',
  'ACCOUNT_MANAGE',
  'SETTING_MANAGE',
  'AUDIT_READ',
  'ERASE',
] as const

export const FIELDS = ['NAME', 'SEX', 'BIRTH_DATE', 'DOCUMENT_NUMBER', 'NATIONALITY', 'ETHNICITY', 'PHONE', 'REGISTERED_ADDRESS', 'REGISTRATION_BOOK', 'RESIDENCE_PERMIT'] as const

export const SIGHTS = ['NONE', 'MASKED', 'FULL'] as const
