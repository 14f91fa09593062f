import { uploadErrors } from '@shelfcast/domain';
import { notGoods, saysYes } from './not-goods.ts';
import type { Till } from './till.ts';

/**
 * Clover's line-item export: a row an item of an order, days as `16-Dec-2023 02:44 AM EST`. An item rung up several times is
 * several rows, so that a missing quantity column means one.
 */
export const cloverLineItems: Till = {
  name: 'clover-line-items',
  signature: ['lineitemdate', 'orderid', 'itemname', 'itemrevenue', 'orderpaymentstate'],
  elsewhere: 'all',
  pieceARow: true,
  columns: {
    order: ['orderid'],
    line: ['lineitemid'],
    product: [['itemsku'], ['sku'], ['itemproductcode'], ['itemid'], ['itemname']],
    productName: ['itemname'],
    location: ['location', 'merchantname'],
    date: ['lineitemdate', 'orderdate'],
    units: ['quantity', 'perunitquantity', 'itemquantity'],
    unit: ['unitname'],
    revenue: ['itemrevenue', 'totalrevenue'],
    currency: ['currency'],
  },
  judge(cell) {
    const [refunded, exchanged, item, state] = ['refunded', 'exchanged', 'itemname', 'orderpaymentstate'].map(
      cell,
    );
    return (fields) => {
      if (/^open$/i.test(state(fields))) return uploadErrors.cancelled;
      const other = notGoods(item(fields));
      if (other) return other;
      return saysYes(refunded(fields)) || saysYes(exchanged(fields)) ? 'return' : 'sale';
    };
  },
};
