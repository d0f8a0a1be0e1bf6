/** Opens the server on a port: the one asked for, or the first free one from a start on. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { BadInput } from '../failures.js';
import { reasonOf } from '../files/reason.js';

const FIRST_PORT = 4180;
const PORTS_TRIED = 20;

/** @throws BadInput when the port cannot be had */
export async function listen(server: Server, port: number | null, lan: boolean): Promise<number> {
  const host = lan ? '0.0.0.0' : '127.0.0.1';
  // 0 asks the system for any free port.
  const candidates = port === null ? [...Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i), 0] : [port];
  for (const candidate of candidates) {
    const error = await attempt(server, candidate, host);
    if (error === null) return (server.address() as AddressInfo).port;
    if (port !== null || error.code !== 'EADDRINUSE') {
      throw new BadInput(`cannot serve on port ${candidate}: ${reasonOf(error)}`);
    }
  }
  throw new BadInput('cannot serve: no port is free');
}

/** This machine's addresses in the network, IPv4. */
export function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

function attempt(server: Server, port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => resolve(error);
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      resolve(null);
    });
  });
}
