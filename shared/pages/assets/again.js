// While something is being entered, the page asks again by itself, a bounded number of times; without script there is the link.
const BETWEEN = 1500; // milliseconds
const MOST = 40;

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const main = (text) => new DOMParser().parseFromString(text, 'text/html').querySelector('main');

/** Shows the page anew whenever it has changed, as long as it still holds the link that this was called for. */
export async function lookAgain(link) {
  for (let asked = 0; asked < MOST && link.isConnected; asked += 1) {
    await wait(BETWEEN);
    const answer = await fetch(link.href).catch(() => undefined);
    const found = answer?.ok ? main(await answer.text()) : null;
    const status = document.querySelector('main [role="status"]');
    const told = found?.querySelector('[role="status"]')?.textContent;
    if (!found || !status || told === status.textContent) continue;
    if (found.querySelector('[data-q-again]')) status.textContent = told;
    else location.reload();
  }
}
