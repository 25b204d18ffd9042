// A form that sends a file straight to storage. Storage refuses in words of its own what is missing or far too large, and only
// once all of it has been sent: here it is said before, where the file is chosen.
export const checkBeforeSending = (form) => {
  const input = form.querySelector('input[type="file"]');
  if (!input) return;
  const { most, missing, tooLarge, stale } = form.dataset;
  const opened = Date.now();
  const wrongWith = ([file]) => {
    if (!file) return missing;
    // A form for storage is good for an hour: what is begun just before its end may still arrive.
    if (Date.now() - opened > 58 * 60 * 1000) return stale;
    return file.size > Number(most) ? tooLarge : '';
  };
  const group = input.closest('.govuk-form-group');
  const message = document.createElement('p');
  message.className = 'govuk-error-message';
  message.id = 'file-refused';
  message.setAttribute('role', 'alert');
  input.addEventListener('change', () => {
    message.remove();
    group?.classList.remove('govuk-form-group--error');
  });
  form.addEventListener(
    'submit',
    (event) => {
      const wrong = wrongWith(input.files);
      if (wrong === '') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      message.textContent = wrong;
      group?.classList.add('govuk-form-group--error');
      input.classList.add('govuk-file-upload--error');
      input.setAttribute('aria-describedby', 'file-hint file-refused');
      input.before(message);
      input.focus();
    },
    true,
  );
};
