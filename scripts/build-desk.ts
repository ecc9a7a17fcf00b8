import { buildDesk } from './build-desk/bundle.js'

/** Bundles what the desk sends to the browser, beside the compiled program. */
await buildDesk('dist/desk/assets')
