/** Modules that a build tool bundles for a browser, by their paths. */
export interface BundledFiles {
  readonly packages: readonly string[];
  /** From the project's folder, with `/`. */
  readonly paths: RegExp;
  /** An export that the tool keeps on the server: a module with it may hold a key there. Null where there is none. */
  readonly serverExport: RegExp | null;
}

export const BUNDLED_FILES: readonly BundledFiles[] = [
  // gatsbyjs.com/docs/reference/gatsby-project-structure, /reference/config-files/gatsby-browser, /reference/rendering-options/server-side-rendering
  { packages: ['gatsby'], paths: /^src\/(?:components|pages|templates)\/|^gatsby-browser\.[jt]sx?$/, serverExport: /\bgetServerData\b/ },
  // nextjs.org/docs/pages/building-your-application/routing, /data-fetching; next's client-pages-loader takes all of these but the API and the document
  { packages: ['next'], paths: /^(?:src\/)?pages\/(?!api\/|(?:api|_document|_middleware)\.)(?:.*\/)?(?!_middleware\.)[^/]+\.[jt]sx?$/, serverExport: /\bget(?:ServerSideProps|StaticPaths|StaticProps)\b/ },
  // remix.run/docs/discussion/server-vs-client, reactrouter.com/api/framework-conventions/entry.client.tsx
  { packages: ['@remix-run/react', '@react-router/dev'], paths: /^app\/(?:.*\/)?[^/]+\.client\.[jt]sx?$/, serverExport: null },
];

/** Modules by whose import a module is known to be part of an app that is installed on devices. */
export interface DeviceModules {
  readonly packages: readonly string[];
  readonly modules: readonly string[];
  /** Files that a server runs all the same. */
  readonly serverFiles: RegExp;
}

export const DEVICE_MODULES: readonly DeviceModules[] = [
  // reactnative.dev/docs/security; docs.expo.dev/router/reference/api-routes (`+api`) and /middleware
  { packages: ['react-native', 'expo'], modules: ['react-native', 'expo-router'], serverFiles: /\+(?:api|middleware)\.[jt]sx?$/ },
];

/** What tells the browser code of Angular. Source: angular.dev/reference/configs/workspace-config, /tools/cli/environments, /guide/ssr. */
export const ANGULAR = {
  package: '@angular/core',
  workspace: 'angular.json',
  /** Builders of applications: @angular/build, @angular-devkit/build-angular, and those made of them; a workspace of Nx has others for Node.js. */
  builders: /angular|ngx/i,
  serverBuilders: /:server$/,
  /** Below the source folder, where the workspace names no entry. */
  entry: 'main.ts',
  /** Below the source folder of an application, what belongs to it whether or not its entry imports it: `fileReplacements` swaps environments. */
  applicationFiles: /^(?:app|environments)\//,
  serverFiles: /(?:^|[./])server\.[cm]?[jt]s$|(?:^|\/)server\//,
} as const;

/** The file that tells what a browser runs of an extension. Source: developer.chrome.com/docs/extensions/reference/manifest, developer.mozilla.org WebExtensions/manifest.json. */
export const EXTENSION_MANIFEST = 'manifest.json';

/** Files that test runners load, in Node.js as a rule. */
export const TEST_FILE = /(?:^|\/)__(?:mocks|tests)__\/|[.-](?:cy|e2e-spec|spec|stories|test)\.[cm]?[jt]sx?$/;
