/** What zones offer their servers now: power, and air that is cool enough. Left out: parts of zones. */
export class ZoneStates {
  private readonly powered: Uint8Array;
  private readonly hot: Float64Array;
  private readonly cuts: Uint32Array;
  private readonly bootReasons: Int32Array;

  constructor(zones: number) {
    this.powered = new Uint8Array(zones).fill(1);
    this.hot = new Float64Array(zones);
    this.cuts = new Uint32Array(zones);
    this.bootReasons = new Int32Array(zones).fill(-1);
  }

  hasPower(zone: number): boolean {
    return this.powered[zone] === 1;
  }

  isHot(zone: number): boolean {
    return this.hot[zone] > 0;
  }

  /** Servers can be booted there. */
  isBootable(zone: number): boolean {
    return this.powered[zone] === 1 && this.hot[zone] === 0;
  }

  /** Why servers of a zone can be booted: power, cooling, or that somebody wants them; -1: none did. */
  bootReason(zone: number): number {
    return this.bootReasons[zone];
  }

  /** How often it lost its power. */
  cutCount(zone: number): number {
    return this.cuts[zone];
  }

  losePower(zone: number): void {
    this.powered[zone] = 0;
    this.cuts[zone]++;
  }

  returnPower(zone: number, event: number): void {
    this.powered[zone] = 1;
    this.bootReasons[zone] = event;
  }

  /** Share of the servers that are off because of heat. */
  setHeat(zone: number, share: number, event: number): void {
    this.hot[zone] = share;
    if (share === 0) this.bootReasons[zone] = event;
  }

  want(zone: number, event: number): void {
    this.bootReasons[zone] = event;
  }
}
