import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { DatabaseUser } from "../../src/constructs/database-user/database-user";
import type { DatabaseUserProps } from "../../src/constructs/database-user/props";
import { addonDatabase } from "../support/fixtures";
import { type Block, Terraform, valuesOf } from "../support/terraform";

const PROPS: DatabaseUserProps = {
  namespace: "monitoring",
  addon: "program",
  database: addonDatabase,
  chartVersion: "1.2.3",
};

const release = (props: Partial<DatabaseUserProps> = {}): Block =>
  Terraform.of((scope) => new DatabaseUser(scope, "user", { ...PROPS, ...props })).only(Release);

const objects = (props: Partial<DatabaseUserProps> = {}): Block[] => valuesOf(release(props)).objects;
const ofKind = (wanted: string, props: Partial<DatabaseUserProps> = {}): Block[] =>
  objects(props).filter(({ kind }) => kind === wanted);

const jobWith = (props: Partial<DatabaseUserProps> = {}): Block => ofKind("Job", props)[0]!;
const podOf = (job: Block): Block => job.spec.template.spec;
const variables = (props: Partial<DatabaseUserProps> = {}): Record<string, Block> =>
  Object.fromEntries(
    podOf(jobWith(props)).containers[0].env.map((variable: Block) => [variable.name, variable]),
  );

describe("DatabaseUser", () => {
  it("brings the master's password into the cluster for as long as the Job runs", () => {
    const [user, master] = ofKind("ExternalSecret");

    expect(master!.spec.data).toMatchObject([
      { secretKey: "username", remoteRef: { key: "govuk/program/database" } },
      { secretKey: "password", remoteRef: { key: "govuk/program/database" } },
    ]);
    expect(master!.metadata.annotations["helm.sh/hook-delete-policy"]).toContain("hook-succeeded");
    // One that a killed run leaves behind never gets a newer password.
    expect(master!.spec.refreshPolicy).toBe("CreatedOnce");
    expect(user!.metadata.annotations).toBeUndefined();
  });

  it("signs in as the master after the Secrets are there", () => {
    const weights = objects()
      .filter(({ metadata }) => metadata.annotations !== undefined)
      .map(({ kind, metadata }) => [kind, metadata.annotations["helm.sh/hook-weight"]]);

    expect(weights).toEqual([
      ["ExternalSecret", "0"],
      ["Job", "1"],
    ]);
    expect(podOf(jobWith()).volumes).toMatchObject([
      { configMap: { name: "program-database-user" } },
      { name: "master", secret: { secretName: "program-database-master" } },
      { name: "user", secret: { secretName: "program-database-user-1" } },
    ]);
  });

  it("reads passwords from files, which no description of a pod shows", () => {
    const { env, volumeMounts } = podOf(jobWith()).containers[0];

    expect(JSON.stringify(env)).not.toContain("secretKeyRef");
    expect(variables().SECRETS).toEqual({ name: "SECRETS", value: "/run/secrets/database" });
    expect(volumeMounts).toContainEqual({
      name: "master",
      mountPath: "/run/secrets/database/master",
      readOnly: true,
    });
  });

  it("knows the database by its certificate", () => {
    expect(variables()).toMatchObject({
      PGHOST: { value: "db.example" },
      PGPORT: { value: "5433" },
      PGDATABASE: { value: "program" },
      PGSSLMODE: { value: "verify-full" },
      PGSSLROOTCERT: { value: "/etc/database-user/rds.pem" },
    });
    expect(ofKind("ConfigMap")[0]!.data["rds.pem"]).toBe(addonDatabase.authorities.join(""));
  });

  it("makes a Secret of another name for each password, which never changes", () => {
    const lastingWith = (passwordVersion: number) =>
      ofKind("ExternalSecret", { database: { ...addonDatabase, passwordVersion } })
        .filter(({ metadata }) => metadata.annotations === undefined)
        .map(({ metadata, spec }) => `${metadata.name} ${spec.target.name} ${spec.refreshPolicy}`);
    const first = "program-database-user-1 program-database-user-1 CreatedOnce";

    expect(lastingWith(1)).toEqual([first]);
    // Pods of the password before start anew while the Job has not succeeded.
    expect(lastingWith(2)).toEqual([first.replaceAll("-1", "-2"), first]);
    expect(lastingWith(3)).toHaveLength(2);
  });

  it("runs again with each version of the add-on's chart", () => {
    expect(release({ chartVersion: "1.2.4" }).values).not.toEqual(release().values);
  });

  it("ends on its own before Helm gives up", () => {
    expect(jobWith().spec).toMatchObject({ backoffLimit: 4, template: { spec: { restartPolicy: "Never" } } });
    expect(jobWith().spec.activeDeadlineSeconds).toBeLessThan(release().timeout);
  });

  it("has no right of the cluster or of its node", () => {
    expect(podOf(jobWith())).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true },
      containers: [
        {
          securityContext: {
            allowPrivilegeEscalation: false,
            capabilities: { drop: ["ALL"] },
            readOnlyRootFilesystem: true,
            seccompProfile: { type: "RuntimeDefault" },
          },
        },
      ],
    });
    expect(ofKind("ServiceAccount")).toMatchObject([{ automountServiceAccountToken: false }]);
    expect(objects().filter(({ apiVersion }) => String(apiVersion).startsWith("rbac"))).toEqual([]);
  });

  it("calls the databases' port and nothing else", () => {
    let user: DatabaseUser | undefined;
    Terraform.of((scope) => (user = new DatabaseUser(scope, "user", PROPS)));

    expect(user!.peers).toEqual([
      {
        namespace: "monitoring",
        pods: {
          name: "program-database-user",
          labels: { "app.kubernetes.io/name": "program-database-user" },
        },
        calls: [{ with: "databases", ports: [5433] }],
      },
    ]);
    expect(jobWith().spec.template.metadata.labels).toMatchObject(user!.peers[0]!.pods.labels);
  });
});
