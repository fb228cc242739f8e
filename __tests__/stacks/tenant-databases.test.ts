import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { riverPlatform } from "../support/river-authority";
import { tenantStack } from "../support/tenant-stack";
import type { Block, Terraform } from "../support/terraform";

const live = riverPlatform["tenant-live-flood-warnings-live"]!;

const objectsOf = (terraform: Terraform, release: string): Block[] =>
  (JSON.parse((terraform.named(Release)[release]!.values as string[])[0]!) as { objects: Block[] }).objects;

const ofKind = (objects: readonly Block[], kind: string) => objects.filter((each) => each.kind === kind);

const statementsOf = (policy: unknown): Block[] =>
  (JSON.parse(policy as string) as { Statement: Block[] }).Statement;

const GAUGES = "tenant-flood-warnings-live-gauges-efe86104";

describe("databases of tenants", () => {
  it("are encrypted, private, backed up and kept on a live cluster, and leave a snapshot of a name of its own", () => {
    expect(live.named(DbInstance)["own_postgres-gauges_instance"]).toMatchObject({
      identifier: GAUGES,
      engine_version: "17",
      instance_class: "db.t4g.small",
      kms_key_id: "${aws_kms_key.own_encryption_key.arn}",
      storage_encrypted: true,
      publicly_accessible: false,
      multi_az: true,
      backup_retention_period: 14,
      deletion_protection: true,
      skip_final_snapshot: false,
      final_snapshot_identifier: `${GAUGES}-final-\${aws_security_group.own_postgres-gauges_security-group.id}`,
      lifecycle: { prevent_destroy: true },
    });
    expect(live.only(RdsCluster)).toMatchObject({
      storage_encrypted: true,
      deletion_protection: true,
      skip_final_snapshot: false,
      serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 4 },
      lifecycle: { prevent_destroy: true },
    });
    expect(live.all(RdsClusterInstance)).toHaveLength(2);
  });

  it("are small where nothing is lost, one instance that changes at once and sleeps where it is Aurora", () => {
    const other = tenantStack(
      "serviceAccounts: [web], resources: { postgres: { a: { version: 18 }, b: { version: 16, aurora: {} } } }",
      { live: false },
    );

    expect(other.only(DbInstance)).toMatchObject({
      instance_class: "db.t4g.micro",
      multi_az: false,
      backup_retention_period: 3,
      apply_immediately: true,
      deletion_protection: false,
      skip_final_snapshot: false,
    });
    expect(other.only(RdsCluster).serverlessv2_scaling_configuration).toEqual({
      min_capacity: 0,
      max_capacity: 2,
      seconds_until_auto_pause: 300,
    });
    expect(other.all(RdsClusterInstance)).toHaveLength(1);
  });

  it("take no connection without TLS, in a group of parameters of their own version", () => {
    const groups = [...live.all(DbParameterGroup), ...live.all(RdsClusterParameterGroup)];

    expect(groups.map(({ family, parameter }) => [family, parameter])).toEqual([
      ["mysql8.4", [{ name: "require_secure_transport", value: "1" }]],
      ["postgres17", [{ name: "rds.force_ssl", value: "1" }]],
      ["aurora-postgresql17", [{ name: "rds.force_ssl", value: "1" }]],
    ]);
  });

  it("have a master whose password RDS makes and no file, plan or state has", () => {
    for (const database of [...live.all(DbInstance), live.only(RdsCluster)]) {
      expect(database).toMatchObject({
        manage_master_user_password: true,
        master_user_secret_kms_key_id: "${aws_kms_key.own_encryption_key.arn}",
        iam_database_authentication_enabled: true,
      });
      expect(Object.keys(database).filter((key) => /(?<!manage_master_user_)password/.test(key))).toEqual([]);
    }
  });

  it("let in as one user those service accounts that use them, by the databases' own ids", () => {
    const connects = (account: string) =>
      statementsOf(live.named(IamRolePolicy)[`own_account-${account}_role_permissions`]!.policy).find(
        ({ Action }) => (Action as string[]).includes("rds-db:connect"),
      )!.Resource as string[];
    const user = (of: string) => `arn:aws:rds-db:eu-central-1:444455556666:dbuser:\${${of}}/tenant_app`;
    const history = user("aws_rds_cluster.own_postgres-history_cluster.cluster_resource_id");

    expect(connects("gauge-reader")).toEqual([
      user("aws_db_instance.own_postgres-gauges_instance.resource_id"),
      history,
    ]);
    expect(connects("sender")).toEqual([
      history,
      user("aws_db_instance.own_mysql-register_instance.resource_id"),
    ]);
  });

  it("give an account that uses databases alone no right to the key", () => {
    const one = tenantStack("serviceAccounts: [web], resources: { postgres: { a: { version: 17 } } }");

    expect(
      statementsOf(one.named(IamRolePolicy)["own_account-web_role_permissions"]!.policy).map(
        ({ Action }) => Action as string[],
      ),
    ).toEqual([["rds-db:connect"]]);
  });

  it("tell the team of a busy processor, a full disk or capacity, and too many connections", () => {
    const alarms = live
      .all(CloudwatchMetricAlarm)
      .filter(({ namespace }) => namespace === "AWS/RDS")
      .map(({ metric_name, comparison_operator, threshold }) => [
        metric_name,
        String(comparison_operator).startsWith("Less") ? "below" : "above",
        threshold,
      ]);

    expect(alarms.sort()).toEqual([
      ["ACUUtilization", "above", 90],
      ["CPUUtilization", "above", 90],
      ["CPUUtilization", "above", 90],
      ["CPUUtilization", "above", 90],
      ["DatabaseConnections", "above", 120],
      ["DatabaseConnections", "above", 480],
      ["DatabaseConnections", "above", 50],
      ["FreeStorageSpace", "below", 2 * 1024 ** 3],
      ["FreeStorageSpace", "below", 2 * 1024 ** 3],
    ]);
  });
});

