import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Release } from "@cdktf/provider-helm/lib/release";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Kyverno, type PodSecurityProps } from "../../../src/addons/kyverno/kyverno";
import { policyException } from "../../../src/addons/kyverno/pod-security/exception";
import { CONTROL_CASES } from "../../../src/addons/kyverno/pod-security/controls.cases";
import { CONTROL_NAMES, CONTROLS } from "../../../src/addons/kyverno/pod-security/policies";
import { environment, problemsWith } from "../../support/environments";
import { cluster } from "../../support/fixtures";
import { Terraform, valuesOf } from "../../support/terraform";

const judging = (podSecurity: Partial<PodSecurityProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Kyverno(scope, "kyverno", {
        cluster,
        namespace: "cluster-services",
        replicas: 3,
        signatures: false,
        podSecurity: { enforce: true, exceptions: [], ...podSecurity },
      }),
  );

const objectsOf = (podSecurity: Partial<PodSecurityProps> = {}) =>
  valuesOf(
    judging(podSecurity)
      .all(Release)
      .find(({ name }) => name === "pod-security")!,
  ).objects;

const chartValues = () =>
  valuesOf(
    judging()
      .all(Release)
      .find(({ name }) => name === "kyverno")!,
  );

const policy = (name: string, podSecurity: Partial<PodSecurityProps> = {}) =>
  objectsOf(podSecurity).find(
    ({ kind, metadata }: { kind: string; metadata: { name: string } }) =>
      kind === "ValidatingPolicy" && metadata.name === name,
  );

const FLUENT_BIT = {
  policy: "disallow-host-path",
  namespace: "monitoring",
  name: "fluent-bit-*",
  reason: "It reads files of the node.",
  until: "2027-12-31",
} as const;

describe("Kyverno that judges by the Pod Security Standards", () => {
  it("has a policy for each control", () => {
    expect(objectsOf()).toHaveLength(18);
    expect(Object.values(CONTROLS).filter(({ level }) => level === "restricted")).toHaveLength(6);
  });

  it("refuses pods, or reports them while that is what the environment asks for", () => {
    expect(policy("disallow-host-path").spec.validationActions).toEqual(["Deny"]);
    expect(policy("disallow-host-path", { enforce: false }).spec.validationActions).toEqual(["Audit"]);
  });

  it.each(CONTROL_NAMES)("judges %s of a container to debug with, too", (name) => {
    expect(policy(name).spec.matchConstraints.resourceRules[0].resources).toContain(
      "pods/ephemeralcontainers",
    );
  });

  it("holds the baseline in namespaces with a privileged pod, and the rest where Pod Security does", () => {
    expect(policy("disallow-host-path").spec.matchConstraints.namespaceSelector).toEqual({
      matchExpressions: [
        { key: "pod-security.kubernetes.io/audit", operator: "In", values: ["baseline", "restricted"] },
      ],
    });
    expect(policy("restrict-volume-types").spec.matchConstraints.namespaceSelector).toEqual({
      matchLabels: { "pod-security.kubernetes.io/enforce": "restricted" },
    });
  });

  it("is asked about its own namespace, in which other add-ons are", () => {
    expect(chartValues().config).toEqual({
      excludeKyvernoNamespace: false,
      webhooks: { namespaceSelector: policy("disallow-host-path").spec.matchConstraints.namespaceSelector },
    });
  });

  it("lets its own pods start while none of it runs, which Pod Security judges all the same", () => {
    expect(policy("disallow-host-path").spec.failurePolicy).toBe("Ignore");
  });

  it("finds pods that were there before it, and those whose exception ended", () => {
    expect(chartValues().features.backgroundScan).toEqual({ enabled: true });
  });

  it("has neither a role nor a registry to sign in to without images to verify", () => {
    expect(judging().all(IamRole)).toEqual([]);
    expect(chartValues().features).not.toHaveProperty("registryClient");
  });
});

describe("an exception from the Pod Security Standards", () => {
  const [exception] = objectsOf({ exceptions: [FLUENT_BIT] });

  it("ends by itself with its last day", () => {
    expect(exception.spec.expiresAt).toBe("2028-01-01T00:00:00Z");
    expect(exception.spec.matchConditions).toContainEqual({
      name: "until",
      expression: "time.now() < timestamp('2028-01-01T00:00:00Z')",
    });
  });

  it("is of one policy, and of pods of one workload", () => {
    expect(exception.spec.policyRefs).toEqual([{ name: "disallow-host-path", kind: "ValidatingPolicy" }]);
    expect(exception.spec.matchConditions[0].expression).toMatch(
      /^object\.metadata\.namespace == 'monitoring' && .*startsWith\('fluent-bit-'\)$/,
    );
  });

  it("is in the only namespace in which Kyverno looks, and says why it is there", () => {
    expect(exception.metadata.namespace).toBe(chartValues().features.policyExceptions.namespace);
    expect(exception.spec.properties).toEqual({ reason: "It reads files of the node." });
  });
});

