import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  CONTROL_CASES,
  type ControlCase,
  EXCEPTED,
  EXCEPTION_CASES,
} from "../../../src/addons/kyverno/pod-security/controls.cases";
import { policyException, type PodException } from "../../../src/addons/kyverno/pod-security/exception";
import {
  CONTROL_NAMES,
  type ControlName,
  controlPolicy,
} from "../../../src/addons/kyverno/pod-security/policies";
import type { Manifest } from "../../../src/constructs/manifests";

/** Control whose exceptions are tried: they work the same for all. */
const EXCEPTED_CONTROL = "disallow-host-namespaces";

/** Namespaces of the cases, which Pod Security holds to its strictest level. */
const NAMESPACES = ["apps", "monitoring"].map((name) => ({
  name,
  labels: Object.fromEntries(
    ["enforce", "audit"].map((mode) => [`pod-security.kubernetes.io/${mode}`, "restricted"]),
  ),
}));

interface Suite {
  readonly name: string;
  readonly control: ControlName;
  readonly cases: readonly ControlCase[];
  readonly exceptions: readonly PodException[];
}

/** Exceptions of the cases, with a last day. */
const excepted = (until: string): readonly PodException[] =>
  EXCEPTED.map((pods) => ({ ...pods, policy: EXCEPTED_CONTROL, reason: "It is a case.", until }));

const SUITES: readonly Suite[] = [
  ...CONTROL_NAMES.map((name) => ({
    name,
    control: name,
    cases: CONTROL_CASES[name],
    exceptions: [],
  })),
  {
    name: "exceptions",
    control: EXCEPTED_CONTROL,
    cases: EXCEPTION_CASES,
    exceptions: excepted("2999-12-31"),
  },
  {
    name: "exceptions-that-ended",
    control: EXCEPTED_CONTROL,
    cases: EXCEPTION_CASES.map((one) => ({ ...one, refused: true })),
    exceptions: excepted("2020-12-31"),
  },
];

/**
 * Writes a suite for each control into a folder, as `kyverno test` takes them, and returns how many cases they have.
 *
 * @see https://kyverno.io/docs/kyverno-cli/reference/kyverno_test/
 */
export function writeSuites(folder: string): number {
  SUITES.forEach((suite) => writeSuite(join(folder, suite.name), suite));
  return SUITES.flatMap(({ cases }) => cases).length;
}

function writeSuite(folder: string, { name, control, cases, exceptions }: Suite): void {
  mkdirSync(folder, { recursive: true });
  const write = (file: string, content: object): string => {
    writeFileSync(join(folder, file), JSON.stringify(content));
    return file;
  };
  // Results are found by names, which must differ: those of cases that exceptions are about differ by themselves.
  const objects = cases.map(({ object }, index) =>
    exceptions.length === 0 ? renamed(object, `case-${index}`) : object,
  );
  write("kyverno-test.yaml", {
    apiVersion: "cli.kyverno.io/v1alpha1",
    kind: "Test",
    metadata: { name },
    policies: [write("policy.yaml", controlPolicy(control, true))],
    resources: objects.map((object, index) => write(`object-${index}.yaml`, object)),
    exceptions: exceptions.map((one, index) =>
      write(`exception-${index}.yaml`, policyException(one, "cluster-services")),
    ),
    values: { namespaceSelector: NAMESPACES },
    results: cases.map(({ refused }, index) => ({
      policy: control,
      isValidatingPolicy: true,
      kind: "Pod",
      resources: [`${objects[index]!.metadata.namespace}/${objects[index]!.metadata.name}`],
      result: resultOf(refused, exceptions),
    })),
  });
}

/** Kyverno skips a pod that an exception is about. */
const resultOf = (refused: boolean, exceptions: readonly PodException[]): string => {
  if (refused) {
    return "fail";
  }
  return exceptions.length === 0 ? "pass" : "skip";
};

const renamed = (object: Manifest, name: string): Manifest => ({
  ...object,
  metadata: { ...object.metadata, name },
});
