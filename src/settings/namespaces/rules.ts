import type { ApplicationNamespacesConfig, ContainerLimitsConfig } from "./application-namespaces";
import { isWhole, LAST_PORT } from "../checking/numbers";
import { namespaceIsKnown } from "./known-namespace";
import { applicationNamespaces, type OrganisationNamespaces } from "./namespaces";
import { type Path, problem, show } from "../checking/problem";

/** Bounds of namespaces, and the namespaces that there are. */
interface OfNamespaces {
  readonly namespaces: ApplicationNamespacesConfig;
  readonly organisation: Pick<OrganisationNamespaces, "namespaces">;
}

/** Checks the bounds of the namespaces that applications live in. */
export const applicationNamespacesAreBounded = ({ namespaces, organisation }: OfNamespaces): string[] =>
  Object.entries(namespaces).flatMap(([name, { quota, containers, internetPorts, databases, callers }]) => [
    ...namespaceIsKnown(["namespaces", name], name, applicationNamespaces(organisation)),
    ...numbersAreWhole({ ...quota }, ["namespaces", name, "quota"]),
    ...numbersAreWhole({ ...containers }, ["namespaces", name, "containers"]),
    ...memoryIsOrdered(containers, ["namespaces", name, "containers"]),
    ...portsArePorts(internetPorts, ["namespaces", name, "internetPorts"]),
    ...Object.entries(databases).flatMap(([purpose, ports]) =>
      portsArePorts(ports, ["namespaces", name, "databases", purpose]),
    ),
    ...Object.entries(callers).flatMap(([caller, ports]) => [
      ...callerIsAnother(caller, name, applicationNamespaces(organisation)),
      ...portsArePorts(ports, ["namespaces", name, "callers", caller]),
    ]),
  ]);

const callerIsAnother = (caller: string, name: string, known: readonly string[]): string[] =>
  caller === name
    ? [
        problem(
          ["namespaces", name, "callers", caller],
          "another namespace",
          show(caller),
          "leave it out: pods of one namespace call each other",
        ),
      ]
    : namespaceIsKnown(["namespaces", name, "callers", caller], caller, known);

const portsArePorts = (ports: readonly number[], path: Path): string[] =>
  ports.flatMap((port, index) =>
    isWhole(port, 1, LAST_PORT)
      ? []
      : [problem([...path, index], `a whole number from 1 to ${LAST_PORT}`, show(port), "write a TCP port")],
  );

/** Highest number that can be meant: more than any cluster has. */
const MOST = 1_000_000;

/** Checks that numbers are whole and above zero. */
export const numbersAreWhole = (numbers: Readonly<Record<string, number>>, path: Path): string[] =>
  Object.entries(numbers)
    .filter(([, value]) => !isWhole(value, 1, MOST))
    .map(([key, value]) =>
      problem(
        [...path, key],
        `a whole number from 1 to ${MOST.toLocaleString("en")}`,
        show(value),
        "nothing runs in a namespace that may have none",
      ),
    );

function memoryIsOrdered(containers: ContainerLimitsConfig, path: Path): string[] {
  const { requestMemoryMib, limitMemoryMib, maximumMemoryMib } = containers;

  return requestMemoryMib <= limitMemoryMib && limitMemoryMib <= maximumMemoryMib
    ? []
    : [
        problem(
          path,
          "requestMemoryMib ≤ limitMemoryMib ≤ maximumMemoryMib",
          `${requestMemoryMib}, ${limitMemoryMib}, ${maximumMemoryMib}`,
          "a container cannot request more than it may have",
        ),
      ];
}
