const NAME = String.raw`[A-Za-z_][\w-]*`;
const KEY = String.raw`(?:\[(?:\d+|"[^"\\$%\p{C}]*")\])?`;
const MODULE = String.raw`module\.${NAME}${KEY}`;
const RESOURCE = String.raw`(?!(?:data|module|ephemeral)\.)[a-z][a-z0-9_]*\.${NAME}${KEY}`;

/** True if the text addresses a resource, or one instance of it, in any module. */
export const isResourceAddress = (address: string): boolean =>
  new RegExp(`^(?:${MODULE}\\.)*${RESOURCE}$`, "u").test(address);

/** True if the text addresses a module, or one instance of it. */
export const isModuleAddress = (address: string): boolean =>
  new RegExp(`^${MODULE}(?:\\.${MODULE})*$`, "u").test(address);
