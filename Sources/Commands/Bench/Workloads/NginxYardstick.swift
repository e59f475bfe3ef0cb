internal import Glibc
internal import HTTP
internal import Sockets

/// An nginx that serves one file: what a server can do here.
final class NginxYardstick {
    /// Where the file is.
    let url: String
    /// The master process.
    var process: pid_t { child.id }
    private let folder: ScratchFolder
    private let child: ChildProcess

    /// Starts it; nil where nginx is not installed.
    ///
    /// - Throws: ``Failure`` where it does not come up.
    init?(serving content: [UInt8]) throws {
        let paths = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"]
        guard let program = paths.first(where: LocalFile.exists) else { return nil }
        folder = try ScratchFolder("bench")
        let port = try Self.freePort()
        url = "http://127.0.0.1:\(port)/content.json"
        try LocalFile.write(content, to: folder.path + "/content.json")
        let configuration = folder.path + "/nginx.conf"
        try LocalFile.write(Array(Self.configuration(folder.path, port).utf8), to: configuration)
        chmod(folder.path, 0o755)
        child = try ChildProcess(program, ["-c", configuration, "-e", "\(folder.path)/error.log"])
        try waitUntilUp(port)
    }

    deinit {
        child.signal(SIGTERM)
        _ = child.wait()
    }

    /// Two workers, as the server has two threads on two cores; the file stays open, and nothing is logged.
    private static func configuration(_ folder: String, _ port: UInt16) -> String {
        """
        daemon off; worker_processes auto; pid \(folder)/nginx.pid; error_log \(folder)/error.log;
        events { worker_connections 1024; }
        http {
            access_log off; keepalive_requests 100000000; sendfile on; tcp_nopush on;
            open_file_cache max=100 inactive=600s; open_file_cache_valid 600s;
            client_body_temp_path \(folder)/body; proxy_temp_path \(folder)/proxy; fastcgi_temp_path \(folder)/fastcgi;
            uwsgi_temp_path \(folder)/uwsgi; scgi_temp_path \(folder)/scgi;
            server { listen 127.0.0.1:\(port) backlog=1024; location / { root \(folder); } }
        }
        """
    }

    /// A port that was free a moment ago.
    private static func freePort() throws -> UInt16 {
        let loop = try EventLoop.start()
        defer { loop.stop() }
        return try Listener(.loopback(port: 0), on: loop).address.port
    }

    private func waitUntilUp(_ port: UInt16) throws {
        let client = HTTPClient(try HTTPURL(parsing: "http://127.0.0.1:\(port)"))
        let deadline = MonotonicTime.now() + .seconds(5)
        while MonotonicTime.now() < deadline {
            if let answer = try? client.send(.get, "/content.json"), answer.status == .ok { return }
            usleep(10_000)
        }
        throw Failure("BENCH_NGINX", "nginx did not come up on port \(port)", .unjudged)
    }
}
