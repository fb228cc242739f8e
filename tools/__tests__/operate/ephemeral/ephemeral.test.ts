import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { create } from "../../../operate/ephemeral/create";
import { destroy, finish } from "../../../operate/ephemeral/destroy";
import { permanentSettings } from "../../../../src/platform/environments";
import { ephemeral } from "../../../../__tests__/support/organisation";
import { noAccess } from "../../../../__tests__/support/environments";

const LIST = "src/platform/environments/ephemeral.ts";
const PERMANENT = "src/platform/access/integration.yaml";

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "ephemeral-"));
  onTestFinished(() => rmSync(project, { recursive: true, force: true }));
  [PERMANENT, ".prettierrc.json"].forEach((file) => cpSync(file, join(project, file)));
  mkdirSync(join(project, "src/platform/environments"));
  writeFileSync(join(project, LIST), "const settings: readonly EphemeralSettings[] = [];\n");
});

const read = (file: string) => readFileSync(join(project, file), "utf8");

/** Every file of the project with its text. */
const state = () =>
  Object.fromEntries(
    readdirSync(project, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
      .map((file) => [file, read(file)]),
  );

const known = (...ids: string[]) => [
  ...permanentSettings,
  ...ids.map((id) => ephemeral({ id, cluster: { access: noAccess } })),
];

/** The workspace and what it waits for, of each row of the table in a text. */
const runsIn = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim().split(/ {2,}/))
    .filter(([number]) => /^\d$/.test(number!))
    .map(([, workspace, , waitsFor]) => [workspace, waitsFor]);

describe("npm run ephemeral -- create", () => {
  it("adds the environment to the list and writes who may come in", async () => {
    await create("eph-abc123", project, known());

    expect(read(LIST)).toContain('const settings: readonly EphemeralSettings[] = [{ id: "eph-abc123" }];');
    expect(read("src/platform/access/eph-abc123.yaml")).toContain("platformengineer:\n  patterns:");
    expect(Object.keys(state())).toHaveLength(4);
  });

  it("lists the runs to come, each with the one that it waits for", async () => {
    const text = await create("eph-abc123", project, known());

    expect(runsIn(text)).toEqual([
      ["tfc-configuration", "the merge of the configuration"],
      ["tfc-aws-config-eph-abc123", "tfc-configuration"],
      ["vpc-eph-abc123", "tfc-aws-config-eph-abc123"],
      ["root-dns-eph-abc123", "vpc-eph-abc123"],
      ["cluster-infrastructure-eph-abc123", "root-dns-eph-abc123"],
      ["cluster-access-eph-abc123", "cluster-infrastructure-eph-abc123"],
      ["cluster-services-eph-abc123", "cluster-access-eph-abc123"],
    ]);
  });

  it("refuses an id that is taken and writes nothing", async () => {
    const before = state();

    await expect(create("eph-abc123", project, known("eph-abc123"))).rejects.toThrow(
      'create: expected an id that is free, got "eph-abc123", which is taken; choose another',
    );
    expect(state()).toEqual(before);
  });

  it("refuses where the other environments are not right and writes nothing", async () => {
    const before = state();
    const [integration, ...others] = permanentSettings;

    await expect(
      create("eph-abc123", project, [{ ...integration!, secretsRecoveryDays: 3 }, ...others]),
    ).rejects.toThrow("integration secretsRecoveryDays: expected 0, or a whole number from 7 to 30, got 3");
    expect(state()).toEqual(before);
  });

  it("writes all of its files or none", async () => {
    rmSync(join(project, "src/platform/access"), { recursive: true });
    const before = state();

    await expect(create("eph-abc123", project, known())).rejects.toThrow("ENOENT");
    expect(state()).toEqual(before);
  });
});

