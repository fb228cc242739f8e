export type Attributes = Record<string, unknown>;

export interface Reference {
  readonly type: string;
  readonly id: string;
}

export type Relation = Reference | readonly Reference[] | null;

/** A thing as JSON:API has it. */
export interface Stored extends Reference {
  attributes: Attributes;
  relations: Record<string, Relation>;
}

/** Prefixes by which HCP Terraform's ids tell kinds apart. */
const PREFIXES: Readonly<Record<string, string>> = {
  workspaces: "ws",
  projects: "prj",
  teams: "team",
  "team-workspaces": "tws",
  "notification-configurations": "nc",
  "organization-memberships": "ou",
  users: "user",
  varsets: "varset",
  vars: "var",
  "state-versions": "sv",
};

/** Everything that an organisation has. */
export class Records {
  private readonly all = new Map<string, Stored>();
  private last = 0;

  add(type: string, attributes: Attributes, relations: Record<string, Relation> = {}): Stored {
    this.last += 1;
    const id = `${PREFIXES[type]}-${String(this.last).padStart(16, "0")}`;
    const stored = { type, id, attributes, relations };
    this.all.set(id, stored);
    return stored;
  }

  /** Finds one by its id, nothing where it is of another kind. */
  find(type: string, id: string): Stored | undefined {
    const stored = this.all.get(id);
    return stored?.type === type ? stored : undefined;
  }

  of(type: string): Stored[] {
    return [...this.all.values()].filter((stored) => stored.type === type);
  }

  named(type: string, name: string): Stored | undefined {
    return this.of(type).find(({ attributes }) => attributes.name === name);
  }

  /** Removes a thing, those that are only there for its sake, and what others say of it. */
  remove({ id }: Reference): void {
    this.all.delete(id);
    for (const stored of [...this.all.values()]) {
      if (OWNERS.some((owner) => isOne(stored.relations[owner], id))) {
        this.remove(stored);
      }
      for (const [name, relation] of Object.entries(stored.relations)) {
        if (Array.isArray(relation)) {
          stored.relations[name] = (relation as readonly Reference[]).filter((one) => one.id !== id);
        }
      }
    }
  }
}

/** Relations whose end is that of the thing itself. */
const OWNERS = ["workspace", "team", "subscribable", "varset"];

const isOne = (relation: Relation | undefined, id: string): boolean =>
  relation !== undefined && relation !== null && "id" in relation && relation.id === id;

export const referenceTo = ({ type, id }: Reference): Reference => ({ type, id });
