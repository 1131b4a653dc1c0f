//! A small static server on loopback, to look at the built site as a plain web server would give it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::project::Result;

/// Longest request line and headers that are read.
const LONGEST: u64 = 64 * 1024;
const PATIENCE: Duration = Duration::from_secs(10);

/// What a request's path leads to.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    File(PathBuf),
    /// The same address with the slash that relative links need.
    Moved(String),
    Nothing,
}

/// Serves until it is stopped.
pub fn serve(folder: &Path, port: u16, prefix: &str) -> Result<()> {
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("\nServing the site at http://{address}{prefix}\nStop with Ctrl+C.");
    accept(&listener, folder, prefix);
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
    // No other port is taken instead: a browser keeps its data per address, so cases would seem to be gone.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!("port {port} cannot be used ({error}); choose another with --port")
    })
}

fn accept(listener: &TcpListener, folder: &Path, prefix: &str) {
    let place: Arc<(PathBuf, String)> = Arc::new((folder.to_owned(), prefix.to_owned()));
    for stream in listener.incoming().flatten() {
        let place = Arc::clone(&place);
        // A visitor who leaves early is no concern of the others.
        thread::spawn(move || answer(stream, &place.0, &place.1).ok());
    }
}

fn answer(stream: TcpStream, folder: &Path, prefix: &str) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.try_clone()?.take(LONGEST));
    let mut request = String::new();
    reader.read_line(&mut request)?;
    // Read to the end of the headers: closing on unread bytes would reset the connection under the answer.
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split_whitespace();
    let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if !matches!(method, "GET" | "HEAD") {
        return send(stream, "405 Method Not Allowed", "Allow: GET, HEAD\r\n", b"", true);
    }
    let with_body = method == "GET";
    match find(folder, prefix, path) {
        Target::File(file) => {
            let body = fs::read(&file)?;
            let headers = format!("Content-Type: {}\r\n", content_type(&file));
            send(stream, "200 OK", &headers, &body, with_body)
        }
        Target::Moved(to) => {
            send(stream, "308 Permanent Redirect", &format!("Location: {to}\r\n"), b"", with_body)
        }
        Target::Nothing => {
            let headers = "Content-Type: text/plain; charset=utf-8\r\n";
            send(stream, "404 Not Found", headers, b"Not found\n", with_body)
        }
    }
}

fn send(
    mut stream: TcpStream,
    status: &str,
    headers: &str,
    body: &[u8],
    with_body: bool,
) -> std::io::Result<()> {
    // Never cached for good: a rebuild may change a file under an unchanged name.
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if with_body {
        stream.write_all(body)?;
    }
    stream.flush()
}

/// Finds the file of a path under the prefix; never one outside the folder.
fn find(folder: &Path, prefix: &str, path: &str) -> Target {
    let path = path.split(['?', '#']).next().unwrap_or("");
    if format!("{path}/") == prefix {
        return Target::Moved(prefix.to_owned());
    }
    let Some(inner) = path.strip_prefix(prefix).and_then(decoded) else { return Target::Nothing };
    let outside = |part: &str| part == ".." || part.contains(['\\', ':', '\0']);
    if inner.starts_with('/') || inner.split('/').any(outside) {
        return Target::Nothing;
    }
    let mut file = folder.join(&inner);
    if file.is_dir() {
        if !path.ends_with('/') {
            return Target::Moved(format!("{path}/"));
        }
        file.push("index.html");
    }
    if file.is_file() { Target::File(file) } else { Target::Nothing }
}

/// Undoes percent-encoding.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        bytes.push(u8::try_from(digit()? * 16 + digit()?).ok()?);
    }
    String::from_utf8(bytes).ok()
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("pdf") => "application/pdf",
        Some("csv") => "text/csv; charset=utf-8",
        Some("md" | "txt") | None => "text/plain; charset=utf-8",
        Some(_) => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site in a folder of its own, removed afterwards.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Site {
            let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(folder.join("dist/blå mappe")).expect("a folder");
            fs::write(folder.join("secret.txt"), "secret").expect("a file beside the site");
            for file in ["index.html", "app.wasm", "blå mappe/index.html"] {
                fs::write(folder.join("dist").join(file), "<p>hej</p>").expect("a file");
            }
            Site(folder)
        }

        fn dist(&self) -> PathBuf {
            self.0.join("dist")
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn paths_lead_to_files_under_the_prefix_only() {
        let site = Site::new("paths");
        let dist = site.dist();
        let file = |name: &str| Target::File(dist.join(name));
        let moved = |to: &str| Target::Moved(to.to_owned());
        assert_eq!(find(&dist, "/", "/"), file("index.html"));
        assert_eq!(find(&dist, "/", "/app.wasm?v=2"), file("app.wasm"));
        assert_eq!(find(&dist, "/", "/bl%C3%A5%20mappe/"), file("blå mappe/index.html"));
        assert_eq!(find(&dist, "/", "/bl%C3%A5%20mappe"), moved("/bl%C3%A5%20mappe/"));
        assert_eq!(find(&dist, "/a/b/", "/a/b/app.wasm"), file("app.wasm"));
        assert_eq!(find(&dist, "/a/b/", "/a/b"), moved("/a/b/"));
        assert_eq!(find(&dist, "/a/b/", "/app.wasm"), Target::Nothing);
        assert_eq!(find(&dist, "/", "/missing.js"), Target::Nothing);
    }

    #[test]
    fn nothing_outside_the_folder_is_given_away() {
        let site = Site::new("outside");
        let secret = site.0.join("secret.txt").display().to_string();
        for path in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/..\\secret.txt",
            &format!("/{secret}"),
        ] {
            assert_eq!(find(&site.dist(), "/", path), Target::Nothing, "{path}");
        }
    }

    #[test]
    fn each_kind_of_file_says_what_it_is() {
        let check =
            |name: &str, expected: &str| assert_eq!(content_type(Path::new(name)), expected);
        check("app-1f.wasm", "application/wasm");
        check("boot.mjs", "text/javascript; charset=utf-8");
        check("plex.woff2", "font/woff2");
        check("site.webmanifest", "application/manifest+json");
        check("LICENSE", "text/plain; charset=utf-8");
        check("data.bin", "application/octet-stream");
    }

    #[test]
    fn a_browser_gets_the_page_and_its_kind() {
        let site = Site::new("answers");
        let listener = listen(0).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let dist = site.dist();
        thread::spawn(move || accept(&listener, &dist, "/"));
        let ask = |request: &str| {
            let mut stream = TcpStream::connect(address).expect("a connection");
            write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("a request");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).expect("an answer");
            answer
        };
        let page = ask("GET /");
        assert!(
            page.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"),
            "{page}"
        );
        assert!(page.ends_with("\r\n\r\n<p>hej</p>"), "{page}");
        let head = ask("HEAD /app.wasm");
        assert!(head.contains("application/wasm") && head.contains("Content-Length: 10"), "{head}");
        assert!(head.ends_with("\r\n\r\n"), "{head}");
        assert!(ask("GET /missing").starts_with("HTTP/1.1 404 "));
        assert!(ask("POST /").starts_with("HTTP/1.1 405 "));
    }
}
