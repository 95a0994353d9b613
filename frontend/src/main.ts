import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './i18n'
import './styles/element'
import './styles/base.css'
import './styles/frame.css'
import './styles/panel.css'
import './styles/record.css'
import './styles/shape.css'
import './styles/place.css'
import './styles/work.css'
import './styles/print.css'

createApp(App).use(i18n).mount('#app')
