import { createRequire } from "node:module";

const require = createRequire(__filename);

/**
 * Packages that CDKTF and Zod load at their start and a synth does not use, with the package that loads each: what
 * packs assets into archives, which is more than half of CDKTF, and messages in fifty languages.
 */
const UNUSED = [
  ["cdktf", "archiver"],
  ["zod", "zod/v4/locales"],
] as const;

for (const [importer, name] of UNUSED) {
  const path = pathOf(importer, name);
  if (path !== undefined) {
    loadLater(path);
  }
}

/** Path of a module that a package imports; `undefined` where another version of it does without. */
function pathOf(importer: string, name: string): string | undefined {
  try {
    return createRequire(require.resolve(importer)).resolve(name);
  } catch {
    return undefined;
  }
}

/** Has a module load on its first use, and not where another imports it. */
export function loadLater(path: string): void {
  const load = (): object => {
    if (require.cache[path]?.exports === exports) {
      delete require.cache[path];
    }
    return require(path) as object;
  };
  const exports = new Proxy(() => undefined, {
    get: (_, key) => key === "__esModule" || (Reflect.get(load(), key) as unknown),
    apply: (_, self, values) => Reflect.apply(load() as () => unknown, self, values) as unknown,
  });
  const module = {
    id: path,
    path,
    filename: path,
    loaded: true,
    children: [],
    paths: [],
    exports,
  } as unknown as NodeJS.Module;
  require.cache[path] ??= module;
}
