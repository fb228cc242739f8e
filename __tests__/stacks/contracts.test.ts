import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { environments, platform, stacks } from "../support/platform";
import { type Block, valuesOf } from "../support/terraform";

/** Outputs that a stack reads of others: `{ "vpc-staging": ["id", …] }`. */
function readsOf(json: Record<string, unknown>): Record<string, string[]> {
  const sources = (json as { data?: { terraform_remote_state?: Record<string, { config: Workspace }> } }).data
    ?.terraform_remote_state;
  const text = JSON.stringify(json);

  return Object.fromEntries(
    Object.entries(sources ?? {}).map(([name, { config }]) => {
      const reads = text.matchAll(new RegExp(`terraform_remote_state\\.${name}\\.outputs\\.(\\w+)`, "g"));
      return [config.workspaces.name, [...new Set([...reads].map(([, output = ""]) => output))]];
    }),
  );
}

interface Workspace {
  readonly workspaces: { readonly name: string };
}

describe.each(stacks)("$id", ({ terraform }) => {
  it("reads only what the stacks before it publish", () => {
    for (const [producer, names] of Object.entries(readsOf(terraform.json))) {
      expect(Object.keys(platform[producer]?.outputs() ?? {}), producer).toEqual(
        expect.arrayContaining(names),
      );
      expect(names, producer).not.toEqual([]);
    }
  });

  it("publishes nothing that is a secret", () => {
    expect(Object.keys(terraform.outputs()).filter((name) => /password|token|credential/.test(name))).toEqual(
      [],
    );
    expect(JSON.stringify(terraform.outputs())).not.toContain("ephemeral.");
  });
});

it.each(environments)(
  "$name's workflows are remembered in the database that is made for them",
  ({ name }) => {
    const infrastructure = platform[`cluster-infrastructure-${name}`]!;
    const releases = platform[`cluster-services-${name}`]!.named(Release);
    const { postgresql } = valuesOf(releases["argo-workflows_release"]!).controller.persistence as Block;

    expect(infrastructure.outputs().argo_workflows_database_endpoint).toBe(
      "${aws_rds_cluster.argo-workflows-database_cluster.endpoint}",
    );
    expect(postgresql.host).toContain(".outputs.argo_workflows_database_endpoint}");
    expect(postgresql.database).toBe(
      infrastructure.named(RdsCluster)["argo-workflows-database_cluster"]!.database_name,
    );
    const secrets = infrastructure.named(SecretsmanagerSecret);
    for (const id of ["secret", "user-secret"]) {
      expect(releases["argo-workflows_database-user_release"]!.values[0]).toContain(
        `"${String(secrets[`argo-workflows-database_${id}_secret`]!.name)}"`,
      );
    }
  },
);
