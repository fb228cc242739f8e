import { relative } from "node:path";

/** Errors whose message tells an author everything. */
const EXPECTED = new Set(["ConfigurationError", "VerificationError", "CommandError"]);

/** Failures of the machine, by the code that Node.js gives them: expectation, finding and remedy. */
const OF_MACHINE: Readonly<Record<string, readonly [expected: string, got: string, fix: string]>> = {
  ENOSPC: ["room on the disk", "none", "free some, and run the command again"],
  EDQUOT: ["room in the disk quota", "none", "free some, and run the command again"],
  EROFS: ["a folder to write to", "a read-only file system", "name another folder, or mount it for writing"],
  EACCES: ["permission to use it", "none", "change its owner or mode, or name another place"],
  EPERM: ["permission to use it", "none", "change its owner or mode, or name another place"],
  ENOENT: ["a file or folder", "nothing", "check the path"],
  ENOTDIR: ["a folder", "a file", "remove the file, or name another place"],
  EISDIR: ["a file", "a folder", "remove the folder, or name another place"],
  EMFILE: ["another open file", "the limit of this machine", "raise ulimit -n"],
};

/**
 * Text that tells an engineer why a command failed: one line for an error that the code did not foresee, with the
 * file and line that raised it. `DEBUG=1` adds the stack trace.
 */
export function explained(error: unknown): string {
  if (!(error instanceof Error)) {
    return `expected the command to end, got ${String(error)}; report it to the owners of this repository`;
  }
  if (EXPECTED.has(error.name)) {
    return error.message;
  }
  const line = ofMachine(error) ?? ofModule(error) ?? ofCode(error);
  return process.env.DEBUG ? `${line}\n${error.stack}` : line;
}

/** Place in the project's own source that an error's stack leads to, such as `src/platform/index.ts:3`. */
export function placeOf({ stack = "" }: Error): string | undefined {
  const places = [...stack.matchAll(/^ +at .*?\(?((?:file:\/\/)?\/[^()\n]+):(\d+):\d+\)?$/gm)]
    .map(([, file = "", line = ""]) => [relative("", file.replace("file://", "")), line] as const)
    .filter(([file]) => !file.includes("node_modules"));
  const [first] = places;
  return first && first.join(":");
}

function ofMachine({ code, path, dest, syscall }: NodeJS.ErrnoException & { dest?: string }) {
  const [expected, got, fix] = OF_MACHINE[code ?? ""] ?? [];
  const place = dest ?? path ?? syscall ?? "disk";
  return expected && `${shown(place)}: expected ${expected}, got ${got} (${code}); ${fix}`;
}

/** An import of a file or package that is not there. */
function ofModule({ code, message, stack = "" }: NodeJS.ErrnoException): string | undefined {
  const [, name] = /^Cannot find (?:module|package) '([^']+)'/.exec(message) ?? [];
  if (name === undefined || !/^(ERR_)?MODULE_NOT_FOUND$/.test(code ?? "")) {
    return undefined;
  }
  const [, importer] =
    /Require stack:\n- (.+)|imported from (.+)/.exec(`${message}\n${stack}`)?.slice(0) ?? [];
  const isFile = /^[./]/.test(name);
  const expected = isFile ? `a file at "${name}"` : `the package "${name}"`;
  const fix = isFile ? "correct the import" : "run npm ci";
  return `${importer ? shown(importer) : "import"}: expected ${expected}, got none; ${fix}`;
}

function ofCode(error: Error): string {
  const [message = ""] = error.message.split("\n");
  const place = placeOf(error);
  return `${place ? `${place}: ` : ""}expected no error, got ${error.name}: ${message}; correct the line, or report it with the output of DEBUG=1`;
}

const shown = (path: string): string => (path.startsWith("/") ? relative("", path) || "." : path);