describe("databases of MySQL", () => {
  const register = live.named(DbInstance)["own_mysql-register_instance"]!;
  const group = live.named(DbParameterGroup)["own_mysql-register_parameters"]!;
  const objects = objectsOf(live, "own_database-users_release");

  it("are as those of PostgreSQL but for the engine", () => {
    const { identifier, engine, engine_version, parameter_group_name, instance_class, port, ...alike } =
      register;
    const of = (database: Block) =>
      Object.keys(database)
        .filter((key) => !["//", "usedBy"].includes(key))
        .sort();

    expect([engine, engine_version, instance_class, port]).toEqual(["mysql", "8.4", "db.t4g.micro", 3306]);
    expect([group.family, group.parameter]).toEqual([
      "mysql8.4",
      [{ name: "require_secure_transport", value: "1" }],
    ]);
    expect(parameter_group_name).toBe("${aws_db_parameter_group.own_mysql-register_parameters.name}");
    expect(
      of({ ...alike, identifier, engine, engine_version, parameter_group_name, instance_class, port }),
    ).toEqual(of(live.named(DbInstance)["own_postgres-gauges_instance"]!));
  });

  it("have a user that signs in by the plugin of RDS alone, of the name that pods are told", () => {
    const sql = ofKind(objects, "ConfigMap")[0]!.data["mysql.sql"] as string;
    const config = ofKind(objectsOf(live, "own_objects"), "ConfigMap").find(
      ({ metadata }) => metadata.name === "platform-resources",
    )!.data as Record<string, string>;
    const user = `'${config.MYSQL_REGISTER_USER}'@'%'`;

    expect(sql).toContain(
      `CREATE USER IF NOT EXISTS ${user} IDENTIFIED WITH AWSAuthenticationPlugin AS 'RDS' REQUIRE SSL;`,
    );
    expect(sql).toContain(`GRANT ALL PRIVILEGES ON \`${config.MYSQL_REGISTER_DATABASE}\`.* TO ${user};`);
    expect(sql).toContain(`REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${user};`);
    expect(sql.match(/^GRANT/gm)).toHaveLength(1);
  });

  it("have a Job whose client knows the database by its certificate", () => {
    const job = ofKind(objects, "Job").find(({ metadata }) => String(metadata.name).includes("register"))!;
    const files = ofKind(objects, "ConfigMap")[0]!.data as Record<string, string>;

    expect(job.spec.template.spec.containers[0]).toMatchObject({
      name: "mysql",
      command: ["sh", "/etc/database-user/mysql.sh"],
    });
    expect(files["mysql.sh"]).toContain('--ssl-mode=VERIFY_IDENTITY --ssl-ca="$FOLDER/rds.pem"');
  });
});

