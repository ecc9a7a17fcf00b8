/** What the desk does in the browser. */
export {}
