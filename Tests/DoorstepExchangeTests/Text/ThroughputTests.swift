import DoorstepExchange
import Testing

@Suite("How fast sheets are read and written (printed, not judged)")
struct ThroughputTests {
    /// What has not been optimised is not worth waiting for.
    #if DEBUG
    private let size = 1_000_000
    #else
    private let size = 20_000_000
    #endif

    @Test("a file of 20 MB (1 MB in debug builds), in UTF-8 and in GB 18030")
    func twentyMegabytes() throws {
        let line = "P000123,张三,150402199001011234,男,1990-01-01,13800001234,高中,赤峰市红山区,"
            + "焊工:中级工;叉车司机,\"备注, 有逗号\",,是\r\n"
        let file = Array(String(repeating: line, count: size / line.utf8.count).utf8)
        let gbFile = EncodedText.gb18030(String(repeating: line, count: size / line.utf8.count))
        let clock = ContinuousClock()

        func report(_ what: String, _ bytes: Int, _ time: Duration) {
            print("\(what): \(Int(Double(bytes) / 1e6 / (time / .seconds(1)))) MB/s")
        }

        var text = DecodedText("")
        report("decode UTF-8", file.count, try clock.measure { text = try TextDecoder.decode(file) })
        report("decode GB 18030", gbFile.count, try clock.measure { _ = try TextDecoder.decode(gbFile) })

        var rows: [[String]] = []
        var count = 0
        report("read, rows dropped", file.count, clock.measure { for row in CSVReader(text) { count += row.cells.count } })
        report("read, rows kept", file.count, clock.measure { for row in CSVReader(text) { rows.append(row.cells) } })
        #expect(count == rows.count * 12)

        var bytes = 0
        let values = rows.map { $0.map { SheetValue.text($0) } }
        for format in TextSheetFormat.allCases {
            bytes = 0
            let time = clock.measure {
                SheetWriter.write(values, header: [], format: format) { bytes += $0.count }
            }
            report("write \(format)", bytes, time)
        }
    }
}
