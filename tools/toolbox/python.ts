import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { keepFolder } from "../kit/keep-folder";
import { lastLine, retried } from "../kit/retried";
import { runProcess } from "../kit/run-process";
import { type InstalledTool, installOnce, type Tool, TOOL_VERSIONS, toolCache } from "./tools";

/** Name of a tool that pip installs. */
export type PythonToolName = Extract<
  keyof typeof TOOL_VERSIONS,
  "checkov" | "kubernetes-validate" | "mkdocs" | "moto" | "zizmor"
>;

/** Everything that pip installs for a tool, with the version and the hashes of each package. */
const lockFile = (name: PythonToolName): string => resolve(`tools/toolbox/python/${name}.txt`);

/**
 * A Python that has the tool at its pinned version, in an environment of its own: two tools may need
 * different versions of the same package. Installed once, and run with `-m`, as in `[program, "-m",
 * "moto.server"]`, or by {@link scriptOf} if it has no module.
 */
export const pythonTool = installOnce(async (name: PythonToolName, signal: AbortSignal): Promise<Tool> => {
  const version = TOOL_VERSIONS[name];
  const environment = toolCache("python", `${name}-${version}`);
  const program = join(environment, "bin", "python");
  const works = existsSync(program) && (await hasPackage(program, name, signal));
  const problem = works ? undefined : await install(name, environment, signal);
  return problem === undefined ? { program, version, caveats: [] } : { missing: problem };
});

/** Program that a tool without a module of its own installs beside its Python. */
export const scriptOf = ({ program }: InstalledTool, name: PythonToolName): string =>
  join(dirname(program), name);

/**
 * True if Python finds the package. It does not once the machine's Python has another version, which looks for
 * packages elsewhere.
 */
async function hasPackage(program: string, name: PythonToolName, signal: AbortSignal): Promise<boolean> {
  const look = `from importlib.metadata import version; version("${name}")`;
  return (await runProcess([program, "-c", look], { cwd: toolCache(), signal })).code === 0;
}

const PIP_INSTALL = [
  ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check"],
  ...["--require-hashes", "--requirement"],
];

/** Makes the environment, or returns why it cannot. */
async function install(
  name: PythonToolName,
  environment: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  mkdirSync(toolCache("python"), { recursive: true });
  // The existing environment does not work.
  rmSync(environment, { recursive: true, force: true });
  const scratch = mkdtempSync(toolCache("python", `.${name}-`));
  try {
    for (const command of [
      ["python3", "-m", "venv", scratch],
      [join(scratch, "bin", "python"), ...PIP_INSTALL, lockFile(name)],
    ]) {
      const { code, stdout, stderr } = await retried(() => runProcess(command, { cwd: scratch, signal }));
      if (code === 127) {
        return "python3 was not found";
      }
      if (code !== 0) {
        return `${command[2]} failed: ${lastLine(stderr || stdout)}`;
      }
    }
    // Only the scripts in bin/ depend on the path.
    keepFolder(scratch, environment);
    return undefined;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
