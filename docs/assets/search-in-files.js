// Runs the search in a hidden frame where browsers allow no worker: on pages opened as files.
if (location.protocol === "file:") {
  window.Worker = class {
    constructor(address) {
      this.frame = document.createElement("iframe")
      this.frame.hidden = true
      document.body.append(this.frame)
      const inside = this.frame.contentWindow
      inside.postMessage = data => this.onmessage?.(new MessageEvent("message", { data }))
      const script = inside.document.createElement("script")
      script.src = address
      this.ready = new Promise((resolve, reject) => {
        script.onload = resolve
        script.onerror = reject
      })
      this.ready.catch(() => this.onerror?.(new ErrorEvent("error")))
      inside.document.head.append(script)
    }

    postMessage(data) {
      const inside = this.frame.contentWindow
      const deliver = () =>
        inside.dispatchEvent(new inside.MessageEvent("message", { data: structuredClone(data) }))
      this.ready.then(deliver, () => {})
    }

    terminate() {
      this.frame.remove()
    }
  }
}
