import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { environmentSettings } from "../../../src/platform/environments";
import type { EnvironmentSettings } from "../../../src/settings/environment/environment";
import { defineEnvironments } from "../../support/organisation";
import { stacksOf } from "../../support/stacks";
import { type Block, valuesOf } from "../../support/terraform";

/** Settings of an environment whose promotion is as the defaults have it. */
const withDefaults = (settings: EnvironmentSettings): EnvironmentSettings => ({
  ...settings,
  clusters: Object.fromEntries(
    Object.entries(settings.clusters).map(([name, cluster]) => [
      name,
      { ...cluster, addons: { ...cluster.addons, argoWorkflows: {} } },
    ]),
  ),
});

const stacks = stacksOf(...defineEnvironments(environmentSettings.map(withDefaults)));

const objectsOf = (environment: string): Block[] =>
  stacks[`cluster-services-${environment}`]!.all(Release)
    .filter(({ repository }) => repository === undefined)
    .flatMap((release) => valuesOf(release).objects as Block[]);

/** Repositories that an environment's workflow writes tags to. */
function writtenBy(environment: string): string[] {
  const template = objectsOf(environment).find(
    ({ kind, metadata }) => kind === "WorkflowTemplate" && metadata.name === "deploy-image",
  )!;
  const variables = (template.spec.templates as Block[])[0]!.container.env as Block[];
  const value = (name: string) => variables.find((variable) => variable.name === name)!.value as string;

  return value("ENVIRONMENTS")
    .split(" ")
    .map((name) =>
      value("PER_ENVIRONMENT") === "true" ? `${value("REPOSITORY")}-${name}` : value("REPOSITORY"),
    );
}

/** Repositories that an environment's Argo CD applies with every right. */
const appliedBy = (environment: string): string[] =>
  objectsOf(environment)
    .filter(({ kind }) => kind === "Application")
    .flatMap(({ spec }) => (spec.sources ?? [spec.source]) as Block[])
    .map(({ repoURL }) => repoURL as string);

describe("repositories of tags", () => {
  it("keep what integration writes from what production applies", () => {
    expect(writtenBy("integration")).toEqual([
      "https://github.com/alphagov/image-tags-integration",
      "https://github.com/alphagov/image-tags-staging",
    ]);
    expect(appliedBy("production")).toContain("https://github.com/alphagov/image-tags-production");
    expect(writtenBy("integration").filter((one) => appliedBy("production").includes(one))).toEqual([]);
  });

  it("bring each application's tag into the chart that makes it, where there is one", () => {
    const [source] = objectsOf("production").find(({ kind }) => kind === "Application")!.spec
      .sources as Block[];

    expect(source!.helm.ignoreMissingValueFiles).toBe(true);
    expect(source!.helm.valueFiles).toEqual(
      expect.arrayContaining(["values-production.yaml", "$tags/image-tags/frontend"]),
    );
  });
});
