import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { writeProgram } from "../../../../__tests__/support/fake-programs";
import { applyTenants, planTenants, verdicts } from "../../../operate/tenant-runs/tenant-runs";
import { driftIn } from "../../../operate/drift/drift";

const STACKS = ["quiet", "harmless", "identity", "broken"].map((name) => `tenant-dev-${name}`);

/** Terraform that plans by the name of its folder: nothing, a release, a role, an error. */
const TERRAFORM = `
echo "$(basename "$PWD") $1" >> ../../log
case "$PWD $1" in
  *quiet\\ plan) exit 0 ;;
  *broken\\ plan) echo "Error: no cluster" >&2; exit 1 ;;
  *plan) exit 2 ;;
  *identity\\ show) echo '{"resource_changes":[{"address":"aws_iam_role.r","type":"aws_iam_role","change":{"actions":["create"]}}]}' ;;
  *show) cat ../../shown.json 2>/dev/null || echo '{"resource_changes":[{"address":"helm_release.namespace","type":"helm_release","change":{"actions":["update"],"before":{"timeout":1,"values":["{\\"objects\\":[{\\"kind\\":\\"Namespace\\",\\"metadata\\":{\\"name\\":\\"n\\"}}]}"]},"after":{"timeout":2,"values":["{\\"objects\\":[{\\"kind\\":\\"Namespace\\",\\"metadata\\":{\\"name\\":\\"n\\"}}]}"]}}}]}' ;;
esac
`;

function machine() {
  const folder = mkdtempSync(join(tmpdir(), "tenant-runs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  STACKS.forEach((stack) => mkdirSync(join(folder, "out/stacks", stack), { recursive: true }));
  writeProgram(join(folder, "terraform"), TERRAFORM);
  const lines: string[] = [];
  const runs = {
    outdir: join(folder, "out"),
    env: { PATH: `${folder}${delimiter}${process.env.PATH}` },
    signal: new AbortController().signal,
    rows: join(folder, "rows"),
    plans: join(folder, "dev-1.json"),
    print: (line: string) => lines.push(line),
  };
  const log = () => readFileSync(join(folder, "out/log"), "utf8").trim().split("\n");
  return { folder, runs, lines, log };
}

it("plans every stack, whatever comes of another, and says which failed", async () => {
  const { runs, lines } = machine();

  await planTenants({ ...runs, stacks: STACKS });

  expect(lines.slice(1)).toEqual([
    "| tenant-dev-quiet | no changes |  |",
    "| tenant-dev-harmless | 1 change |  |",
    "| tenant-dev-identity | 1 change; T26 aws_iam_role.r: expected no change of an identity, got create; a person reads who may sign in |  |",
    "| tenant-dev-broken | :x: failed: no cluster |  |",
  ]);
  expect(readdirSync(runs.rows)).toHaveLength(STACKS.length);
  expect(driftIn(["tenant-dev-quiet", "tenant-dev-harmless", "tenant-dev-lost"], runs.rows)).toEqual([
    "| tenant-dev-harmless | 1 change |  |",
    "| tenant-dev-lost | :x: did not finish | |",
  ]);
});

it("sorts stacks into those that need no person and those that a person reads first", async () => {
  const { folder, runs } = machine();
  await planTenants({ ...runs, stacks: STACKS });
  const jobs = [
    { environment: "dev", shard: 1, stacks: STACKS },
    { environment: "dev", shard: 2, stacks: ["tenant-dev-other"] },
  ];

  expect(verdicts(jobs, folder)).toEqual({
    alone: [{ environment: "dev", shard: 1, stacks: ["tenant-dev-harmless"] }],
    person: [{ environment: "dev", shard: 1, stacks: ["tenant-dev-identity"] }],
    failed: ["tenant-dev-broken", "tenant-dev-other"],
  });
});

it("applies what was planned, and nothing that was not", async () => {
  const { runs, lines, log } = machine();
  await planTenants({ ...runs, stacks: STACKS });
  lines.length = 0;

  expect(await applyTenants({ ...runs, stacks: ["tenant-dev-harmless"] })).toBe(0);
  expect(await applyTenants({ ...runs, stacks: ["tenant-dev-quiet", "tenant-dev-identity"] })).toBe(1);
  expect(lines.filter((line) => line.includes("tenant-"))).toEqual([
    "| tenant-dev-harmless | applied |  |",
    "| tenant-dev-quiet | :x: nothing was planned for it |  |",
    "| tenant-dev-identity | applied |  |",
  ]);
  expect(log().filter((line) => line.endsWith(" apply"))).toEqual([
    "tenant-dev-harmless apply",
    "tenant-dev-identity apply",
  ]);
});

it("applies no plan that differs from the one that was reviewed", async () => {
  const { folder, runs, lines, log } = machine();
  await planTenants({ ...runs, stacks: ["tenant-dev-harmless"] });
  writeProgram(join(folder, "terraform"), TERRAFORM.replace('"after":{"timeout":2', '"after":{"timeout":3'));

  expect(await applyTenants({ ...runs, stacks: ["tenant-dev-harmless"] })).toBe(1);
  expect(lines.at(-1)).toContain("the plan is not the one that was reviewed any more");
  expect(log().some((line) => line.endsWith(" apply"))).toBe(false);
});

it("applies no plan that a person had to read, where its job says that none has to", async () => {
  const { runs, lines, log } = machine();
  await planTenants({ ...runs, stacks: ["tenant-dev-identity"] });
  const plans = JSON.parse(readFileSync(runs.plans, "utf8")) as object[];
  writeFileSync(runs.plans, JSON.stringify(plans.map((plan) => ({ ...plan, reasons: [] }))));

  expect(await applyTenants({ ...runs, stacks: ["tenant-dev-identity"] })).toBe(1);
  expect(lines.at(-1)).toContain("the plan is not the one that was reviewed any more");
  expect(log().some((line) => line.endsWith(" apply"))).toBe(false);
});
