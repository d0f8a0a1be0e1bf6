/** Which tasks look at which services: tools they need, services that must be serving before they begin. */
import type { Task } from './task.js';

export class Watchers {
  private readonly byService = new Map<number, Set<Task>>();
  /** Null: to be made anew. */
  private sorted: readonly number[] | null = null;

  add(task: Task): void {
    for (const service of servicesOf(task)) {
      const tasks = this.byService.get(service);
      if (tasks) tasks.add(task);
      else {
        this.byService.set(service, new Set([task]));
        this.sorted = null;
      }
    }
  }

  remove(task: Task): void {
    for (const service of servicesOf(task)) {
      const tasks = this.byService.get(service);
      tasks?.delete(task);
      if (tasks?.size !== 0) continue;
      this.byService.delete(service);
      this.sorted = null;
    }
  }

  /** Services that somebody looks at, ascending. */
  services(): readonly number[] {
    this.sorted ??= [...this.byService.keys()].sort((a, b) => a - b);
    return this.sorted;
  }

  of(service: number): Iterable<Task> {
    return this.byService.get(service) ?? [];
  }
}

function servicesOf({ spec }: Task): readonly number[] {
  return [...spec.tools, ...spec.startup.map(({ service }) => service)];
}
