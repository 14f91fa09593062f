"""Forecasts of retail windows by statsforecast's models, one process, one thread.

    python peers.py WINDOWS FORECASTS [--window m5-1913]... [--model AutoETS]... [--every 20]

WINDOWS has a folder a window as `window-files.ts` writes it: window.json (season, horizon, known), values.f64,
offsets.u32, known-<k>.f64. FORECASTS gets <window>/<model>.f64, count x horizon, and <window>/<model>.json with
the seconds of processor time and the number of series on which the model failed. What is there already is
kept, so that the script can be stopped and go on later.

Values that were not observed (NaN; these models refuse them) are replaced by the value a season earlier, and by
zero where there is none. A series on which a model fails gets the mean of its last season. With --every n, for models that
take too long, only series 0, n, 2n, ... are forecast; the others' rows are NaN.
"""
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("NUMBA_NUM_THREADS", "1")

import argparse
import json
import time
import warnings
from pathlib import Path

import numpy as np
from statsforecast import models as sf

warnings.filterwarnings("ignore")

MODELS = {
    "SeasonalNaive": lambda m: sf.SeasonalNaive(season_length=m),
    "WindowAverage": lambda m: sf.WindowAverage(window_size=28 if m == 7 else 12),
    "SES": lambda m: sf.SimpleExponentialSmoothingOptimized(),
    "CrostonClassic": lambda m: sf.CrostonClassic(),
    "CrostonSBA": lambda m: sf.CrostonSBA(),
    "CrostonOptimized": lambda m: sf.CrostonOptimized(),
    "TSB": lambda m: sf.TSB(alpha_d=0.1, alpha_p=0.1),
    "ADIDA": lambda m: sf.ADIDA(),
    "IMAPA": lambda m: sf.IMAPA(),
    "AutoETS": lambda m: sf.AutoETS(season_length=m),
    "AutoETSDamped": lambda m: sf.AutoETS(season_length=m, damped=True),
    "DynamicOptimizedTheta": lambda m: sf.DynamicOptimizedTheta(season_length=m),
    "AutoTheta": lambda m: sf.AutoTheta(season_length=m),
    "AutoCES": lambda m: sf.AutoCES(season_length=m),
    "HoltWinters": lambda m: sf.HoltWinters(season_length=m),
    "MSTL": lambda m: sf.MSTL(season_length=m),
    # Orders are compared by conditional sums of squares, as R does by default for series this long.
    "AutoARIMA": lambda m: sf.AutoARIMA(season_length=m, approximation=True),
    "AutoARIMA-exact": lambda m: sf.AutoARIMA(season_length=m),
    # Its covariates are the holidays; the year comes in as three pairs of Fourier terms, because ARIMA with a season
    # of 52 takes minutes a series.
    "AutoARIMA-fourier": lambda m: sf.AutoARIMA(season_length=1),
}
# ARIMA is run only where it is asked for: hours on a panel of days.
UNASKED = [name for name in MODELS if not name.startswith("AutoARIMA")]
WITH_COVARIATES = {"AutoARIMA", "AutoARIMA-fourier"}


def filled(values, season):
    values = values.copy()
    for t in np.flatnonzero(np.isnan(values)):
        values[t] = values[t - season] if t >= season else 0.0
    return values


def fourier(start, length, season, pairs=3):
    angle = 2 * np.pi * np.outer(np.arange(start, start + length), np.arange(1, pairs + 1)) / season
    return np.hstack([np.sin(angle), np.cos(angle)])


def covariates(columns, length, horizon, name, season):
    """Columns that vary in the history, split into history and future; None where there are none."""
    if name not in WITH_COVARIATES:
        return None, None
    table = np.column_stack(columns) if columns else np.empty((length + horizon, 0))
    if name.endswith("fourier"):
        table = np.hstack([table, fourier(0, length + horizon, season)])
    table = table[:, table[:length].std(axis=0) > 0]
    return (table[:length], table[length:]) if table.shape[1] else (None, None)


def run(window, name, into, every):
    about = json.loads((window / "window.json").read_text())
    season, horizon = about["season"], about["horizon"]
    values = np.fromfile(window / "values.f64")
    offsets = np.fromfile(window / "offsets.u32", dtype=np.uint32).astype(int)
    known = [np.fromfile(window / f"known-{k}.f64") for k in range(len(about["known"]))]
    forecasts = np.full((len(offsets) - 1, horizon), np.nan)
    failures = 0
    started = time.process_time()
    for i in range(0, len(forecasts), every):
        begin, end = offsets[i], offsets[i + 1]
        y = filled(values[begin:end], season)
        from_, to = begin + i * horizon, end + (i + 1) * horizon
        past, future = covariates([c[from_:to] for c in known], end - begin, horizon, name, season)
        try:
            model = MODELS[name](season)
            extra = {} if past is None else {"X": past, "X_future": future}
            mean = np.asarray(model.forecast(y=y, h=horizon, **extra)["mean"], dtype=float)
            if not np.isfinite(mean).all():
                raise ValueError("not finite")
        except Exception:
            failures += 1
            mean = np.full(horizon, y[-season:].mean())
        forecasts[i] = mean
    seconds = time.process_time() - started
    into.mkdir(parents=True, exist_ok=True)
    (into / f"{name}.json").write_text(json.dumps({"seconds": seconds, "failures": failures, "every": every}))
    forecasts.tofile(into / f"{name}.f64")
    print(f"{window.name} {name}: {seconds:.1f} s, {failures} failed", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("windows", type=Path)
    parser.add_argument("forecasts", type=Path)
    parser.add_argument("--window", action="append")
    parser.add_argument("--model", action="append")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    for window in sorted(options.windows.iterdir()):
        if options.window and window.name not in options.window:
            continue
        for name in options.model or UNASKED:
            if not (options.forecasts / window.name / f"{name}.f64").exists():
                run(window, name, options.forecasts / window.name, options.every)
