import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ADOPTED_ADDRESSES } from "../../../src/platform/adopted-addresses";
import type { StackName } from "../../../src/settings/state/stack-names";
import { inTemporaryFolder } from "../../kit/temporary-folder";
import type { ApiServer } from "../../offline/api-server";
import { withControlPlane } from "../../offline/control-plane";
import { adopt } from "../../operate/adopt/adoption";
import { readState } from "../../operate/adopt/read-state";
import { stateSettings } from "../../operate/adopt/settings-text";
import { targetStack } from "../../operate/adopt/target-stack";
import type { JsonMap } from "../../terraform-json/json-map";
import { applyPrograms } from "../../toolbox/apply-programs";
import { provide, type Provider } from "../../toolbox/providers";
import { terraform } from "../../toolbox/terraform";

const { signal } = new AbortController();

const REQUIREMENTS = [
  { name: "helm", source: "helm", version: "3.1.1" },
  { name: "kubernetes", source: "kubernetes", version: "2.38.0" },
];

/** Control plane and providers of this machine; a reason where they cannot be had. */
let tools: Awaited<ReturnType<typeof toolsOf>>;
beforeAll(async () => {
  tools = await toolsOf();
  if ("missing" in tools) {
    console.warn(`NOT CHECKED: no release was taken over: ${tools.missing}`);
  }
}, 900_000);

beforeEach((context) => {
  if ("missing" in tools) {
    context.skip(tools.missing);
  }
});

const toolsOf = () =>
  inTemporaryFolder("providers", async (folder) => {
    const found = [...(await provide(REQUIREMENTS, folder, signal)).values()];
    const missing = found.find((one) => "missing" in one);
    if (missing !== undefined) {
      return { missing: `provider ${missing.name}: ${"missing" in missing ? missing.missing : ""}` };
    }
    const control = await applyPrograms(() => undefined, signal);
    if ("missing" in control) {
      return control;
    }
    const kept = join(process.cwd(), "node_modules", ".cache", "adopt-release");
    const providers = found as readonly Provider[];
    providers.forEach(({ name, plugins }) => cpSync(plugins, join(kept, name), { recursive: true }));
    return { programs: control.programs, kept, providers };
  });

/** A stack of the providers' resources on a server, in a folder of its own. */
function place(folder: string, { url, token, certificate }: ApiServer) {
  if ("missing" in tools) {
    throw new Error(tools.missing);
  }
  const { kept, providers } = tools;
  mkdirSync(folder, { recursive: true });
  const cluster = { host: url, token, cluster_ca_certificate: certificate };
  const run = async (...args: readonly string[]) => {
    const outcome = await terraform(args, { folder, signal });
    if (outcome.code !== 0) {
      throw new Error(`terraform ${args.join(" ")}: ${outcome.stderr}`);
    }
    return outcome.stdout;
  };
  return {
    run,
    async write(json: JsonMap) {
      const required_providers = Object.fromEntries(
        providers.map(({ name, source, used }) => [name, { source, version: used }]),
      );
      const provider = { kubernetes: [cluster], helm: [{ kubernetes: cluster }] };
      writeFileSync(
        join(folder, "main.tf.json"),
        JSON.stringify({ terraform: { required_providers }, provider, ...json }),
      );
      await run("init", ...providers.map(({ name }) => `-plugin-dir=${join(kept, name)}`));
    },
    async planned(): Promise<Record<string, readonly string[]>> {
      await run("plan", "-out=plan");
      const { resource_changes } = JSON.parse(await run("show", "-json", "plan")) as {
        resource_changes: { address: string; change: { actions: string[]; importing?: object } }[];
      };
      return Object.fromEntries(
        resource_changes.map(({ address, change: { actions, importing } }) => [
          address,
          importing === undefined ? actions : ["import", ...actions],
        ]),
      );
    },
  };
}

const namespace: JsonMap = { metadata: { name: "monitoring" } };

/** A release of a chart with one object. */
function release(folder: string, value: string): JsonMap {
  const chart = join(folder, "chart");
  mkdirSync(join(chart, "templates"), { recursive: true });
  writeFileSync(join(chart, "Chart.yaml"), "apiVersion: v2\nname: dex\nversion: 1.0.0\n");
  writeFileSync(
    join(chart, "templates", "object.yaml"),
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: dex}\ndata: {value: {{ .Values.value | quote }}}\n",
  );
  return { name: "dex", namespace: "default", chart, values: [`value: ${value}`] };
}

describe("a release and a namespace of another platform", () => {
  it("are taken over as they are: none is destroyed", async () => {
    if ("missing" in tools) {
      return;
    }
    await withControlPlane(tools.programs, signal, (server) =>
      inTemporaryFolder("adopt-release", async (folder) => {
        const services = place(join(folder, "cluster-services"), server);
        const access = place(join(folder, "cluster-access"), server);
        await services.write({
          resource: {
            helm_release: { dex: release(folder, "old") },
            kubernetes_namespace_v1: { monitoring: namespace },
          },
        });
        await services.run("apply", "-auto-approve");
        const entries = readState(await services.run("show", "-json"), "cluster-services");
        const path = "/api/v1/namespaces/monitoring";
        const before = (await server.client.get(path)).body.metadata;

        const code = new Map<StackName, JsonMap>([
          ["cluster-services", { resource: { helm_release: { dex_release: release(folder, "new") } } }],
          ["cluster-access", { resource: { kubernetes_namespace_v1: { namespaces_monitoring: namespace } } }],
        ]);
        const required = { required_providers: { helm: {}, kubernetes: {} } };
        const stacks = new Map(
          [...code].map(([stack, json]) => [
            stack,
            targetStack(stack, { id: stack, folder, json: { ...json, terraform: required } }),
          ]),
        );
        const { moved, imported, removed } = stateSettings(
          adopt([{ stack: "cluster-services", entries }], stacks, ADOPTED_ADDRESSES),
        );

        await services.write({
          ...code.get("cluster-services"),
          moved: moved.map(({ from, to }) => ({ from, to })),
          removed: removed.map(({ from }) => ({ from, lifecycle: { destroy: false } })),
        });
        expect(await services.planned()).toEqual({
          "helm_release.dex_release": ["update"],
          "kubernetes_namespace_v1.monitoring": ["forget"],
        });
        await services.run("apply", "-auto-approve", "plan");

        await access.write({
          ...code.get("cluster-access"),
          import: imported.map(({ address, id }) => ({ to: address, id })),
        });
        const plan = await access.planned();
        expect(plan["kubernetes_namespace_v1.namespaces_monitoring"]![0]).toBe("import");
        expect(Object.values(plan).flat()).not.toContain("delete");
        await access.run("apply", "-auto-approve", "plan");

        // The same namespace, by its uid, with a release that was changed in place.
        expect((await server.client.get(path)).body.metadata).toMatchObject({
          uid: (before as JsonMap).uid!,
        });
        const { body } = await server.client.get("/api/v1/namespaces/default/configmaps/dex");
        expect(body.data).toEqual({ value: "new" });
        expect(await services.planned()).toEqual({ "helm_release.dex_release": ["no-op"] });
      }),
    );
  }, 400_000);
});
