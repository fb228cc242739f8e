import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { describe, expect, it } from "vitest";
import { PostgresDatabase, type PostgresDatabaseProps } from "../../src/infrastructure/postgres-database";
import { Terraform } from "../support/terraform";

const database = (props: Partial<PostgresDatabaseProps> = {}) =>
  Terraform.of(
    (scope) =>
      new PostgresDatabase(scope, "grafana", {
        name: "grafana-govuk",
        databaseName: "grafana",
        host: "grafana-govuk-db.eks.test.govuk-internal.digital",
        secretName: "govuk/grafana/database",
        userSecretName: "govuk/grafana/database-user",
        port: 5433,
        region: "eu-west-1",
        accountId: "123456789012",
        vpcId: "vpc-1",
        subnetIds: ["subnet-1", "subnet-2"],
        clientSecurityGroupId: "sg-1",
        zoneId: "Z0",
        engineVersion: "16.13",
        applyImmediately: false,
        backupRetentionDays: 7,
        skipFinalSnapshot: false,
        autoPause: false,
        maxCapacity: 256,
        passwordVersion: 1,
        secretsRecoveryDays: 7,
        logRetentionDays: 731,
        protected: true,
        ...props,
      }),
  );

const versions = (props: Partial<PostgresDatabaseProps> = {}) =>
  database(props).named(SecretsmanagerSecretVersion);

describe("PostgresDatabase", () => {
  it("takes its password from Secrets Manager without writing it down", () => {
    const cluster = database().only(RdsCluster);

    expect(cluster.master_password).toBeUndefined();
    expect(cluster.master_password_wo).toBe(
      '${jsondecode(ephemeral.aws_secretsmanager_secret_version.grafana_stored.secret_string)["password"]}',
    );
  });

  it("reads the password back only after it was stored", () => {
    expect(database().json.ephemeral.aws_secretsmanager_secret_version.grafana_stored).toEqual({
      secret_id: "${aws_secretsmanager_secret.grafana_secret_secret.id}",
      depends_on: ["aws_secretsmanager_secret_version.grafana_secret_version"],
    });
  });

  it("changes the stored and the used passwords together", () => {
    expect(database({ passwordVersion: 2 }).only(RdsCluster).master_password_wo_version).toBe(2);
    expect(
      Object.values(versions({ passwordVersion: 2 })).map(
        ({ secret_string_wo_version }) => secret_string_wo_version,
      ),
    ).toEqual([2, 2]);
  });

  it.each([
    ["the master", "root", "secret"],
    ["the add-on's own user", "grafana", "user-secret"],
  ])("tells clients of %s everything they need to connect", (_, username, id) => {
    const version = versions()[`grafana_${id}_version`]!;

    expect(version.secret_string).toBeUndefined();
    expect(JSON.parse(version.secret_string_wo as string)).toEqual({
      engine: "postgres",
      host: "grafana-govuk-db.eks.test.govuk-internal.digital",
      username,
      password: `\${ephemeral.aws_secretsmanager_random_password.grafana_${id}_password.random_password}`,
      dbname: "grafana",
      port: "5433",
    });
  });

  it("lets only the cluster connect", () => {
    expect(database().only(VpcSecurityGroupIngressRule)).toMatchObject({
      referenced_security_group_id: "sg-1",
      from_port: 5433,
      to_port: 5433,
    });
    expect(database().only(RdsCluster).port).toBe(5433);
  });

  it.each([
    [true, { min_capacity: 0, max_capacity: 256, seconds_until_auto_pause: 300 }],
    [false, { min_capacity: 0.5, max_capacity: 256 }],
  ])("scales to nothing when idle only where that is wanted (%s)", (autoPause, expected) => {
    expect(database({ autoPause }).only(RdsCluster).serverlessv2_scaling_configuration).toEqual(expected);
  });

  it("runs the version that is written, until another one is", () => {
    const terraform = database();

    expect(terraform.json.data).toBeUndefined();
    expect(terraform.only(RdsCluster).engine_version).toBe("16.13");
    expect(terraform.only(RdsCluster).allow_major_version_upgrade).toBeUndefined();
    expect(terraform.only(RdsClusterInstance).auto_minor_version_upgrade).toBe(false);
  });

  it("logs into an encrypted group that is there before RDS would make one", () => {
    const terraform = database();

    expect(terraform.only(CloudwatchLogGroup)).toMatchObject({
      name: "/aws/rds/cluster/grafana-govuk/postgresql",
      retention_in_days: 731,
      kms_key_id: "${aws_kms_key.grafana_log-encryption_key.arn}",
      lifecycle: { prevent_destroy: true },
    });
    expect(terraform.only(RdsCluster).depends_on).toContain("aws_cloudwatch_log_group.grafana_logs");
  });

  it("leaves a final snapshot that a database of the same name does not clash with", () => {
    expect(database().only(RdsCluster).final_snapshot_identifier).toBe(
      "grafana-govuk-final-${aws_security_group.grafana_security-group.id}",
    );
  });

  it("is encrypted and refuses to be destroyed", () => {
    expect(database().only(RdsCluster)).toMatchObject({
      storage_encrypted: true,
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
    });
  });
});
