import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { workerData } from "node:worker_threads";
import type { ProductConfig } from "./schema";

/** Products by the hash of their text. */
type ByText = Readonly<Record<string, ProductConfig>>;

/** Products that an earlier synth accepted, by the hash of their text, and the hash of the program that read them. */
interface ReadRecord {
  readonly reader: string;
  readonly products: ByText;
}

const hashOf = (text: string | Buffer): string => createHash("sha256").update(text).digest("base64url");

/**
 * Reads each text once and remembers the product on disk, since the YAML of thousands of files takes longer than all
 * else in a synth. A program of another text reads all of them again.
 */
export class ReadBefore {
  private readonly reader = hashOf(readFileSync(__filename));
  private readonly known: ByText;
  private readonly used: Record<string, ProductConfig> = {};

  /**
   * @param path - of the record; removed or damaged, it is made again; without one, nothing is written
   * @param given - products that another thread has read
   */
  constructor(
    private readonly path?: string,
    given: ByText = {},
  ) {
    const record = path === undefined ? undefined : recordIn(path);
    this.known = { ...given, ...(record?.reader === this.reader ? record.products : {}) };
  }

  /** Product of a text, if a reader has accepted it before. */
  find(text: string): ProductConfig | undefined {
    const hash = hashOf(text);
    const product = Object.hasOwn(this.known, hash) ? this.known[hash] : undefined;
    if (product !== undefined) {
      this.used[hash] = product;
    }
    return product;
  }

  add(text: string, product: ProductConfig): void {
    this.used[hashOf(text)] = product;
  }

  /** Products of this synth, for another thread. */
  get products(): ByText {
    return this.used;
  }

  /** Writes the record, unless it says the same already. */
  write(): void {
    if (this.path === undefined) {
      return;
    }
    const names = Object.keys(this.used);
    if (names.length === Object.keys(this.known).length && names.every((name) => name in this.known)) {
      return;
    }
    const record: ReadRecord = { reader: this.reader, products: this.used };
    writeFileSync(`${this.path}.${process.pid}`, JSON.stringify(record));
    renameSync(`${this.path}.${process.pid}`, this.path);
  }
}

function recordIn(path: string): ReadRecord | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    return (JSON.parse(readFileSync(path, "utf8")) as ReadRecord | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Data by which a synth starts a thread that helps it. */
export interface HelpersProducts {
  readonly productsRead: ByText;
}

const given = (workerData as Partial<HelpersProducts> | null | undefined)?.productsRead;

/** Record at the path that synth names. Where it names none, such as in tests, nothing is written. */
export const readBefore = new ReadBefore(given === undefined ? process.env.PRODUCTS_READ : undefined, given);
process.once("exit", () => readBefore.write());
