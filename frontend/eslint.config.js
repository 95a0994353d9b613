import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

/** Doors of the house: who may open which. Each is refused everywhere but in its own room. */
const LEAFLET = { regex: '^leaflet', message: 'Only src/map imports Leaflet; the rest speaks to RegisterMap.' }
const TILES = { regex: '^(pbf|@mapbox/)', message: 'Only src/map reads vector tiles.' }

const HAN = '[\\u4e00-\\u9fff]'

export default tseslint.config(
  { ignores: ['target/', 'node_modules/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...vue.configs['flat/recommended'],
  {
    languageOptions: {
      parser: vueParser,
      parserOptions: { parser: tseslint.parser, projectService: { allowDefaultProject: ['eslint.config.js'] }, extraFileExtensions: ['.vue'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off', // answers of the service are typed, not proven
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/unbound-method': 'off', // useI18n() is made to be taken apart
      'no-undef': 'off', // the compiler knows better
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Only src/api talks to the service.' }, 'XMLHttpRequest'],
      'no-restricted-syntax': [
        'error',
        { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]', message: 'Text goes into text nodes.' },
        { selector: `Literal[value=/${HAN}/]`, message: 'What is read by people goes through i18n.' },
        { selector: `TemplateElement[value.raw=/${HAN}/]`, message: 'What is read by people goes through i18n.' },
      ],
      'no-restricted-imports': ['error', { patterns: [LEAFLET, TILES] }],
      'vue/no-v-html': 'error',
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['–', '·', '!', '?', '/', '(', ')', ',', '.'] }],
      'vue/multi-word-component-names': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      // Layout is left to the eye, not to forty rules.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/html-indent': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/require-default-prop': 'off', // strict types say it
      'max-lines': ['error', { max: 320, skipComments: true }],
    },
  },
  // Only vue-tsc sees into components; what it has checked looks untyped from here.
  {
    files: ['**/*.vue', 'src/main.ts', 'test/chart.test.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  { files: ['src/map/**', 'test/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/api/http.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['src/i18n/**', 'test/**', 'journey/**', 'bench/**'], rules: { 'no-restricted-syntax': 'off', 'max-lines': 'off' } },
  { files: ['scripts/**', 'eslint.config.js'], ...tseslint.configs.disableTypeChecked },
)
