import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ShelfcastError } from '@shelfcast/domain';
import { readContent } from '../../testing/read-all.ts';

const REPORTS: readonly (readonly [report: string, content: string, instead: RegExp])[] = [
  [
    'Toast’s Product Mix',
    'Menu Item\tMenu Group\tMenu\tAvg Price\tItem Qty\tGross Amount\tVoid Qty\nTacos\tMains\tDinner\t9.00\t4\t36.00\t0\n',
    /Item Details/,
  ],
  [
    'Clover’s Orders export',
    'Order Date,Order ID,Order Number,Order Type,Order Total,Payments Total,Refunds Total,Order Payment State\n16-Dec-2023 02:44 AM EST,A,,,5,5,0,PAID\n',
    /Line Items/,
  ],
  [
    'NCR Silver’s department sales',
    'My Shop\nReport: Sales\n\nDepartment,Category,Gross Sales,Gross Refunds (-),Discounts (-)\nDairy,Milk,100.00,0.00,0.00\n',
    /Item Sales Detail/,
  ],
  [
    'Square’s transactions export',
    'Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Transaction ID\n2026-01-01,10:00,ET,$1,$0,$1,T\n',
    /Items detail/,
  ],
  [
    'Shopify’s sales over time',
    'Day,Orders,Gross sales,Discounts,Returns,Net sales,Total sales\n2026-01-01,3,10,0,0,10,10\n',
    /Export Orders/,
  ],
];

for (const [report, content, instead] of REPORTS)
  test(`${report} is refused by its name, with the report to export in its place`, async () => {
    await assert.rejects(readContent(content), (error) => {
      assert.ok(error instanceof ShelfcastError);
      assert.equal(error.kind.code, 'upload.unusable_report');
      assert.ok(error.details.detail?.includes(report));
      assert.match(error.details.remedy, instead);
      return true;
    });
  });
