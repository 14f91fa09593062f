import { uploadErrors } from '@shelfcast/domain';
import { notGoods } from './not-goods.ts';
import type { Till } from './till.ts';

/** Sales receipts of QuickBooks Point of Sale, a row an item: of its types only Sales and Return move goods. */
export const quickbooksPos: Till = {
  name: 'quickbooks-pos',
  signature: ['salesreceiptnumber', 'salesreceipttype', 'storenumber', 'cashier'],
  elsewhere: 'all',
  columns: {
    order: ['salesreceiptnumber'],
    product: [['itemnumber'], ['upc'], ['alternatelookup'], ['itemname'], ['itemdescription']],
    productName: ['itemname', 'itemdescription', 'description1'],
    location: ['storenumber'],
    date: ['salesreceiptdate', 'receiptdate', 'date', 'txndate'],
    units: ['qty', 'quantity', 'qtysold', 'itemqty'],
    unit: ['unitofmeasure'],
    revenue: ['extprice', 'extendedprice', 'itemextprice'],
    price: ['price', 'itemprice'],
  },
  judge(cell) {
    const [type, item] = ['salesreceipttype', 'itemname'].map(cell);
    return (fields) => {
      const kind = type(fields);
      if (!/^(sales?|returns?)$/i.test(kind)) return uploadErrors.not_a_product;
      return notGoods(item(fields)) ?? (/^return/i.test(kind) ? 'return' : 'sale');
    };
  },
};
