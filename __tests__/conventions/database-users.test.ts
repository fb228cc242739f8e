import { Release } from "@cdktf/provider-helm/lib/release";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { describe, expect, it } from "vitest";
import { MASTER_COPIES } from "../../src/constructs/database-user/master-copy";
import { everyStack } from "../support/every-platform";
import { type Block, type Terraform, valuesOf } from "../support/terraform";

/** Credentials of a database, as a stack stores them. */
interface Credentials {
  readonly path: string;
  readonly username: string;
}

/** Every secret of any stack that names a user of a database. */
const credentials: Credentials[] = everyStack.flatMap(({ terraform }) =>
  Object.entries(terraform.named(SecretsmanagerSecretVersion)).flatMap(([name, version]) => {
    const [, username] =
      /"engine":"postgres".*"username":"(\w+)"/.exec(String(version.secret_string_wo)) ?? [];
    const secret = terraform.named(SecretsmanagerSecret)[name.replace(/_version$/, "_secret")];
    return username === undefined ? [] : [{ path: String(secret!.name), username }];
  }),
);
const masters = new Set(
  everyStack.flatMap(({ terraform }) => terraform.all(RdsCluster).map((cluster) => cluster.master_username)),
);
const pathsOf = (isMaster: boolean): string[] =>
  credentials.filter(({ username }) => masters.has(username) === isMaster).map(({ path }) => path);

/** Objects of the platform's own releases. */
const objectsOf = (terraform: Terraform): Block[] =>
  terraform
    .all(Release)
    .filter(({ chart }) => String(chart).startsWith("./"))
    .flatMap((release) => valuesOf(release).objects as Block[]);

/** Scripts that psql runs as a master, each once. */
const scripts = new Set(
  everyStack.flatMap(({ terraform }) =>
    objectsOf(terraform)
      .filter(({ kind }) => kind === "ConfigMap")
      .flatMap(({ data }) => Object.entries((data ?? {}) as Record<string, string>))
      .flatMap(([name, text]) => (name.endsWith(".sql") && name !== "mysql.sql" ? [text] : [])),
  ),
);

/** First line of a script that is no comment. */
const firstStatement = (script: string): string | undefined =>
  script.split("\n").find((line) => line !== "" && !line.startsWith("--"));

const copies = everyStack.flatMap(({ terraform }) =>
  objectsOf(terraform)
    .filter(({ kind }) => kind === "ExternalSecret")
    .flatMap(({ metadata, spec }) =>
      [...(spec.data ?? []), ...(spec.dataFrom ?? [])]
        .map((from: Block) => String(from.remoteRef?.key ?? from.extract?.key))
        .map((path) => ({ path, name: String(metadata.name), metadata: metadata as Block })),
    ),
);

/** Names of the releases whose pods take a variable or a setting from one of some Secrets. */
const readersOf = (secrets: readonly string[]): string[] => [
  ...new Set(
    everyStack
      .flatMap(({ terraform }) => terraform.all(Release))
      .filter((release) => {
        const text = JSON.stringify(valuesOf(release));
        return secrets.some((secret) =>
          [`"name":"${secret}","key":`, `"secretName":"${secret}"`].some((use) => text.includes(use)),
        );
      })
      .map(({ name }) => String(name)),
  ),
];

describe("credentials of add-ons' databases", () => {
  it("are a master's and an add-on's for each database", () => {
    expect(pathsOf(true).length).toBeGreaterThan(2);
    expect(pathsOf(false)).toHaveLength(pathsOf(true).length);
  });

  it("bring no master's password into the cluster but for a Job that ends", () => {
    const lasting = copies.filter(
      ({ path, metadata }) =>
        pathsOf(true).includes(path) && metadata.annotations?.["helm.sh/hook"] === undefined,
    );

    expect(copies.some(({ path }) => pathsOf(true).includes(path))).toBe(true);
    expect(lasting).toEqual([]);
  });

  it("have copies of masters' by whose names an alert knows one that stays, and of no others", () => {
    const called = copies.filter(({ name }) => new RegExp(`^${MASTER_COPIES}$`).test(name));
    const passing = copies.filter(({ metadata }) => metadata.annotations?.["helm.sh/hook"] !== undefined);

    expect(called.length).toBeGreaterThan(4);
    expect(called.map(({ name }) => name)).toEqual(passing.map(({ name }) => name));
  });

  it("give a master's Secret to the Job that makes the user, and to no add-on", () => {
    const secrets = copies.filter(({ path }) => pathsOf(true).includes(path)).map(({ name }) => name);

    expect(readersOf(secrets).sort()).toEqual(["argo-workflows-database-user", "grafana-database-user"]);
  });

  it("are read by the add-on itself, once it has a user", () => {
    const secrets = copies.filter(({ path }) => pathsOf(false).includes(path)).map(({ name }) => name);

    expect(readersOf(secrets).sort()).toEqual([
      "argo-workflows",
      "argo-workflows-database-user",
      "grafana",
      "grafana-database-user",
    ]);
  });

  it("have a master for whom no function of another user stands in for PostgreSQL's", () => {
    expect(scripts.size).toBe(2);
    expect([...scripts].map(firstStatement)).toEqual([
      "SET search_path = pg_catalog, pg_temp;",
      "SET search_path = pg_catalog, pg_temp;",
    ]);
  });
});
