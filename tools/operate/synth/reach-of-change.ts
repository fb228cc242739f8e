import { relative, resolve, sep } from "node:path";

/** Files besides the platform's and the bundle's that every stack of a tenant is made from. */
const OF_ALL = ["package.json", "package-lock.json", "src/constructs/manifests-chart/"];

/** Products that a change can reach, and the file because of which these are all. */
export type Reach =
  | { readonly files: readonly string[]; readonly because?: never }
  | { readonly files?: never; readonly because: string };

/** Files of a synth. */
interface Sources {
  /** Folder of the platform. */
  readonly platform: string;

  /** Source files of the bundle. */
  readonly bundled: ReadonlySet<string>;
}

/**
 * Files of products among those that changed, or a file that may change every tenant's stack. Files that no synth of
 * tenants reads, such as documentation, count for neither.
 */
export function reachOf(changed: readonly string[], { platform, bundled }: Sources): Reach {
  const folder = relative("", resolve(platform)) + sep;
  const isProduct = (file: string) => file.startsWith(`${folder}tenants${sep}`) && /\.ya?ml$/i.test(file);
  const because = changed.find(
    (file) =>
      bundled.has(file) ||
      OF_ALL.some((name) => file === name || (name.endsWith("/") && file.startsWith(name))) ||
      (file.startsWith(folder) && !isProduct(file)),
  );
  return because === undefined ? { files: changed.filter(isProduct) } : { because };
}
