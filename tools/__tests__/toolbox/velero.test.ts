import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { machineWith } from "../../../__tests__/support/fake-programs";
import { PLUGIN } from "../../../src/addons/velero/images";
import { moduleVersion } from "../../toolbox/pinned-programs";
import { veleroProgram, veleroVersion } from "../../toolbox/velero";

const { signal } = new AbortController();

test("builds Velero's server from our own package of its commands, which has the pinned modules beside it", async () => {
  const { cache } = machineWith({
    go: `echo "$@ with" * >> "$XDG_CACHE_HOME/asked"
  while [ $# -gt 0 ]; do [ "$1" = -o ] && echo built > "$2"; shift; done; exit 0`,
  });

  const tool = await veleroProgram("velero", signal);

  expect(tool).toMatchObject({ version: veleroVersion(), caveats: [] });
  expect(readFileSync(join(cache, "../asked"), "utf8")).toMatch(
    /^build -trimpath -ldflags=-s -w -o velero \. with go.mod go.sum main.go\n$/,
  );
});

test("says that there is no Go", async () => {
  machineWith({});

  expect(await veleroProgram("velero-plugin-for-aws", signal)).toEqual({
    missing: "velero-plugin-for-aws: Go, which builds it, was not found",
  });
});

test("rehearses with the plugin that clusters run", () => {
  expect(PLUGIN).toMatch(
    new RegExp(`:v${moduleVersion("velero", "github.com/vmware-tanzu/velero-plugin-for-aws")}$`),
  );
});
