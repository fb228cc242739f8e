import { asMap, type JsonMap } from "./json-map";

/** A stack with its state in the folder that Terraform runs in, which needs no sign-in. */
export function withoutState(stack: JsonMap): JsonMap {
  const settings = Object.entries(asMap(stack.terraform));
  return {
    ...stack,
    terraform: Object.fromEntries(settings.filter(([name]) => name !== "cloud" && name !== "backend")),
  };
}
