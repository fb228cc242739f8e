import type { Attributes, Records, Reference, Relation, Stored } from "./records";

/** A question, and everything that it may be about. */
export interface Asked {
  readonly records: Records;

  /** Parts of the path that differ: ids and names. */
  readonly ids: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Body;

  /** Address of this server. */
  readonly address: string;
}

/** Document of a change, as JSON:API has it: a thing, or references to some. */
export interface Body {
  readonly data?: Sent | readonly Sent[];
}

interface Sent {
  readonly id?: string;
  readonly type: string;
  readonly attributes?: Attributes;
  readonly relationships?: Readonly<Record<string, { readonly data: Relation }>>;
}

export interface Answer {
  readonly status: number;

  /** @default - nothing */
  readonly body?: unknown;
}

/** Answer to a method and a path, in which `*` stands for an id or a name. */
export type Route = readonly [question: string, handle: (asked: Asked) => Answer];

export const nothing = (status = 204): Answer => ({ status });

export const refuse = (status: number, detail: string): Answer => ({
  status,
  body: { errors: [{ status: String(status), title: detail, detail }] },
});

export const NOT_FOUND = refuse(404, "not found");

export const show = (stored: Stored, status = 200): Answer => ({ status, body: { data: document(stored) } });

/** Everything at once: no list of a rehearsal is longer than a page. */
export const list = (all: readonly Stored[], included: readonly Stored[] = []): Answer => ({
  status: 200,
  body: {
    data: all.map(document),
    included: included.map(document),
    meta: {
      pagination: { "current-page": 1, "next-page": null, "total-pages": 1, "total-count": all.length },
    },
  },
});

const document = ({ type, id, attributes, relations }: Stored): object => ({
  type,
  id,
  attributes,
  relationships: Object.fromEntries(Object.entries(relations).map(([name, data]) => [name, { data }])),
});

export const attributesOf = ({ data }: Body): Attributes => (data as Sent | undefined)?.attributes ?? {};

export const relationsOf = ({ data }: Body): Record<string, Relation> =>
  Object.fromEntries(
    Object.entries((data as Sent | undefined)?.relationships ?? {}).map(([name, one]) => [name, one.data]),
  );

/** References in a question that names some. */
export const namedIn = ({ data }: Body): Reference[] =>
  ((data ?? []) as readonly Sent[]).map(({ type, id = "" }) => ({ type, id }));

/** Answers about a thing that has to be there. */
export function about(type: string, { records, ids }: Asked, handle: (stored: Stored) => Answer): Answer {
  const stored = records.find(type, ids.at(-1)!);
  return stored === undefined ? NOT_FOUND : handle(stored);
}
