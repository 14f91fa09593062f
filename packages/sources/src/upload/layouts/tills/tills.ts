import { cloverLineItems } from './clover-line-items.ts';
import { lightspeedX } from './lightspeed-x.ts';
import { quickbooksPos } from './quickbooks-pos.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { squareItems } from './square-items.ts';
import { squarespaceOrders } from './squarespace-orders.ts';
import type { Till } from './till.ts';
import { toastItemSelections } from './toast-item-selections.ts';
import { woocommerceItems, woocommerceLineItems } from './woocommerce-orders.ts';

/** Every till and shop whose export is known by its header. Signatures exclude each other, so that order means nothing. */
export const tills: readonly Till[] = [
  shopifyOrders,
  squarespaceOrders,
  squareItems,
  toastItemSelections,
  lightspeedX,
  cloverLineItems,
  quickbooksPos,
  woocommerceLineItems,
  woocommerceItems,
];
