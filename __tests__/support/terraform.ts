import { type App, TerraformDataSource, type TerraformElement, TerraformStack } from "cdktf";
import type { Node } from "constructs";
import { readableAddress } from "../../src/constructs/readable-address";
import { stackJson } from "../../src/output/stack-json";
import { testApp } from "./app";

/** A JSON value of synthesised Terraform; tests look into it freely. */
export type Block = Record<string, any>;

/** A generated binding, such as `IamRole`. */
interface Binding {
  readonly tfResourceType: string;
  readonly prototype: object;
}

class TestStack extends TerraformStack {
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return readableAddress(this, element);
  }
}

/** Terraform JSON of a stack, and the questions that tests ask of it. */
export class Terraform {
  /** Synthesises whatever `build` puts into an empty stack. */
  static of(build: (scope: TerraformStack) => void): Terraform {
    const stack = new TestStack(testApp(), "test");
    build(stack);
    return Terraform.from(stack);
  }

  static from(stack: TerraformStack): Terraform {
    return new Terraform(plain(stackJson(stack, stack.node.findAll())) as Block);
  }

  /** Every stack of an app, by id. Each is synthesised when a test first looks at it. */
  static fromApp(app: App): Record<string, Terraform> {
    const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
    return whenAsked(Object.fromEntries(stacks.map((stack) => [stack.node.id, () => Terraform.from(stack)])));
  }

  constructor(readonly json: Block) {}

  /** Every resource or data source of one type, by address name. */
  named({ tfResourceType, prototype }: Binding): Record<string, Block> {
    const kind = prototype instanceof TerraformDataSource ? "data" : "resource";
    return this.json[kind]?.[tfResourceType] ?? {};
  }

  /** Every resource or data source of one type. */
  all(type: Binding): Block[] {
    return Object.values(this.named(type));
  }

  /** The one resource or data source of a type. */
  only(type: Binding): Block {
    const found = this.all(type);
    if (found.length !== 1) {
      throw new Error(
        `expected exactly one ${type.tfResourceType}, got ${found.length} among: ${this.addresses().join(", ")}`,
      );
    }
    return found[0]!;
  }

  /** The address of every resource, sorted: what a rename or a removal would change. */
  addresses(): string[] {
    return Object.entries<Block>(this.json.resource ?? {})
      .flatMap(([type, resources]) => Object.keys(resources).map((name) => `${type}.${name}`))
      .sort();
  }

  /** Values by output name. */
  outputs(): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries<Block>(this.json.output ?? {}).map(([name, output]) => [name, output.value]),
    );
  }
}

/** Object whose values are made once each, when a test first looks at them. */
export function whenAsked<T>(makers: Readonly<Record<string, () => T>>): Record<string, T> {
  const made = new Map<string, T>();
  const get = (name: string, make: () => T): T => {
    const value = made.get(name) ?? make();
    made.set(name, value);
    return value;
  };
  return Object.defineProperties(
    {},
    Object.fromEntries(
      Object.entries(makers).map(([name, make]) => [name, { enumerable: true, get: () => get(name, make) }]),
    ),
  );
}

/** Without CDKTF's notes to itself and in the order of the file, as `npm run synth` writes it. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Array.isArray(value)
    ? value.map(plain)
    : Object.fromEntries(
        Object.entries(value)
          .filter(([key]) => key !== "//")
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, item]) => [key, plain(item)]),
      );
}

/** The values a release hands to its chart. */
export const valuesOf = (release: Block): Block => JSON.parse(release.values[0]) as Block;
