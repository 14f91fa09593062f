import { uploadErrors } from '@shelfcast/domain';
import { notGoods } from './not-goods.ts';
import type { Till } from './till.ts';

/** Orders that were never paid, or not kept. Refunded ones were sold; what came back has no day in the export. */
const NOT_SOLD = /^(wc-)?(cancelled|failed|pending|draft|checkout-draft|trash)$/i;

const columns = (item: string) =>
  ({
    order: ['ordernumber', 'orderid'],
    line: [`${item}id`],
    product: [[`${item}sku`], ['sku'], [`${item}productid`], [`${item}name`]],
    productName: [`${item}name`],
    date: ['orderdate', 'paiddate', 'date'],
    units: [`${item}quantity`, `${item}qty`],
    revenue: [`${item}total`],
    currency: ['ordercurrency', 'currency'],
  }) as const;

const judge: Till['judge'] = (cell) => {
  const [status, orderStatus] = ['status', 'orderstatus'].map(cell);
  const [name, lineName] = ['itemname', 'lineitemname'].map(cell);
  const [quantity, lineQuantity] = ['itemquantity', 'lineitemquantity'].map(cell);
  return (fields) => {
    // An order with fewer items than the largest leaves columns empty, and one without items a row.
    const nothing = [name, lineName, quantity, lineQuantity].every((read) => read(fields) === '');
    if (nothing) return uploadErrors.no_value;
    if (NOT_SOLD.test(status(fields) || orderStatus(fields))) return uploadErrors.cancelled;
    return notGoods(name(fields) || lineName(fields)) ?? 'sale';
  };
};

const shared = {
  elsewhere: 'online',
  onceAnOrder: ['orderdate', 'paiddate', 'date', 'status', 'orderstatus', 'ordercurrency', 'currency'],
  judge,
} as const;

/** WooCommerce orders with a row a line item, `line_item_*`: as the WebToffee and WooCommerce exporters name them. */
export const woocommerceLineItems: Till = {
  ...shared,
  name: 'woocommerce-line-items',
  signature: ['ordernumber', 'lineitemname', 'lineitemquantity', 'lineitemtotal'],
  columns: columns('lineitem'),
};

/** WooCommerce orders with a row an item, `item_*`: Customer/Order CSV Export, “one row per item”. */
export const woocommerceItems: Till = {
  ...shared,
  name: 'woocommerce-items',
  signature: ['orderid', 'itemname', 'itemquantity', 'itemtotal', 'status'],
  columns: columns('item'),
};
