import { describe, expect, it } from "vitest";
import { sections } from "../../../src/addons/fluent-bit/config";
import { NODE_PARSER } from "../../../src/addons/fluent-bit/fields";
import { environmentFilter, NODE_FILTERS } from "../../../src/addons/fluent-bit/filters";
import { filtered } from "../../support/fluent-bit";

const config = {
  filters: sections([...NODE_FILTERS, environmentFilter("production")]),
  customParsers: sections([NODE_PARSER]),
};

const pod = {
  namespace_name: "apps",
  pod_name: "whitehall-abc",
  pod_id: "0123",
  pod_ip: "10.0.0.7",
  host: "ip-10-0-0-1.eu-west-1.compute.internal",
  container_name: "app",
  docker_id: "4567",
  container_hash: "sha256:89",
  container_image: "registry.example/whitehall:1",
  labels: {
    app: "whitehall",
    "app.kubernetes.io/name": "whitehall",
    "app.kubernetes.io/instance": "whitehall",
    "pod-template-hash": "abcdef",
    colour: "blue",
  },
};

/** Record that Fluent Bit makes of a line that a container printed. */
const ofContainer = (log: string) =>
  filtered(config, "kube.a", { time: "2026-01-01T00:00:00Z", stream: "stdout", _p: "F", log }, pod);

/** Record that Fluent Bit makes of an entry of a node's journal. */
const ofNode = (entry: object) =>
  filtered(config, "node.a", {
    HOSTNAME: "ip-10-0-0-1.eu-west-1.compute.internal",
    BOOT_ID: "0123",
    PRIORITY: "4",
    ...entry,
  });

describe("a line of a container", () => {
  it("is sent under the names that people search by, without what nobody searches for", () => {
    expect(ofContainer("Started")).toEqual({
      message: "Started",
      stream: "stdout",
      environment: "production",
      "kubernetes.namespace": "apps",
      "kubernetes.pod.name": "whitehall-abc",
      "kubernetes.pod.ip": "10.0.0.7",
      "kubernetes.node.name": "ip-10-0-0-1",
      "kubernetes.container.name": "app",
      "kubernetes.labels.app_kubernetes_io/name": "whitehall",
      "kubernetes.labels.colour": "blue",
      "container.id": "4567",
      "container.image.name": "registry.example/whitehall:1",
    });
  });

  it("that is a JSON object is sent as its fields, its own time among them", () => {
    const sent = ofContainer('{"message":"Not found","status":404,"time":"now"}');

    expect(sent).toMatchObject({
      message: "Not found",
      status: 404,
      time: "now",
      "kubernetes.namespace": "apps",
    });
    expect(sent).not.toHaveProperty("log");
  });

  it.each([
    '{"path":"/readyz","status":200}',
    "DEPRECATION WARNING: ActiveRecord clear_active_connections! is deprecated",
  ])("is left out where it says nothing: %s", (line) => {
    expect(ofContainer(line)).toBeUndefined();
  });

  it.each(["GET /readyz-of-something", "DEPRECATION WARNING: something else"])("is sent: %s", (line) => {
    expect(ofContainer(line)).toMatchObject({ message: line });
  });
});

describe("a node's journal", () => {
  it("is sent for what the kernel says, with the node's short name and little else", () => {
    expect(ofNode({ TRANSPORT: "kernel", SYSLOG_IDENTIFIER: "kernel", MESSAGE: "Out of memory" })).toEqual({
      message: "Out of memory",
      program: "kernel",
      priority: "4",
      environment: "production",
      "kubernetes.node.name": "ip-10-0-0-1",
    });
  });

  it.each(["level=error msg=broken", "level=fatal msg=gone", "event TaskOOM"])(
    "is sent for what goes wrong in containerd: %s",
    (line) => {
      expect(ofNode({ TRANSPORT: "stdout", MESSAGE: line })).toMatchObject({ message: line });
    },
  );

  it("is not sent for what goes right in containerd", () => {
    expect(ofNode({ TRANSPORT: "stdout", MESSAGE: "level=info msg=started" })).toBeUndefined();
  });
});
