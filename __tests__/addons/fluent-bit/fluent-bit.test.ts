import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { FluentBit, type FluentBitProps } from "../../../src/addons/fluent-bit/fluent-bit";
import { sections } from "../../../src/addons/fluent-bit/config";
import { cluster } from "../../support/fixtures";
import { sectionsOf } from "../../support/fluent-bit";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const logstash = { type: "logstash", addressSecret: "logit-host" } as const;

const fluentBit = (overrides: Partial<FluentBitProps> = {}) =>
  Terraform.of(
    (scope) =>
      new FluentBit(scope, "fluent-bit", {
        cluster,
        namespace: "monitoring",
        environment: "production",
        destination: logstash,
        events: true,
        ...overrides,
      }),
  );

const releases = (terraform: Terraform): Block[] => terraform.all(Release);
const lines = (terraform: Terraform): Block =>
  valuesOf(releases(terraform).find(({ name }) => name === "fluent-bit")!);
const events = (terraform: Terraform): Block =>
  valuesOf(releases(terraform).find(({ name }) => name === "fluent-bit-events")!);

describe("FluentBit", () => {
  const terraform = fluentBit();
  const values = lines(terraform);

  it("reads containers and the kernel of every node, whatever the node's taints", () => {
    expect(values).toMatchObject({ kind: "DaemonSet", tolerations: [{ operator: "Exists" }] });
    expect(values.config.inputs).toContain("Path /var/log/containers/*.log");
    expect(values.config.inputs).toContain("Systemd_Filter _TRANSPORT=kernel");
  });

  it("changes nothing on a node but its own state, and may do nothing but read", () => {
    const writable = values.daemonSetVolumeMounts.filter(({ readOnly }: Block) => !readOnly);

    expect(writable.map(({ name }: Block) => name)).toEqual(["state"]);
    expect(values.securityContext).toMatchObject({
      privileged: false,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"], add: ["DAC_READ_SEARCH"] },
    });
  });

  it("keeps what it cannot send on disk, within a limit, and never gives up before", () => {
    const inputs = sectionsOf(values.config.inputs as string);

    expect(inputs).toHaveLength(2);
    expect(inputs.filter(({ settings }) => settings["storage.type"]?.[0] !== "filesystem")).toEqual([]);
    expect(values.config.outputs).toContain("Retry_Limit no_limits");
    expect(values.config.outputs).toContain("storage.total_limit_size 4G");
  });

  it("keeps on the node what it has not sent and how far it has read, so that a restart loses nothing", () => {
    const state = values.daemonSetVolumeMounts.find(({ name }: Block) => name === "state") as Block;
    const [service, ...inputs] = sectionsOf([values.config.service, values.config.inputs].join("\n"));
    const paths = [service!.settings["storage.path"]![0]!, ...inputs.map(({ settings }) => settings.db![0]!)];

    expect(new Set(paths).size).toBe(3);
    expect(paths.filter((path) => !path.startsWith(`${state.mountPath as string}/`))).toEqual([]);
  });

  it("puts lines together again that containerd has split", () => {
    expect(values.config.inputs).toContain("multiline.parser cri");
  });

  it("lets nobody's annotations decide what is kept", () => {
    expect(values.config.filters).toContain("K8S-Logging.Exclude Off");
    expect(values.config.filters).toContain("K8S-Logging.Parser Off");
  });

  it("leaves out its own lines, which say that it could not send them", () => {
    expect(values.config.inputs).toContain("Exclude_Path /var/log/containers/fluent-bit*_monitoring_*.log");
  });

  it("reads the parsers that its filters name", () => {
    const { parser } = sectionsOf(values.config.filters as string)
      .map(({ settings }) => settings)
      .find(({ name }) => name![0] === "parser")!;

    expect(values.config.customParsers).toContain(`Name ${parser![0]!}`);
    expect(values.config.service).toContain("Parsers_File /fluent-bit/etc/conf/custom_parsers.conf");
  });

  it("says which environment a line is from, and an event", () => {
    expect(values.config.filters).toContain("Record environment production");
    expect(events(terraform).config.filters).toContain("Record environment production");
  });

  it("reads what was said on a new node before there was anybody to read it", () => {
    expect(values.config.inputs).toContain("Read_from_Head On");
    expect(values.config.inputs).not.toContain("Read_From_Tail");
  });

  it("sends events once, from one pod that may read them", () => {
    expect(events(terraform)).toMatchObject({
      kind: "Deployment",
      replicaCount: 1,
      updateStrategy: { type: "Recreate" },
      rbac: { eventsAccess: true },
      serviceAccount: { create: false, name: "fluent-bit" },
    });
    expect(events(terraform).config.inputs).toContain("kube_retention_time 1h");
    expect(releases(fluentBit({ events: false })).map(({ name }) => name)).toEqual(["fluent-bit"]);
  });

  it("sends to Logstash over TLS, at an address that only the pod knows, and needs nothing of AWS", () => {
    expect(values.config.outputs).toContain("tls.verify On");
    expect(values.config.outputs).toContain("Format json_lines");
    expect(values.config.outputs).toContain("json_date_key @timestamp");
    expect(values.config.outputs).toContain("Host $${LOGSTASH_HOST}");
    expect(values.env).toContainEqual({
      name: "LOGSTASH_HOST",
      valueFrom: { secretKeyRef: { name: "logit-host", key: "host" } },
    });
    expect(terraform.all(IamRole)).toEqual([]);
  });

  it("may write to its log group and no other, where logs go to CloudWatch", () => {
    const group = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/eks/govuk/containers";
    const toCloudWatch = fluentBit({
      destination: { type: "cloudwatch", logGroupName: "/aws/eks/govuk/containers", logGroupArn: group },
    });
    const [statement] = (JSON.parse(toCloudWatch.only(IamRolePolicy).policy as string) as Block).Statement;

    expect(statement.Resource).toEqual([group, `${group}:log-stream:*`]);
    expect(lines(toCloudWatch).config.outputs).toContain("log_group_name /aws/eks/govuk/containers");
    expect(lines(toCloudWatch).config.outputs).toContain("auto_create_group Off");
    expect(lines(toCloudWatch).serviceAccount.annotations).toHaveProperty(["eks.amazonaws.com/role-arn"]);
  });

  it("may only add to its domain, where logs go to OpenSearch", () => {
    const domainArn = "arn:aws:es:eu-west-1:123456789012:domain/logs";
    const policy = fluentBit({
      destination: { type: "opensearch", endpoint: "logs.es.amazonaws.com", domainArn },
    }).only(IamRolePolicy).policy as string;

    expect((JSON.parse(policy) as Block).Statement).toEqual([
      { Effect: "Allow", Action: ["es:ESHttpPost"], Resource: [`${domainArn}/_bulk`] },
    ]);
  });
});

it("sections writes a line for each of several values of one setting", () => {
  expect(sections([["FILTER", { Name: "grep", Exclude: ["a", "b"] }]])).toBe(
    "[FILTER]\n    Name grep\n    Exclude a\n    Exclude b",
  );
});
