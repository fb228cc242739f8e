import { asMap, type JsonMap } from "./json-map";

/** A stack that keeps its state in the folder that Terraform runs in, and signs in nowhere for it. */
export function withoutState(stack: JsonMap): JsonMap {
  const settings = Object.entries(asMap(stack.terraform));
  return {
    ...stack,
    terraform: Object.fromEntries(settings.filter(([name]) => name !== "cloud" && name !== "backend")),
  };
}
