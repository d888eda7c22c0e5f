// Keys of the console. A hand scanner writes like a keyboard: what comes outside a field goes into the search box.
"use strict";
(() => {
  const box = document.getElementById("q");
  const places = { b: "/", i: "/inventory", r: "/receiving", o: "/orders", h: "/holds" };
  let going = 0;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      box.select();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) {
      return;
    }
    if (event.key === "/") {
      event.preventDefault();
      box.select();
    } else if (event.timeStamp - going < 1000 && places[event.key]) {
      location.assign(places[event.key]);
    } else if (event.key === "g") {
      going = event.timeStamp;
    } else if (/[0-9A-Z\]]/.test(event.key)) {
      box.value = "";
      box.focus();
    }
  });
  for (const select of document.querySelectorAll(".filters select")) {
    select.addEventListener("change", () => select.form.requestSubmit());
  }
})();