describe("addons.kyverno.podSecurity", () => {
  it("excepts the pods of the platform that must see their node, under either engine", () => {
    const { gatekeeper } = environment({ addons: { kyverno: { podSecurity: "enforce" } } }).addons;

    expect(
      gatekeeper && gatekeeper.exceptions.map(({ policy: name, name: pods }) => `${name} ${pods}`),
    ).toEqual([
      "no-host-access fluent-bit-*",
      "no-host-access kube-prometheus-stack-prometheus-node-exporter-*",
      "disallow-host-path fluent-bit-*",
      "disallow-host-namespaces kube-prometheus-stack-prometheus-node-exporter-*",
      "disallow-host-path kube-prometheus-stack-prometheus-node-exporter-*",
      "disallow-host-ports kube-prometheus-stack-prometheus-node-exporter-*",
    ]);
  });

  it("is refused without the add-on that has the list of exceptions", () => {
    expect(problemsWith({ addons: { gatekeeper: false, kyverno: { podSecurity: "enforce" } } })).toContain(
      "production clusters.govuk.addons.gatekeeper: expected gatekeeper on, since kyverno needs it for its list of " +
        "exceptions, got false; switch gatekeeper on, or kyverno off as well",
    );
  });

  it("takes no exception without a day or a reason", () => {
    const bare = { policy: FLUENT_BIT.policy, namespace: "monitoring", name: "fluent-bit-*" };

    expect(
      problemsWith({ addons: { kyverno: { podSecurity: "enforce" }, gatekeeper: { exceptions: [bare] } } }),
    ).toEqual([
      expect.stringContaining("addons.gatekeeper.exceptions[0].reason: "),
      'production clusters.govuk.addons.gatekeeper.exceptions[0].until: expected a day such as "2027-03-31", got nothing; ' +
        "no exception lasts for ever: choose when to look at it again",
    ]);
  });

  it("takes no exception while Kyverno has no such policy", () => {
    expect(problemsWith({ addons: { gatekeeper: { exceptions: [FLUENT_BIT] } } })).toEqual([
      "production clusters.govuk.addons.gatekeeper.exceptions[0].policy: expected a policy of Gatekeeper's, since " +
        'addons.kyverno.podSecurity is off, got "disallow-host-path"; leave the exception out, or switch ' +
        "addons.kyverno.podSecurity on",
    ]);
  });
});

describe("names of pods in exceptions", () => {
  const refusal = (name: string) =>
    problemsWith({
      addons: {
        kyverno: { podSecurity: "enforce" },
        gatekeeper: { exceptions: [{ ...FLUENT_BIT, name, policy: "disallow-host-path" }] },
      },
    });

  it("are refused, or become names and conditions that Kubernetes takes", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.'*-]{1,12}$/), (name) => {
        if (refusal(name).length > 0) {
          return;
        }
        const { metadata, spec } = policyException({ ...FLUENT_BIT, name }, "cluster-services");
        const { matchConditions } = spec as { matchConditions: { expression: string }[] };

        expect(metadata.name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/);
        expect(matchConditions[0]!.expression.split("'")).toHaveLength(11);
      }),
      { numRuns: 300 },
    );
  });

  it.each(["fluent-bit-*", "legacy", "a.b", "a*"])("may be %s", (name) => {
    expect(refusal(name)).toEqual([]);
  });

  it.each(["*", "fluent-bit-", "a..b", "it's", "A", "a*b"])("may not be %s", (name) => {
    expect(refusal(name)).toEqual([expect.stringContaining("addons.gatekeeper.exceptions[0].name: ")]);
  });
});

describe("engines of policies", () => {
  it("are refused without a pod, which would judge nothing in silence", () => {
    expect(
      problemsWith({
        addons: {
          gatekeeper: { values: { replicas: 0 } },
          kyverno: { values: { admissionController: { replicas: 0 } } },
        },
      }),
    ).toEqual([
      expect.stringMatching(
        /addons\.kyverno\.values\.admissionController\.replicas: expected a value other than 0, since /,
      ),
      expect.stringMatching(/addons\.gatekeeper\.values\.replicas: expected a value other than 0, since /),
    ]);
  });

  it("may have more or fewer pods than other add-ons", () => {
    expect(problemsWith({ addons: { gatekeeper: { values: { replicas: 5 } } } })).toEqual([]);
  });
});

describe.each(CONTROL_NAMES)("the control %s", (name) => {
  const cases = CONTROL_CASES[name];

  it("has cases that it lets in and cases that it refuses, each with a name of its own", () => {
    expect(cases.some(({ refused }) => refused)).toBe(true);
    expect(cases.some(({ refused }) => !refused)).toBe(true);
    expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length);
  });
});
