import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const volume = { server: "assets.example.internal", path: "/assets", reason: "Files of publishers." };
const role = {
  namespace: "apps",
  apiGroups: ["argoproj.io"],
  resources: ["workflows"],
  verbs: ["create"],
  reason: "A job starts a workflow.",
};

const problemsOf = (gatekeeper: object) => problemsWith({ addons: { gatekeeper } });

describe("exports that charts may bind", () => {
  it("are one folder each, with a reason", () => {
    expect(problemsOf({ volumes: [volume] })).toEqual([]);
  });

  it.each([
    [
      "a server with a folder",
      { server: "assets.example.internal/assets" },
      "server",
      'a name such as "assets.example.internal"',
    ],
    ["a server by no name", { server: "*" }, "server", 'a name such as "assets.example.internal"'],
    ["all folders of a server", { path: "/" }, "path", 'a folder such as "/assets"'],
    ["a folder above another", { path: "/assets/../whitehall" }, "path", 'a folder such as "/assets"'],
  ])("are not %s", (_, changes, field, expected) => {
    expect(problemsOf({ volumes: [{ ...volume, ...changes }] })).toEqual([
      expect.stringContaining(`addons.gatekeeper.volumes[0].${field}: expected ${expected}, got `),
    ]);
  });

  it("say what they are for", () => {
    expect(problemsOf({ volumes: [{ server: volume.server, path: volume.path }] })).toEqual([
      expect.stringContaining("addons.gatekeeper.volumes[0].reason: expected"),
    ]);
  });
});

describe("rights that Roles of charts may have", () => {
  it("are listed, with a reason", () => {
    expect(problemsOf({ roles: [role] })).toEqual([]);
  });

  it.each([
    ["apiGroups", "*"],
    ["resources", "*"],
    ["resources", "*/exec"],
    ["verbs", "*"],
    ["verbs", "bind"],
    ["verbs", "escalate"],
    ["verbs", "impersonate"],
  ])("have among their %s no %s", (field, word) => {
    expect(problemsOf({ roles: [{ ...role, [field]: [word] }] })).toEqual([
      expect.stringContaining(
        `addons.gatekeeper.roles[0].${field}[0]: expected a name; none of *, bind, escalate, impersonate, got "${word}"; ` +
          "list each right by its name: these would give all others",
      ),
    ]);
  });

  it("are about something, in a namespace of applications", () => {
    expect(problemsOf({ roles: [{ ...role, namespace: "monitoring", verbs: [] }] })).toEqual([
      expect.stringContaining("addons.gatekeeper.roles[0].namespace: expected one of apps"),
      expect.stringContaining("addons.gatekeeper.roles[0].verbs: expected at least one, got none"),
    ]);
  });

  it("say what they are for", () => {
    expect(problemsOf({ roles: [{ ...role, reason: "" }] })).toEqual([
      expect.stringContaining("addons.gatekeeper.roles[0].reason: expected"),
    ]);
  });
});