describe("networks of tenants' databases", () => {
  it("admit the nodes on their engine's port, and nothing else", () => {
    expect(live.all(SecurityGroup)).toHaveLength(5);
    expect(
      live
        .all(VpcSecurityGroupIngressRule)
        .map(({ from_port }) => from_port as number)
        .sort(),
    ).toEqual([3306, 443, 5432, 5432, 6379]);
    for (const rule of live.all(VpcSecurityGroupIngressRule)) {
      expect(rule).toMatchObject({
        to_port: rule.from_port,
        ip_protocol: "tcp",
        referenced_security_group_id:
          "${data.terraform_remote_state.cluster-infrastructure.outputs.node_security_group_id}",
      });
    }
  });

  it("let pods of the namespace call the cluster's private subnets on those ports", () => {
    const policy = objectsOf(live, "namespace").find(({ metadata }) => metadata.name === "databases")!;

    expect(policy.spec.policyTypes).toEqual(["Egress"]);
    expect(policy.spec.egress).toEqual([
      {
        to: ["10.2.24.0/22", "10.2.28.0/22", "10.2.32.0/22"].map((cidr) => ({ ipBlock: { cidr } })),
        ports: [5432, 3306, 6379, 443].map((port) => ({ protocol: "TCP", port })),
      },
    ]);
  });

  it("admit the pods of one tenant where a cluster's pods have security groups", () => {
    const one = tenantStack(
      "serviceAccounts: [web, idle], resources: { postgres: { a: { version: 17, usedBy: [web] } } }",
      {
        cni: { ENABLE_POD_ENI: "true", POD_SECURITY_GROUP_ENFORCING_MODE: "standard" },
      },
    );
    const objects = objectsOf(one, "own_objects");
    const groups = {
      securityGroups: {
        groupIds: [
          "${data.terraform_remote_state.cluster-infrastructure.outputs.node_security_group_id}",
          "${aws_security_group.own_pods.id}",
        ],
      },
    };
    const labels = { "river-authority.example/connects-to-databases": "true" };

    expect(one.only(VpcSecurityGroupIngressRule).referenced_security_group_id).toBe(
      "${aws_security_group.own_pods.id}",
    );
    expect(ofKind(objects, "SecurityGroupPolicy").map(({ spec }) => spec as Block)).toEqual([
      { serviceAccountSelector: { matchLabels: labels }, ...groups },
    ]);
    expect(ofKind(objects, "ServiceAccount").map(({ metadata }) => [metadata.name, metadata.labels])).toEqual(
      [
        ["web", labels],
        ["idle", undefined],
      ],
    );
    expect(
      ofKind(objectsOf(one, "own_database-users_release"), "SecurityGroupPolicy").map(
        ({ spec }) => spec as Block,
      ),
    ).toEqual([
      { podSelector: { matchLabels: { "app.kubernetes.io/name": "database-users-tide-main" } }, ...groups },
    ]);
  });

  it("admit the nodes where network policies would not hold for pods with security groups", () => {
    const one = tenantStack("serviceAccounts: [web], resources: { postgres: { a: { version: 17 } } }", {
      cni: { ENABLE_POD_ENI: "true" },
    });

    expect(one.addresses().filter((address) => address.includes("own_pods"))).toEqual([]);
  });
});

