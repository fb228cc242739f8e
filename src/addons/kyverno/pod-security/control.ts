/**
 * Levels of the Pod Security Standards that ask for something.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export type Level = "baseline" | "restricted";

/** Control of the Pod Security Standards: conditions in CEL, of which one at least is there. */
export interface Control {
  readonly level: Level;

  /**
   * Condition of the pod, which is `object`.
   *
   * @default - none
   */
  readonly pod?: string;

  /**
   * Condition of each container `c`, an initial or ephemeral one too.
   *
   * @default - none
   */
  readonly container?: string;

  /** Words for what the control asks for, after "expected". */
  readonly expected: string;
}

/** List of texts in CEL. */
export const oneOf = (values: readonly string[]): string =>
  `[${values.map((value) => `'${value}'`).join(", ")}]`;

/** Condition that a text which may be missing is one of a list, by the path below a container or a pod. */
const among = (path: string, values: readonly string[]): string =>
  `${path}.orValue('${values[0]!}') in ${oneOf(values)}`;

/** Field of a container's security context in CEL, which may be missing. */
export const ofContainer = (field: string): string => `c.?securityContext.${field}`;

/** Field of a pod's security context in CEL, which may be missing. */
export const ofPod = (field: string): string => `object.spec.?securityContext.${field}`;

/** Conditions that a field of security contexts, of the pod and of each container, is missing or one of a list. */
export const everywhereAmong = (
  field: string,
  values: readonly string[],
): Required<Pick<Control, "pod" | "container">> => ({
  pod: among(ofPod(field), values),
  container: among(ofContainer(field), values),
});

/** Condition that a field of a container's security context is missing or one of a list. */
export const containerAmong = (field: string, values: readonly string[]): string =>
  among(ofContainer(field), values);

/** Condition that all elements of a list which may be missing are among some. */
export const allAmong = (list: string, element: string, values: readonly string[]): string =>
  `${list}.orValue([]).all(e, ${element} in ${oneOf(values)})`;
