"""Answers forecasting requests with statsforecast, one JSON object a line on standard input, one a line back.

Request  {"model": "AutoETS", "season": 7, "horizon": 28, "series": [[...], ...]}
Answer   {"forecasts": [[...], ...], "seconds": [...]}   processor time of fit and forecast, a number a series
"""
import json
import sys
import time

import numpy as np

from peers import MODELS

for line in sys.stdin:
    request = json.loads(line)
    forecasts, seconds = [], []
    for values in request["series"]:
        y = np.asarray(values, dtype=float)
        started = time.process_time()
        mean = MODELS[request["model"]](request["season"]).forecast(y=y, h=request["horizon"])["mean"]
        seconds.append(time.process_time() - started)
        forecasts.append([float(value) for value in mean])
    print(json.dumps({"forecasts": forecasts, "seconds": seconds}), flush=True)
