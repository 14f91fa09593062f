import { readFileSync } from 'node:fs';
import { AutoETS, initSync as initEts } from '@bsull/augurs/ets';
import { initSync as initMstl, MSTL } from '@bsull/augurs/mstl';
import type { Peer, PeerAnswer } from './peer.ts';

/** augurs, a forecasting library in Rust, by its bindings for JavaScript: WebAssembly in this process. */
export function startAugurs(): Peer {
  const wasm = (name: string) =>
    readFileSync(new URL(import.meta.resolve(`@bsull/augurs/${name}`)).pathname.replace(/\.js$/, '_bg.wasm'));
  initEts({ module: wasm('ets') });
  initMstl({ module: wasm('mstl') });
  return {
    async forecast(model, season, horizon, series): Promise<PeerAnswer> {
      const forecasts: number[][] = [];
      const seconds: number[] = [];
      for (const values of series) {
        const before = process.cpuUsage();
        const fitted = model === 'MSTL' ? MSTL.ets(new Uint32Array([season])) : new AutoETS(1, 'ZZN');
        fitted.fit(values);
        forecasts.push(fitted.predict(horizon).point);
        const { user, system } = process.cpuUsage(before);
        seconds.push((user + system) / 1e6);
        fitted.free();
      }
      return { forecasts, seconds };
    },
    async stop() {},
  };
}
