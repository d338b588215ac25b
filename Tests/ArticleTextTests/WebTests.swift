import Diagnostics
import Testing

@testable import ArticleText

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("http://A.example", "http://a.example/"), ("https://a.example:8443/x?y=1#z", "https://a.example:8443/x?y=1"),
    ("HTTP://a.example:80?q", "http://a.example/?q"), ("http://[::1]:8080/", "http://[::1]:8080/"),
  ])
  func addresses(_ text: String, _ expected: String) throws {
    #expect(try WebAddress(text).text == expected)
  }

  @Test(arguments: [
    "ftp://a.example/", "file:///etc/passwd", "http://user@a.example/", "http://a.example@b.example/", "http:///x",
    "http://a.example:0/", "http://a.example:99999/", "http://a b/", "http://a\\@b/", "http://a.example\u{0}/", "http://é.example/",
    "http://[::1/", "http://a%2e/", "gopher://x",
  ])
  func refused(_ text: String) {
    #expect(throws: WebAddress.Fault.self) { try WebAddress(text) }
  }

  @Test(arguments: [
    ("/b", "http://a.example/b"), ("b", "http://a.example/x/b"), ("?c", "http://a.example/x/y?c"),
    ("//c.example/d", "http://c.example/d"), ("https://c.example", "https://c.example/"),
  ])
  func redirections(_ location: String, _ expected: String) throws {
    #expect(try WebAddress("http://a.example/x/y?z").following(location).text == expected)
  }

  @Test(arguments: [
    ("8.8.8.8", true), ("127.0.0.1", false), ("10.1.2.3", false), ("172.16.0.1", false), ("172.32.0.1", true),
    ("192.168.1.1", false), ("169.254.169.254", false), ("100.64.0.1", false), ("0.0.0.0", false), ("224.0.0.1", false),
    ("255.255.255.255", false), ("198.18.0.1", false), ("203.0.113.9", false), ("::1", false), ("::", false),
    ("fe80::1%eth0", false), ("fc00::1", false), ("2606:4700::1111", true), ("2001:db8::1", false), ("2002:7f00:1::", false),
    ("::ffff:127.0.0.1", false), ("::ffff:8.8.8.8", true), ("64:ff9b::7f00:1", false), ("2001::1", false), ("ff02::1", false),
  ])
  func publicAddresses(_ text: String, _ expected: Bool) throws {
    #expect(try #require(NetworkAddress(text)).isPublic == expected)
  }

  @Test(arguments: ["", "1.2.3", "1.2.3.256", "a", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::"])
  func noNumbers(_ text: String) { #expect(NetworkAddress(text) == nil) }

  @Test func answers() throws {
    let bytes = Array("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n\r\n<p>".utf8)
    let answer = try #require(WebAnswer(bytes))
    #expect(answer.status == 200 && answer.charset == "ISO-8859-1" && answer.mediaType == "text/html")
    #expect(answer.body == Array("<p>".utf8) && answer.redirection == nil)
    #expect(WebAnswer(Array("nonsense".utf8)) == nil && WebAnswer(Array("HTTP/1.1 200".utf8)) == nil)
  }

  @Test(arguments: [
    ("text/html", true), ("text/markdown;charset=utf-8", true), ("application/xhtml+xml", true), ("application/pdf", true), ("", true),
    ("application/octet-stream", true), ("image/png", false), ("image/svg+xml", false), ("application/zip", false), ("video/mp4", false),
  ])
  func whatMayBeAnArticle(_ type: String, _ expected: Bool) throws {
    let answer = try #require(WebAnswer(Array("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\n<p>".utf8)))
    #expect(answer.isReadable == expected)
  }

  @Test(arguments: [
    ("https://a.example/é b?x=%20\u{92}", "https://a.example/é%20b?x=%20%C2%92"), ("/é|x", "https://b.example/%C3%A9%7Cx"), ("//c.example/y", "https://c.example/y"),
    ("www.a.example/x", nil), ("javascript:x", nil), ("https://", nil),
  ])
  func whereLinksLead(_ link: String, _ expected: String?) {
    #expect(PageFetcher.address(link, on: "https://b.example/page") == expected)
    if link.hasPrefix("/") { #expect(PageFetcher.address(link, on: nil) == nil) }
  }

  @Test(arguments: ["http://127.0.0.1:1/", "http://localhost/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/", "ftp://x/"])
  func privateAddressesAreRefused(_ address: String) throws {
    let error = try #require(throws: Diagnostic.self) { try PageFetcher().fetch(address) }
    #expect(error.code.name == "E604", "\(error.message)")
  }
}
