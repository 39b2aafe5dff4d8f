// Runs Lighthouse on several pages, one after the other, in one Chromium.
//
// It is given the addresses, the categories and single audits to judge by, and Chromium's flags,
// and prints its reports in the order of the addresses.

import { launch } from "chrome-launcher"; // which Lighthouse brings along
import lighthouse from "lighthouse";

const { addresses, categories, audits, flags } = JSON.parse(process.argv[2]);
const chromium = await launch({ chromeFlags: flags });
const reports = [];
for (const address of addresses) {
  const { lhr } = await lighthouse(address, {
    port: chromium.port,
    logLevel: "error",
    onlyCategories: categories,
    onlyAudits: audits,
    disableFullPageScreenshot: true, // which nobody looks at
  });
  reports.push(lhr);
}
chromium.kill();
process.stdout.write(JSON.stringify(reports));
