import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { describe, expect, it } from "vitest";
import { GeneratedSecret } from "../../src/constructs/generated-secret";
import { Terraform } from "../support/terraform";

const terraform = Terraform.of((scope) => {
  new GeneratedSecret(scope, "database", {
    name: "govuk/grafana/database",
    recoveryDays: 7,
    value: (random) => ({ username: "grafana", password: random("password", { length: 40 }) }),
  });
});

describe("GeneratedSecret", () => {
  it("has the name and the recovery window it is given", () => {
    expect(terraform.only(SecretsmanagerSecret)).toMatchObject({
      name: "govuk/grafana/database",
      recovery_window_in_days: 7,
    });
  });

  it("stores one JSON object through the write-only argument, so that no state holds it", () => {
    const version = terraform.only(SecretsmanagerSecretVersion);

    expect(version).not.toHaveProperty("secret_string");
    expect(JSON.parse(version.secret_string_wo)).toEqual({
      username: "grafana",
      password: "${ephemeral.aws_secretsmanager_random_password.database_password.random_password}",
    });
  });

  it("stores it once: later runs leave the version number, and so the value, as it is", () => {
    expect(terraform.only(SecretsmanagerSecretVersion).secret_string_wo_version).toBe(1);
  });

  it("makes each random part up by an ephemeral resource of its own", () => {
    expect(Object.keys(terraform.json.ephemeral.aws_secretsmanager_random_password)).toEqual([
      "database_password",
    ]);
  });
});
