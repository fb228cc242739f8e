import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { runProcess } from "../kit/run-process";

/** Files of a checkout that decide the outcome of a program in it. */
export interface Inputs {
  /** Paths from the root of the checkout, sorted. */
  readonly files: readonly string[];

  /** True if a module asks for the day. */
  readonly dependsOnDay: boolean;
}

const TYPESCRIPT = /\.[mc]?ts$/;

/** Tests, and pages for people: no program reads one unless it names it. */
const UNREAD = /^(?:__tests__|tools\/__tests__)\/|^(?:docs\/.*|[^/]+)\.md$/;

/** Texts in a module that may be an import, or the path of a file or a folder. */
const QUOTED = /["'`]((?:\.\.?\/)*[\w@.-]*\w(?:\/[\w@.-]+)*)["'`]/g;

/**
 * Finds the inputs of a program: its modules, with all that a module imports or names in quotes, and every file that
 * is neither TypeScript, nor a test, nor a page. `undefined` if the folder is no git checkout.
 */
export async function inputsOf(
  entry: string,
  project: string,
  signal: AbortSignal,
): Promise<Inputs | undefined> {
  const all = await filesOf(project, signal);
  if (all === undefined) {
    return undefined;
  }
  const { files, dependsOnDay } = follow(entry, new Places(all), project);
  const others = all.filter((file) => !TYPESCRIPT.test(file) && !UNREAD.test(file));
  return { files: [...new Set([...files, ...others])].sort(), dependsOnDay };
}

/** Hash over the paths and contents of files. */
export function digestOf(files: readonly string[], project: string): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const path = join(project, file);
    hash.update(`\0${file}\0`).update(existsSync(path) ? readFileSync(path) : "gone");
  }
  return hash.digest("hex");
}

/** Files of a checkout that git would commit; `undefined` if the folder is none. */
async function filesOf(project: string, signal: AbortSignal): Promise<string[] | undefined> {
  const list = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { code, stdout } = await runProcess(list, { cwd: project, signal });
  const isFile = (file: string) => statSync(join(project, file), { throwIfNoEntry: false })?.isFile();
  return code === 0 ? stdout.split("\0").filter((file) => file && isFile(file)) : undefined;
}

/** Files of a checkout by the texts that stand for them. */
class Places {
  private readonly files: ReadonlySet<string>;
  private readonly folders = new Map<string, string[]>();

  constructor(files: readonly string[]) {
    this.files = new Set(files);
    for (const file of files) {
      for (let folder = dirname(file); folder.includes("/"); folder = dirname(folder)) {
        this.folders.set(folder, [...(this.folders.get(folder) ?? []), file]);
      }
    }
  }

  /** File that a path imports or names, or all files of the folder that it names. */
  filesAt(path: string): readonly string[] {
    const file = [path, `${path}.ts`, `${path}/index.ts`].find((name) => this.files.has(name));
    return file === undefined ? this.inFolder(path) : [file];
  }

  inFolder(path: string): readonly string[] {
    return this.folders.get(path) ?? [];
  }
}

/** Follows what modules import and name, from an entry on. */
function follow(entry: string, places: Places, project: string): Inputs {
  const found = new Set([entry]);
  let dependsOnDay = false;
  // A set hands out what is added while it is read.
  for (const file of found) {
    if (TYPESCRIPT.test(file)) {
      const text = readFileSync(join(project, file), "utf8");
      dependsOnDay ||= text.includes("new Date()");
      referencesIn(text, file, places).forEach((other) => found.add(other));
    }
  }
  return { files: [...found], dependsOnDay };
}

function referencesIn(text: string, file: string, places: Places): string[] {
  const quoted = new Set([...text.matchAll(QUOTED)].map(([, name]) => name!));
  return [...quoted].flatMap((name) =>
    name.startsWith(".")
      ? [...places.filesAt(join(dirname(file), name)), ...places.filesAt(name)]
      : [...places.filesAt(name), ...places.inFolder(name)],
  );
}
