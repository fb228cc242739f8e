import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";

const workflow = parse(readFileSync(".github/workflows/deploy-product.yml", "utf8")) as {
  readonly jobs: {
    readonly deploy: { readonly steps: readonly { readonly name?: string; readonly run?: string }[] };
  };
};
const script = workflow.jobs.deploy.steps.find(({ name }) => name === "Deploy")!.run!;

/** Programs that write down how they were called. */
const PROGRAMS = {
  curl: `echo '{"value":"token of GitHub"}'`,
  aws: "true",
  helm: "true",
  kubectl: `case "$*" in *" get "*) printf 'deployment.apps/maps\\nservice/maps\\n';; esac`,
};

/** Runs the step as GitHub does, with programs that only write down their calls. */
function deploy(inputs: Readonly<Record<string, string>>, programs: Partial<typeof PROGRAMS> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "deploy-product-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, body] of Object.entries({ ...PROGRAMS, ...programs })) {
    const log = `echo "${name} $*" >> "${join(folder, "calls")}"`;
    writeFileSync(join(folder, name), `#!/bin/bash\n${log}\n${body}\n`, { mode: 0o755 });
  }
  const { status } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    env: {
      PATH: [folder, process.env.PATH].join(delimiter),
      RUNNER_TEMP: folder,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "x",
      ACTIONS_ID_TOKEN_REQUEST_URL: "https://token.example/?a=b",
      CLUSTER: "river",
      NAMESPACE: "maps-live",
      CHART: "",
      MANIFESTS: "deploy",
      ...inputs,
    },
  });
  return {
    status,
    calls: readFileSync(join(folder, "calls"), "utf8").trimEnd().split("\n"),
    token: readFileSync(join(folder, "github-token"), "utf8").trim(),
  };
}

it("signs in with GitHub's token for AWS, applies the manifests and waits for their workloads alone", () => {
  const { status, calls, token } = deploy({});

  expect(status).toBe(0);
  expect(token).toBe("token of GitHub");
  expect(calls[0]).toContain("https://token.example/?a=b&audience=sts.amazonaws.com");
  expect(calls.slice(1)).toEqual([
    "aws eks update-kubeconfig --name river",
    "kubectl --namespace maps-live apply --filename deploy",
    "kubectl --namespace maps-live get --filename deploy --output name",
    "kubectl --namespace maps-live rollout status --timeout 10m deployment.apps/maps",
  ]);
});

it("installs a chart, and waits for it", () => {
  expect(deploy({ CHART: "chart" }).calls.slice(2)).toEqual([
    "helm upgrade --install maps-live chart --namespace maps-live --wait --timeout 10m",
  ]);
});

it("fails where workloads do not become ready", () => {
  const kubectl = `${PROGRAMS.kubectl}; case "$*" in *" rollout "*) exit 1;; esac`;

  expect(deploy({}, { kubectl }).status).not.toBe(0);
});

it("calls nothing without a token", () => {
  const { status, calls } = deploy({}, { curl: "exit 22" });

  expect(status).not.toBe(0);
  expect(calls).toHaveLength(1);
});
