/**
 * Smoothing constants that intermittent demand is given: 0.1 to 0.3. Below, the few demands of a short history would leave
 * the start in the forecast; above, a single large order would be the forecast (Syntetos & Boylan 2005 use 0.05 to 0.2;
 * statsforecast searches the same range).
 */
export const LOW_ALPHA = 0.1;
export const HIGH_ALPHA = 0.3;
