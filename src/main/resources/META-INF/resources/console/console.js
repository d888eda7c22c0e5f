// Keys of the console, and pages that stay up to date. A hand scanner writes like a keyboard: what comes outside a field
// goes into the search box.
"use strict";
(() => {
  const box = document.getElementById("q");
  const places = { b: "/", i: "/inventory", r: "/receiving", o: "/orders", h: "/holds", e: "/expiry" };
  const help = document.getElementById("keys");
  let going = -Infinity;

  /** The row that was gone to with j and k, one up or down. */
  const step = (by) => {
    const rows = [...document.querySelectorAll("main tbody tr")].filter((row) => row.querySelector("a"));
    const now = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + by, 0), rows.length - 1)];
    if (next) {
      next.querySelector("a").focus();
      next.scrollIntoView({ block: "nearest" });
    }
  };

  document.addEventListener("keydown", (event) => {
    if (!box) {
      return;
    }
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      box.select();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.key.length !== 1) {
      return;
    }
    if (event.timeStamp - going < 1000 && places[event.key]) {
      location.assign(places[event.key]);
    } else if (event.key === "/") {
      event.preventDefault();
      box.select();
    } else if (event.key === "g") {
      going = event.timeStamp;
    } else if (event.key === "j" || event.key === "k") {
      step(event.key === "j" ? 1 : -1);
    } else if (event.key === "?" && help) {
      help.open ? help.close() : help.showModal();
    } else if (/[0-9A-Z\]]/.test(event.key)) {
      box.value = "";
      box.focus();
    }
  });

  // closer rows: a habit of this browser, not of a view
  const density = document.getElementById("density");
  const close = (closer) => {
    document.documentElement.classList.toggle("close", closer);
    density.setAttribute("aria-pressed", String(closer));
  };
  if (density) {
    close(localStorage.getItem("density") === "close");
    density.addEventListener("click", () => {
      const closer = !document.documentElement.classList.contains("close");
      localStorage.setItem("density", closer ? "close" : "wide");
      close(closer);
    });
  }
  // one's own views are asked for when somebody wants to see them
  document.addEventListener(
    "toggle",
    (event) => {
      const mine = event.target.open && event.target.querySelector(".mine");
      if (mine) {
        mine.dispatchEvent(new CustomEvent("wanted"));
      }
    },
    true,
  );
  for (const select of document.querySelectorAll(".filters select")) {
    select.addEventListener("change", () => select.form.requestSubmit());
  }

  // Without a network the page stays: the browser's own error page would take it away, and a form's fields with it.
  const offline = document.getElementById("offline");
  if (offline) {
    const look = () => {
      offline.hidden = navigator.onLine;
    };
    const hold = (event) => {
      const leaves = event.type === "submit" ? event.target.method !== "dialog" : event.target.closest("a[href]");
      if (leaves && !navigator.onLine) {
        event.preventDefault();
        offline.hidden = false;
      }
    };
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    document.addEventListener("click", hold);
    document.addEventListener("submit", hold);
    look();
  }

  // Live pages. The stream brings parts of the page; nothing is asked for again and again.
  const stamp = document.querySelector(".stamp");
  if (!stamp) {
    return;
  }
  const SILENCE = 30000;
  const time = stamp.querySelector("time");
  const lost = stamp.querySelector("b");
  const kept = new Map();
  let heard = Date.now();
  let since = 0;

  const say = (state) => {
    if (state === "lost" && stamp.dataset.state !== "lost") {
      since = Date.now();
    }
    stamp.dataset.state = state;
  };
  const now = () => {
    heard = Date.now();
    time.textContent = new Date(heard).toLocaleTimeString(document.documentElement.lang);
  };
  const editing = (row) => row.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");

  stamp.addEventListener("htmx:sse:after:connection", () => say("live"));
  stamp.addEventListener("htmx:sse:close", () => say("lost"));
  stamp.addEventListener("htmx:sse:error", (event) => {
    say("lost");
    if (event.detail.status === 401) {
      location.reload();
    }
  });
  stamp.addEventListener("htmx:sse:before:message", (event) => {
    now();
    say("live");
    // a row that somebody is writing in waits until they have left it
    event.detail.message.data = event.detail.message.data.replace(
      /<hx-partial hx-target="\[id='([^']+)'\]"[^>]*>([^]*?)<\/hx-partial>/g,
      (part, id, html) => {
        const row = document.getElementById(id);
        if (row && editing(row)) {
          kept.set(id, html);
          return "";
        }
        kept.delete(id);
        return part;
      },
    );
  });
  document.addEventListener("focusout", () => {
    setTimeout(() => {
      for (const [id, html] of kept) {
        const row = document.getElementById(id);
        if (row && !editing(row)) {
          const made = document.createElement("template");
          made.innerHTML = html;
          row.replaceWith(made.content);
          kept.delete(id);
        }
      }
    });
  });
  stamp.addEventListener("stale", () => stamp.classList.add("stale"));
  stamp.addEventListener("signed-out", () => location.reload());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      say("paused");
    }
  });
  setInterval(() => {
    if (stamp.dataset.state === "lost") {
      const seconds = Math.floor((Date.now() - since) / 1000);
      lost.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
      if (seconds % 5 === 4) {
        // only a stream that never began has to be asked for once more
        stamp.dispatchEvent(new CustomEvent("again"));
      }
    } else if (stamp.dataset.state === "off" && Date.now() - heard > 5000) {
      say("lost");
    }
    stamp.classList.toggle("silent", Date.now() - heard > SILENCE);
  }, 1000);
  now();
})();
