// Every page works without this file. It only lets the phone menu fold and moves focus to form errors.
import { initAll } from "./govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
