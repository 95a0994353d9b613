// The part of a standard address that tells neighbours apart. Pure.
//   云江市澄湖区翠屏街道光荣街8号201室 → 光荣街8号201室: whoever looks at a grid knows city, district and street.

/** Up to and with 街道, 镇 or 乡, when something follows. Written as escapes: words of the data, not of the page. */
const UP_TO_STREET = /^.*?(?:\u8857\u9053|\u9547|\u4e61)(?=.)/u

export function shortAddress(address: string): string {
  return address.replace(UP_TO_STREET, '')
}
