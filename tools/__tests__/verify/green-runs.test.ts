import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { type GreenRunsProps, greenRuns } from "../../verify/green-runs";
import type { Verdict } from "../../verify/verdict";
import { SmallProject } from "./small-project";

const { signal } = new AbortController();
const GREEN: Verdict = { tool: "dex", version: "2.44.0", checked: "3 clients", findings: [] };

let project: SmallProject;
let folder: string;

beforeEach(() => {
  project = new SmallProject({ "tools/verify/dex.ts": 'import "../../src/a";', "src/a.ts": "1" });
  folder = mkdtempSync(join(tmpdir(), "green-runs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

const begin = (props: Partial<GreenRunsProps> = {}) =>
  greenRuns({
    project: project.folder,
    folder,
    equipment: () => ["helm 3"],
    now: () => new Date("2026-11-29T14:02:30Z"),
    ...props,
  })("dex", signal);

const kept = async (props?: Partial<GreenRunsProps>) => (await begin(props)).green;

it("a green run is known to the next on the same inputs, with its time", async () => {
  (await begin()).keep(GREEN);

  expect(await kept()).toEqual({ since: "2026-11-29 14:02 UTC", verdict: GREEN });
});

it("a changed input is not known", async () => {
  (await begin()).keep(GREEN);
  project.write("src/a.ts", "2");

  expect(await kept()).toBeUndefined();
});

it("a machine with other tools is not known", async () => {
  (await begin()).keep(GREEN);

  expect(await kept({ equipment: () => ["helm 4"] })).toBeUndefined();
});

it("tools that the run itself installs are those that it was made with", async () => {
  let tools = ["no helm"];
  const { keep } = await begin({ equipment: () => tools });
  tools = ["helm 3"];
  keep(GREEN);

  expect(await kept()).toBeDefined();
  expect(await kept({ equipment: () => ["no helm"] })).toBeUndefined();
});

it.each([
  ["with a finding", { ...GREEN, findings: ["dex: no such key"] }],
  ["without a tool", { ...GREEN, missing: "no Go" }],
  ["that could not check a part", { ...GREEN, notChecked: ["loki: no chart"] }],
])("a run %s is not kept", async (_, verdict) => {
  (await begin()).keep(verdict);

  expect(readdirSync(folder)).toEqual([]);
});

it("a run during which an input changed is not kept", async () => {
  const { keep } = await begin();
  project.write("src/a.ts", "2");
  keep(GREEN);

  expect(readdirSync(folder)).toEqual([]);
});

it("a verification that asks for the day runs again on the next", async () => {
  project.write("src/a.ts", "new Date()");
  (await begin()).keep(GREEN);

  expect(await kept()).toBeDefined();
  expect(await kept({ now: () => new Date("2026-11-30T00:00:00Z") })).toBeUndefined();
});

it("a run is forgotten after a week", async () => {
  (await begin()).keep(GREEN);
  const [file] = readdirSync(folder).map((name) => join(folder, name));
  utimesSync(file!, 0, Date.parse("2026-11-22T14:02:00Z") / 1000);

  expect(await kept()).toBeUndefined();
});

it("a damaged record, and a folder that cannot be made, count as nothing", async () => {
  (await begin()).keep(GREEN);
  readdirSync(folder).forEach((name) => writeFileSync(join(folder, name), '{"since": "2026'));
  expect(await kept()).toBeUndefined();

  const blocked = { folder: join(project.folder, "src/a.ts/green-runs") };
  (await begin(blocked)).keep(GREEN);
  expect(await kept(blocked)).toBeUndefined();
});

it("a folder that is no checkout keeps nothing", async () => {
  (await begin({ project: folder })).keep(GREEN);

  expect(readdirSync(folder)).toEqual([]);
});
