// The time zone of the computer: told where somebody signs in, and offered where the account has another one.
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const kept = 'phase1.zone';
for (const field of document.querySelectorAll('input[name=zone]')) field.value = here;
const offer = document.querySelector('[data-zone]');
if (offer && here && offer.dataset.zone !== here && localStorage.getItem(kept) !== here) {
  offer.querySelector('bdi').textContent = here;
  offer.hidden = false;
  offer.querySelector('[type=button]').addEventListener('click', () => {
    localStorage.setItem(kept, here);
    offer.hidden = true;
  });
}
