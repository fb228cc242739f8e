import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chartFolders } from "../../../checks/charts/chart-folders";
import { writeProgram } from "../../../../__tests__/support/fake-programs";

const DEX = { name: "dex", version: "1.0.0", repository: "https://charts.example" };

let machine: string;
beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), "machine-"));
  vi.stubEnv("XDG_CACHE_HOME", machine);
  vi.stubEnv("CHARTS_DIR", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(machine, { recursive: true });
});

function chartIn(folder: string, version: string): void {
  mkdirSync(join(folder, "dex"), { recursive: true });
  writeFileSync(join(folder, "dex", "Chart.yaml"), `name: dex\nversion: ${version}\n`);
}

/** Helm as a script, which is given `pull … --untardir <folder>` with the folder last. */
function helm(script: string): string {
  const program = join(machine, "helm");
  writeProgram(program, `echo "$@" >> ${dirname(program)}/calls\n${script}`);
  return program;
}

const unreachable = () => helm('echo "Error: no such host" >&2; exit 1');
const find = (program: string, chart: Parameters<ReturnType<typeof chartFolders>>[0] = DEX) =>
  chartFolders(program, new AbortController().signal)(chart);

describe("the folder of a chart", () => {
  it("is the stack's where the chart is ours", async () => {
    expect(await find("helm", { name: "manifests", folder: "/stack/assets" })).toEqual({
      folder: "/stack/assets",
    });
  });

  it("is what its repository gives, fetched once and kept", async () => {
    const program = helm('for last; do true; done; mkdir -p "$last/dex"');
    const kept = { folder: join(machine, "govuk-platform", "charts", "dex-1.0.0") };

    expect(await find(program)).toEqual(kept);
    expect(await find(unreachable())).toEqual(kept);
  });

  it("is the one in CHARTS_DIR where that is set, and no other", async () => {
    const charts = join(machine, "own");
    vi.stubEnv("CHARTS_DIR", charts);
    const missing = `no ${join(charts, "dex", "Chart.yaml")}`;

    expect(await find("helm")).toEqual({ missing });
    chartIn(charts, "1.0.0");
    expect(await find("helm")).toEqual({ folder: join(charts, "dex") });
  });

  it("is the unpacked one where no repository can be reached", async () => {
    const charts = join(machine, "platform-charts");
    chartIn(charts, "1.0.0");

    expect(await find(unreachable())).toEqual({ folder: join(charts, "dex") });
  });

  it("is not one that lacks charts that it is made of", async () => {
    const charts = join(machine, "platform-charts");
    const file = join(charts, "dex", "Chart.yaml");
    chartIn(charts, "1.0.0");
    appendFileSync(file, "dependencies: [{ name: one, version: 2.0.0 }, { name: two, version: 3.0.* }]\n");
    mkdirSync(join(charts, "dex", "charts", "one"), { recursive: true });

    expect(await find(unreachable())).toEqual({
      missing: `https://charts.example did not give it (Error: no such host); ${file} is not whole: charts/ lacks two`,
    });
    writeFileSync(join(charts, "dex", "charts", "two-3.0.0.tgz"), "");
    expect(await find(unreachable())).toEqual({ folder: join(charts, "dex") });
  });

  it("is not one of another version", async () => {
    const charts = join(machine, "platform-charts");
    chartIn(charts, "1.0.1");

    expect(await find(unreachable())).toEqual({
      missing: `https://charts.example did not give it (Error: no such host); ${join(charts, "dex", "Chart.yaml")} is version 1.0.1`,
    });
  });
});
