import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/peers/**"],
    setupFiles: ["tests/loopback-only.ts"],
    reporters: ["default", "./tests/closing-line.ts"],
    testTimeout: 60_000,
  },
});