describe("npm run ephemeral -- destroy", () => {
  const text = destroy("eph-abc123", known("eph-abc123"));

  it("destroys in the opposite order, and last the roles that the runs sign in with", () => {
    expect(runsIn(text)).toEqual([
      ["cluster-services-eph-abc123", "step 1"],
      ["cluster-access-eph-abc123", "cluster-services-eph-abc123"],
      ["cluster-infrastructure-eph-abc123", "cluster-access-eph-abc123"],
      ["root-dns-eph-abc123", "cluster-infrastructure-eph-abc123"],
      ["vpc-eph-abc123", "root-dns-eph-abc123"],
      ["tfc-aws-config-eph-abc123", "vpc-eph-abc123"],
    ]);
  });

  it("has load balancers, volumes and DNS records removed before anything is destroyed", () => {
    const places = [
      "kubectl delete ingresses --all --all-namespaces --timeout",
      "kubectl delete services --all-namespaces --field-selector spec.type=LoadBalancer --timeout",
      "kubectl delete persistentvolumeclaims --all --all-namespaces --timeout",
      "kubectl wait --for=delete persistentvolumes --all --timeout",
      "Name==`eks.eph-abc123.test.govuk.digital.`",
      "terraform -chdir=cdktf.out/stacks/<workspace> destroy",
    ].map((command) => text.indexOf(command));

    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it("removes log groups that AWS made again once everything is destroyed, and lists final snapshots", () => {
    const destroyed = text.indexOf("terraform -chdir=cdktf.out/stacks/<workspace> destroy");
    const removed = text.indexOf("aws logs delete-log-group");

    expect(removed).toBeGreaterThan(destroyed);
    expect(removed).toBeLessThan(text.indexOf("--finish"));
    expect(text).toContain(
      "for prefix in /aws/eks/eph-abc123/ /aws/rds/cluster/grafana-eph-abc123/ /aws/rds/cluster/argo-workflows-eph-abc123/; do",
    );
    expect(text).toContain("for database in grafana-eph-abc123 argo-workflows-eph-abc123; do");
  });

  it("leaves the controllers alone that do so", () => {
    expect(text).toContain("for namespace in apps licensify datagovuk delivery monitoring; do");
    expect(text).not.toMatch(/delete [a-z,]+ --all --namespace (cluster-services|kube-system)/);
  });

  it("stops Argo CD before anything is deleted, which it would make again", () => {
    const stopped = text.indexOf("kubectl scale statefulset/argocd-application-controller");

    expect(stopped).toBeGreaterThan(-1);
    expect(stopped).toBeLessThan(text.indexOf("kubectl delete"));
  });

  it("takes the finalizers off Argo CD's applications, which nobody is left to do", () => {
    expect(text).toContain(
      "kubectl get applicationsets,applications --namespace cluster-services --output name",
    );
    expect(text).toContain('--patch \'{"metadata":{"finalizers":null}}\'');
  });

  it("ends workflows while their controller lets go of their pods", () => {
    const ended = text.indexOf("kubectl delete cronworkflows,workflows --all --all-namespaces");

    expect(ended).toBeGreaterThan(-1);
    expect(ended).toBeLessThan(text.indexOf("for namespace in"));
  });

  it("stops nothing that is not there", () => {
    const settings = known("eph-abc123").at(-1)!;
    const cluster = settings.clusters["eph-abc123"]!;
    const addons = { ...cluster.addons, argoCd: false, argoWorkflows: false } as const;
    const without = destroy("eph-abc123", [
      { ...settings, clusters: { "eph-abc123": { ...cluster, addons } } },
    ]);

    expect(without).not.toMatch(/argocd|workflows --all/);
  });

  it("refuses an id that nobody has, and names those that there are", () => {
    expect(() => destroy("eph-none", known("eph-1", "eph-2"))).toThrow(
      `destroy: expected one of eph-1, eph-2, got "eph-none"; they are listed in ${LIST}`,
    );
    expect(() => destroy("eph-none", known())).toThrow("of which there is none");
  });
});

describe("npm run ephemeral -- destroy --finish", () => {
  it("leaves the project as it was before the environment was created", async () => {
    const before = state();
    await create("eph-abc123", project, known());

    await finish("eph-abc123", project, known("eph-abc123"));

    expect(state()).toEqual(before);
  });

  it("leaves other ephemeral environments alone", async () => {
    await create("eph-1", project, known());
    const before = state();
    await create("eph-2", project, known("eph-1"));

    await finish("eph-2", project, known("eph-1", "eph-2"));

    expect(state()).toEqual(before);
  });

  it("says for how long the id is not free", async () => {
    await create("eph-1", project, known());

    expect(await finish("eph-1", project, known("eph-1"))).toContain("in 7 days");
  });

  it("refuses an id that nobody has and writes nothing", async () => {
    const before = state();

    await expect(finish("eph-none", project, known())).rejects.toThrow('got "eph-none"');
    expect(state()).toEqual(before);
  });
});
