/** What is going on, for whoever waits. */
export interface LiveLine {
  /** Something has begun or, with a text, has come that far. */
  show(name: string, text?: string): void;

  /** It is over, and `line` says how it went. */
  end(name: string, line: string): void;
}

/** Shows what is going on in one line that is rewritten; without a terminal, one line for each that is over. */
export function liveLine(stream: NodeJS.WriteStream): LiveLine {
  const live = stream.isTTY && !process.env.CI;
  const running = new Map<string, string>();
  const redraw = () => live && stream.write(`\r\u001b[K${cut(describe(running), stream.columns)}`);

  return {
    show(name, text = "") {
      running.set(name, text === "" ? name : `${name}: ${text}`);
      redraw();
    },
    end(name, line) {
      running.delete(name);
      if (!live) {
        stream.write(`${line}\n`);
      }
      redraw();
    },
  };
}

const describe = (running: ReadonlyMap<string, string>): string =>
  running.size > 0 ? `${[...running.values()].join(", ")} …` : "";

/** A line that wraps could not be rewritten. */
const cut = (line: string, columns = Infinity): string =>
  line.length < columns ? line : `${line.slice(0, columns - 2)}…`;
