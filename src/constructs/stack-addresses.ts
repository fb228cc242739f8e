import type { TerraformStack } from "cdktf";

/** The synthesised JSON, as far as it tells what can be moved or imported. */
interface Synthesised {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly module?: Readonly<Record<string, object>>;
}

/** The addresses that a stack's JSON has. */
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

  /** Whether the stack describes this. Who can tell what a module or a repeated resource has is Terraform alone. */
  mayHave(address: string): boolean {
    const [, base = "", rest = ""] = /^([^.]+\.[^.[]+)(.*)$/.exec(address) ?? [];
    return this.all.includes(base) && (rest === "" || base.startsWith("module.") || this.repeated.has(base));
  }

  /** Whether this is one thing that the stack describes, not one of several or inside of a module. */
  has(address: string): boolean {
    return this.all.includes(address) && !this.repeated.has(address);
  }
}

const withPrefix = (prefix: string, named: Readonly<Record<string, object>>): [string, object][] =>
  Object.entries(named).map(([name, block]) => [`${prefix}.${name}`, block]);
