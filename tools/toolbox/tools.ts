import { homedir } from "node:os";
import { join } from "node:path";
import TOOL_VERSIONS from "./tool-versions.json";

export { TOOL_VERSIONS };

/** A program that a verification runs, or why there is none. */
export type Tool = InstalledTool | { readonly missing: string };

/** A program that is available. */
export interface InstalledTool {
  /** Path of the program; for a Python tool, path of a Python that has its modules. */
  readonly program: string;
  readonly version: string;

  /** Note for the verdict that the version is not the pinned one. Empty if it is. */
  readonly caveats: readonly string[];
}

/** Folder of tools that are kept between runs: outside every checkout, once for all of them. */
export const toolCache = (...path: readonly string[]): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "govuk-platform", ...path);

/** Makes all callers for the same tool wait for one installation. */
export function installOnce<Name extends string>(
  install: (name: Name, signal: AbortSignal) => Promise<Tool>,
): typeof install {
  const tools = new Map<string, Promise<Tool>>();
  return (name, signal) => {
    const key = toolCache(name);
    const tool = tools.get(key) ?? install(name, signal);
    tools.set(key, tool);
    return tool;
  };
}
