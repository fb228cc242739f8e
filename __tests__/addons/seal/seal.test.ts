import { execFile } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it, onTestFinished } from "vitest";
import { Seal } from "../../../src/addons/seal/seal";
import { sealNetwork } from "../../../src/addons/seal/network";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const objects = valuesOf(
  Terraform.of(
    (scope) =>
      new Seal(scope, "seal", {
        namespace: "cluster-services",
        registries: { "public.ecr.aws": "mirror.example/public" },
        secret: "govuk/seal",
        timeZone: "Europe/London",
        digests: [
          {
            name: "search",
            team: "search",
            slackChannel: "#govuk-search",
            schedule: "30 9 * * 1-5",
            repositories: ["alphagov/search-api", "alphagov/search-admin"],
          },
        ],
      }),
  ).only(Release),
).objects as Block[];

const only = (kind: string): Block => objects.find((object) => object.kind === kind)!;

describe("Seal", () => {
  const { spec, metadata } = only("CronJob");
  const pod = spec.jobTemplate.spec.template.spec as Block;

  it("has a job for each team, on the team's schedule in London's time", () => {
    expect(metadata.name).toBe("seal-search");
    expect(spec).toMatchObject({ schedule: "30 9 * * 1-5", timeZone: "Europe/London" });
  });

  it("runs the script that its ConfigMap brings, with what its team and its tokens are", () => {
    const [container] = pod.containers as [Block];
    const [mount] = container.volumeMounts as [Block];
    const volume = (pod.volumes as Block[]).find(({ name }) => name === mount.name);
    const script = Object.keys(only("ConfigMap").data as object)[0]!;

    expect(container.command).toEqual(["node", `${mount.mountPath as string}/${script}`]);
    expect(volume).toMatchObject({ configMap: { name: only("ConfigMap").metadata.name as string } });
    expect(container.env).toEqual(
      expect.arrayContaining([
        { name: "TEAM", value: "search" },
        { name: "CHANNEL", value: "#govuk-search" },
        { name: "REPOSITORIES", value: "alphagov/search-api alphagov/search-admin" },
      ]),
    );
  });

  it("tells nobody twice, and nobody in the evening of what was open in the morning", () => {
    expect(spec.concurrencyPolicy).toBe("Forbid");
    expect(spec.startingDeadlineSeconds).toBeLessThanOrEqual(60 * 60);
    expect(spec.jobTemplate.spec.activeDeadlineSeconds).toBeLessThan(10 * 60);
  });

  it("has pods that its network policy knows", () => {
    expect(spec.jobTemplate.spec.template.metadata.labels).toMatchObject(sealNetwork.pods.labels);
  });

  it("takes its tokens from a copied secret and its image from the mirror", () => {
    expect(only("ExternalSecret").spec.data).toHaveLength(2);
    expect(pod.containers[0].image).toMatch(/^mirror\.example\/public\/docker\/library\/node:/);
    for (const key of ["github_token", "slack_token"]) {
      expect(pod.containers[0].env).toContainEqual({
        name: key.toUpperCase(),
        valueFrom: { secretKeyRef: { name: only("ExternalSecret").spec.target.name as string, key } },
      });
    }
  });

  it("asks nothing of Kubernetes and keeps to the restricted standard", () => {
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    });
    expect(pod.containers[0].securityContext).toMatchObject({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });
});

const pull = (title: string, login: string, days: number, draft = false) => ({
  title,
  html_url: `https://github.example/${title.replaceAll(" ", "-")}`,
  user: { login },
  created_at: new Date(Date.now() - days * 24 * 60 * 60 * 1000 - 1000).toISOString(),
  draft,
});

/** Answers as GitHub and Slack would, and remembers what Slack is told. */
async function internet(pulls: Readonly<Record<string, readonly object[]>>, slack: object = { ok: true }) {
  const told: Block[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const repository = /^\/repos\/(.+)\/pulls/.exec(request.url ?? "")?.[1];
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      if (repository === undefined) {
        told.push(JSON.parse(body) as Block);
      }
      const answer = repository === undefined ? slack : pulls[repository];
      response.statusCode = answer ? 200 : 404;
      response.end(JSON.stringify(answer ?? {}));
    });
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  return { told, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Runs the script of the ConfigMap's job as its container would. */
const run = (url: string, repositories: readonly string[]) =>
  promisify(execFile)("node", ["src/addons/seal/digest.mjs"], {
    env: {
      PATH: process.env.PATH,
      TEAM: "search",
      CHANNEL: "#govuk-search",
      REPOSITORIES: repositories.join(" "),
      GITHUB_TOKEN: "github",
      SLACK_TOKEN: "slack",
      GITHUB_URL: url,
      SLACK_URL: url,
    },
  });

describe("the digest", () => {
  it("lists people's pull requests, the oldest first, and counts those of bots", async () => {
    const { told, url } = await internet({
      "alphagov/search-api": [pull("Young", "ada", 1), pull("Bump rails", "dependabot[bot]", 3)],
      "alphagov/search-admin": [pull("Old <b> & done", "grace", 9), pull("Not yet", "ada", 20, true)],
    });
    await run(url, ["alphagov/search-api", "alphagov/search-admin"]);

    expect(told).toMatchObject([{ channel: "#govuk-search" }]);
    expect((told[0]!.text as string).split("\n")).toEqual([
      "*2 pull requests of search are waiting*",
      "• <https://github.example/Old-<b>-&-done|Old &lt;b&gt; &amp; done> (search-admin, by grace) :warning: 9 days old",
      "• <https://github.example/Young|Young> (search-api, by ada)",
      "and 1 that only change versions",
    ]);
  });

  it("says nothing where nothing is open", async () => {
    const { told, url } = await internet({ "alphagov/search-api": [] });
    const { stdout } = await run(url, ["alphagov/search-api"]);

    expect(told).toEqual([]);
    expect(stdout).toContain("search: 0 pull requests");
  });

  it("names a repository that it could not read, and fails, without keeping the rest back", async () => {
    const { told, url } = await internet({ "alphagov/search-api": [pull("Young", "ada", 1)] });

    await expect(run(url, ["alphagov/search-api", "alphagov/gone"])).rejects.toMatchObject({ code: 1 });
    expect(told[0]!.text).toContain("Not read: alphagov/gone");
    expect(told[0]!.text).toContain("|Young>");
  });

  it("fails where Slack refuses the message", async () => {
    const { url } = await internet(
      { "alphagov/search-api": [pull("Young", "ada", 1)] },
      { ok: false, error: "channel_not_found" },
    );

    await expect(run(url, ["alphagov/search-api"])).rejects.toMatchObject({
      stderr: expect.stringContaining("Slack: channel_not_found") as string,
    });
  });
});
