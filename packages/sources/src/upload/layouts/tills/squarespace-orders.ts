import { uploadErrors } from '@shelfcast/domain';
import { notGoods } from './not-goods.ts';
import type { Till } from './till.ts';

/** Orders as Squarespace Commerce exports them: like Shopify's, with `Order ID`, `Lineitem variant` and `Channel Type`. */
export const squarespaceOrders: Till = {
  name: 'squarespace-orders',
  signature: ['orderid', 'createdat', 'lineitemquantity', 'lineitemname', 'lineitemvariant', 'channeltype'],
  elsewhere: 'online',
  columns: {
    order: ['orderid'],
    product: [['lineitemsku'], ['lineitemname']],
    productName: ['lineitemname'],
    date: ['createdat'],
    units: ['lineitemquantity'],
    price: ['lineitemprice'],
    currency: ['currency'],
  },
  onceAnOrder: ['createdat', 'currency', 'financialstatus', 'cancelledat'],
  judge(cell) {
    const [cancelled, status, name] = ['cancelledat', 'financialstatus', 'lineitemname'].map(cell);
    return (fields) => {
      if (cancelled(fields) !== '' || /^(cancell?ed|voided)$/i.test(status(fields)))
        return uploadErrors.cancelled;
      return notGoods(name(fields)) ?? 'sale';
    };
  },
};
