// Builds the three programs of the app into dist/: the main process and the preload as CommonJS
// for the oldest supported Electron (Node 18, Chrome 114), the renderer for its Chrome.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type BuildEnvironmentOptions, defineConfig, type Plugin } from 'vite';

/** Native modules stay outside the bundle; everything else is inside, so that nothing else ships. */
const OUTSIDE = ['electron', 'libsql', 'keytar', /^node:/];

function electronBuild(entry: string, extra: { splits: boolean }): BuildEnvironmentOptions {
  return {
    outDir: '../dist/main',
    emptyOutDir: false,
    target: 'node18',
    ssr: true,
    minify: true,
    sourcemap: false,
    rolldownOptions: {
      input: { [entry]: `electron/${entry}.ts` },
      external: OUTSIDE,
      // Only the entries do something when loaded. Without this the preload would carry zod.
      treeshake: { moduleSideEffects: (id) => id.includes('node_modules') },
      output: {
        format: 'cjs',
        // `import()` of a package reads no archive in older Electrons; `require` always does.
        dynamicImportInCjs: false,
        entryFileNames: '[name].cjs',
        chunkFileNames: '[name]-[hash].cjs',
        // Left to itself the bundler puts its own runtime beside the largest library, and the entry
        // would read all of that before the icon is in the tray.
        codeSplitting: extra.splits && { groups: [{ name: 'zod', test: /node_modules.zod/ }] },
      },
    },
  };
}

/**
 * The widgets bring their few words in 34 languages. Ours are English on every desktop, so all but
 * theirs would only mix the languages, at 30 kB. Each is replaced, not emptied: a language without
 * a word throws.
 */
const englishWidgets: Plugin = {
  name: 'english-widgets',
  load: {
    filter: { id: /\/react-(?:aria|stately)[^?]*\/intl\/(?:[^/]+\/)?[a-z]{2}-[A-Z]{2}\.mjs$/ },
    handler: (id) => (id.endsWith('/en-US.mjs') ? null : "export { default } from './en-US.mjs';"),
  },
};

/**
 * V8 keeps a script for as long as it runs, and one letter outside ASCII (a dash, a curly quote)
 * makes it keep all of it at two bytes a letter. Written as escapes they cost nothing.
 */
const oneByteScripts: Plugin = {
  name: 'one-byte-scripts',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'chunk') file.code = file.code.replace(/[\u0080-\uffff]/g, escaped);
    }
  },
};

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export default defineConfig({
  root: 'renderer',
  base: './',
  resolve: {
    alias: [
      {
        find: /^ajv(-formats|\/dist\/2020\.js)$/,
        replacement: join(import.meta.dirname, 'electron/shell/no-json-schema.ts'),
      },
    ],
  },
  plugins: [react(), englishWidgets, oneByteScripts],
  publicDir: false,
  environments: {
    client: {
      build: {
        outDir: '../dist/renderer',
        emptyOutDir: true,
        target: 'chrome114',
        // Links in the page for what its entry imports, without the script for old browsers.
        modulePreload: { polyfill: false },
        // An inlined asset would be a data: URL, which the content policy refuses.
        assetsInlineLimit: 0,
        rolldownOptions: { input: 'renderer/index.html' },
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: { ...electronBuild('main', { splits: true }), emptyOutDir: true },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: electronBuild('preload', { splits: false }),
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'preload', 'client'] as const) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
});
