import type { TerraformStack } from "cdktf";

/** Parts of the synthesised JSON that say which resources can be moved or imported. */
interface Synthesised {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly module?: Readonly<Record<string, object>>;
}

/** Addresses in a stack's JSON. */
export class StackAddresses {
  readonly all: readonly string[];
  private readonly repeated: ReadonlySet<string>;

  constructor(stack: TerraformStack) {
    const { resource = {}, module = {} } = stack.toTerraform() as Synthesised;
    const blocks = [
      ...Object.entries(resource).flatMap(([type, named]) => withPrefix(type, named)),
      ...withPrefix("module", module),
    ];
    this.all = blocks.map(([address]) => address);
    this.repeated = new Set(
      blocks.filter(([, block]) => "for_each" in block || "count" in block).map(([address]) => address),
    );
  }

  /**
   * True if the stack may describe the address. Only Terraform knows the contents of modules and the
   * instances of repeated resources.
   */
  mayHave(address: string): boolean {
    const [, base = "", rest = ""] = /^([^.]+\.[^.[]+)(.*)$/.exec(address) ?? [];
    return this.all.includes(base) && (rest === "" || base.startsWith("module.") || this.repeated.has(base));
  }

  /** True if the stack describes exactly one thing at the address, outside of modules. */
  has(address: string): boolean {
    return this.all.includes(address) && !this.repeated.has(address);
  }
}

const withPrefix = (prefix: string, named: Readonly<Record<string, object>>): [string, object][] =>
  Object.entries(named).map(([name, block]) => [`${prefix}.${name}`, block]);
