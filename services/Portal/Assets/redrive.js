// Goes on with a group's redrive, part after part, until the page is left; without it a button does.
const form = document.querySelector('[data-continue]');
const next = setTimeout(() => form.requestSubmit(), 1000);
document.querySelector('[data-stop]').addEventListener('click', () => clearTimeout(next));
