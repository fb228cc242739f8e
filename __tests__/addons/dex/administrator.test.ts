import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Dex } from "../../../src/addons/dex/dex";
import { cluster } from "../../support/fixtures";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const terraform = Terraform.of(
  (scope) =>
    new Dex(scope, "dex", {
      cluster,
      namespace: "cluster-services",
      replicas: 2,
      provider: false,
      deliveryNamespace: "delivery",
      monitoringNamespace: "monitoring",
      loadBalancerName: "dex",
      secretStore: "aws-secretsmanager",
      secretsPrefix: "govuk",
      secretRecoveryDays: 7,
      kubernetes: false,
    }),
);

const releases = terraform.named(Release);
const { config, envVars } = valuesOf(releases["dex_release"]!);

describe("Dex without a provider", () => {
  it("knows one user, by an address in the cluster's zone, and no connector", () => {
    expect(config).not.toHaveProperty("connectors");
    expect(config.enablePasswordDB).toBe(true);
    expect(config.staticPasswords).toEqual([
      {
        email: "administrator@eks.test.govuk.digital",
        username: "administrator",
        userID: "administrator",
        hashFromEnv: "ADMINISTRATOR_PASSWORD_HASH",
      },
    ]);
  });

  it("is told the hash of the password, and never the password, by its environment", () => {
    const variables = envVars.filter(
      ({ valueFrom }: Block) => !valueFrom.secretKeyRef.name.startsWith("dex-client-"),
    );

    expect(variables).toEqual([
      {
        name: "ADMINISTRATOR_PASSWORD_HASH",
        valueFrom: { secretKeyRef: { name: "dex-administrator", key: "hash" } },
      },
    ]);
  });

  it("has a password that Terraform stores beside its hash without keeping either", () => {
    const version = terraform.named(SecretsmanagerSecretVersion)["dex_administrator_secret_version"]!;
    const password =
      "ephemeral.aws_secretsmanager_random_password.dex_administrator_secret_password.random_password";

    expect(JSON.parse(version.secret_string_wo)).toEqual({
      email: "administrator@eks.test.govuk.digital",
      password: `\${${password}}`,
      hash: `\${bcrypt(${password})}`,
    });
    expect(version.secret_string_wo_version).toBe(1);
    expect(version).not.toHaveProperty("secret_string");
  });

  it("shows the password to people in a Kubernetes Secret, copied once it exists", () => {
    const copy = releases["dex_administrator_copy"]!;
    const [secret] = valuesOf(copy).objects;

    expect(secret.metadata).toEqual({ name: "dex-administrator", namespace: "cluster-services" });
    expect(secret.spec.dataFrom).toEqual([{ extract: { key: "govuk/dex/administrator/govuk" } }]);
    expect(copy.depends_on).toEqual(["aws_secretsmanager_secret_version.dex_administrator_secret_version"]);
  });

  it("starts once the copy is on its way", () => {
    expect(releases["dex_release"]!.depends_on).toContain("helm_release.dex_administrator_copy");
  });
});