describe("users of tenants' databases", () => {
  const objects = objectsOf(live, "own_database-users_release");

  it("are made by Jobs in the platform's namespace, as masters whose passwords go with the Jobs", () => {
    const hooks = objects.filter(({ metadata }) => metadata.annotations?.["helm.sh/hook"] !== undefined);

    expect(hooks.map(({ kind, metadata }) => [kind, metadata.namespace])).toEqual([
      ["ExternalSecret", "cluster-services"],
      ["Job", "cluster-services"],
      ["ExternalSecret", "cluster-services"],
      ["Job", "cluster-services"],
      ["ExternalSecret", "cluster-services"],
      ["Job", "cluster-services"],
    ]);
    for (const { metadata } of hooks) {
      expect(metadata.annotations["helm.sh/hook-delete-policy"]).toBe("before-hook-creation,hook-succeeded");
    }
    expect(objects.filter(({ metadata }) => metadata.namespace === "flood-warnings-live")).toEqual([]);
  });

  it("come through a store that serves the platform alone, and reads the masters of one namespace alone", () => {
    const [store] = ofKind(objects, "ClusterSecretStore");
    const [secrets] = statementsOf(
      live.named(IamRolePolicy)["own_database-users_reader_permissions"]!.policy,
    );

    expect(store!.metadata.name).toBe("databases-of-flood-warnings-live");
    expect(store!.spec.conditions).toEqual([{ namespaces: ["cluster-services"] }]);
    expect(secrets!.Resource).toEqual([
      "${aws_db_instance.own_postgres-gauges_instance.master_user_secret[0].secret_arn}",
      "${aws_rds_cluster.own_postgres-history_cluster.master_user_secret[0].secret_arn}",
      "${aws_db_instance.own_mysql-register_instance.master_user_secret[0].secret_arn}",
    ]);
  });

  it("are made over TLS, by a client that knows the database by its certificate", () => {
    const [job] = ofKind(objects, "Job");
    const env = Object.fromEntries(
      (job!.spec.template.spec.containers[0].env as Block[]).map(({ name, value }) => [name, value]),
    ) as Record<string, string>;

    expect(env).toMatchObject({ PGSSLMODE: "verify-full", DATABASE_USER: "tenant_app", PGDATABASE: "app" });
    expect(ofKind(objects, "ConfigMap")[0]!.data["rds.pem"]).toContain("BEGIN CERTIFICATE");
  });

  it("have Jobs that may call the databases and ask for names, and nothing else", () => {
    const [policy] = ofKind(objects, "NetworkPolicy");
    const ports = (policy!.spec.egress as Block[]).flatMap((rule) =>
      (rule.ports as Block[]).map(({ port }) => port as number),
    );

    expect(policy!.spec.policyTypes).toEqual(["Ingress", "Egress"]);
    expect(policy!.spec.ingress).toEqual([]);
    expect(ports).toEqual([53, 53, 5432, 3306]);
  });

  it("stay below a boundary that names this user, and secrets that RDS tagged with a tenant's database", () => {
    const statements = statementsOf(
      riverPlatform["terraform-state-live"]!.all(IamPolicy).find(
        ({ name }) => name === "platform-tenants_live",
      )!.policy,
    );

    expect(
      statements.find(({ Action }) => (Action as string[]).includes("rds-db:connect"))!.Resource,
    ).toEqual(["arn:aws:rds-db:eu-central-1:444455556666:dbuser:*/tenant_app"]);
    expect(
      statements
        .filter(({ Condition }) => Condition?.StringLike !== undefined)
        .map(({ Condition }) => Condition as Block),
    ).toEqual([
      {
        StringLike: {
          "aws:ResourceTag/aws:rds:primaryDBInstanceArn": "arn:aws:rds:eu-central-1:444455556666:db:tenant-*",
        },
      },
      {
        StringLike: {
          "aws:ResourceTag/aws:rds:primaryDBClusterArn":
            "arn:aws:rds:eu-central-1:444455556666:cluster:tenant-*",
        },
      },
    ]);
  });
});
