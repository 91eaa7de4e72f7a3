/** Ends a run with one plain line that any CI can read: `N passed, N failed, N skipped`. */
import type { Reporter, TestModule } from "vitest/node";

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const broken = modules.filter(
      (module) => module.state() === "failed" && [...module.children.allTests("failed")].length === 0,
    );
    const count = (state: string) => states.filter((other) => other === state).length;
    console.log(`${count("passed")} passed, ${count("failed") + broken.length} failed, ${count("skipped")} skipped`);
  }
}
