import { copyFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Json } from "../../src/output/leaves";
import { lastLine, retried } from "../kit/retried";
import { runProcess } from "../kit/run-process";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { asMap, textOf } from "../terraform-json/json-map";
import { GO_BUILD } from "./go-tools";

/** Folder of a Go module on this machine, or the reason for its absence. */
export type GoModule = { readonly folder: string } | { readonly missing: string };

/**
 * A Go module as data, at the version and with the hash that a folder of `tools/toolbox` has in its `go.mod` and `go.sum`.
 *
 * @param pinned - name of the folder, which the scratch folder has too
 */
export const goModule = (pinned: string, module: string, signal: AbortSignal): Promise<GoModule> =>
  inTemporaryFolder(pinned, async (folder) => {
    ["go.mod", "go.sum"].forEach((file) =>
      copyFileSync(join(resolve("tools/toolbox", pinned), file), join(folder, file)),
    );
    const { code, stdout, stderr } = await retried(() =>
      runProcess(["go", "mod", "download", "-json", module], {
        cwd: folder,
        env: { ...process.env, ...GO_BUILD },
        signal,
      }),
    );
    return code === 0
      ? { folder: textOf(asMap(JSON.parse(stdout) as Json).Dir) }
      : { missing: code === 127 ? "Go, which brings them, was not found" : lastLine(stderr) };
  });
