/** What the data of services need to know of the rest of the world, and tell it. */
export interface DataFacts {
  /** Its software runs on at least one server. */
  serves(deployment: number): boolean;
  /** Traffic is sent there. */
  isRouted(deployment: number): boolean;
  /** Everybody's health checks say that it is dead. */
  isDead(deployment: number): boolean;
  /** Some of the site has power. */
  hasPower(site: number): boolean;
  /** A site reaches another, or itself. */
  reaches(from: number, to: number): boolean;
  /** Share of the servers of a deployment that is destroyed, of those that it ever had. */
  destroyedShare(deployment: number): number;
  /** Share of a site's storage that is destroyed. */
  storageDestroyed(site: number): number;
  /** Latest event that explains why a deployment, or a site's storage, does not run; -1: none. */
  whyDown(deployment: number, site: number): number;
  /** The event by which the servers of a deployment, or a site's storage, were destroyed; -1: none was. */
  whyDestroyed(deployment: number, site: number): number;
  /** Latest event of the connection of two sites; -1: none. */
  whyApart(a: number, b: number): number;
  /** Its copy is no good any more: the deployment stops and goes through its stages. */
  putOut(deployment: number, event: number): void;
  /** So many writes of two sides are to be merged by people. */
  merge(service: number, writes: number, event: number): void;
}
