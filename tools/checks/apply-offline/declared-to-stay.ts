/** Objects that a destroy leaves, each with the reason. */
const STAY: readonly { readonly name: RegExp; readonly reason: string }[] = [
  { name: /^CustomResourceDefinition /, reason: "Helm never removes what is in a chart's folder crds" },
];

/** True for an object that a destroy may leave. */
export const isDeclaredToStay = (name: string): boolean => STAY.some((one) => one.name.test(name));
