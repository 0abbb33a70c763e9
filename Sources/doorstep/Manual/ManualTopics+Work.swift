import DoorstepCore
import DoorstepExchange

/// What the work follows.
extension ManualTopic {
    static let matching = ManualTopic(
        "matching", Phrase("匹配", "Matching"),
        [
            .paragraph(
                Phrase(
                    "先看规则，每条要么符合要么不符；有一条不符就不是匹配。没有填写、无从比较的算符合：",
                    "Eligibility comes first: each rule holds or blocks, and a pair that one blocks is no match. What is not filled in and cannot be compared holds:")),
            .table(Rule.allCases.map { ManualRow(Phrase(verbatim: $0.rawValue), $0.inManual + ($0.canBeNearMiss ? changeable : Phrase("", ""))) }),
            .paragraph(
                Phrase(
                    "只有一条带 * 的规则不符的，是差一项，列在匹配之后。性别、民族、户籍、婚姻和残疾从不影响能否匹配，也不会降低得分。",
                    "A pair that exactly one of the rules with a * blocks is a near miss, listed after the matches. Sex, ethnicity, household registration, marriage and disability never block a pair and never lower its score.")),
            .paragraph(
                Phrase(
                    "得分从 0 到 10000，技能、地点、群体三部分按设置 weights 合成，与别人无关，纸上就能算出来。",
                    "The score goes from 0 to 10,000: skills, location and groups, weighed as the setting weights says. It depends on nobody else in the register and can be worked out on paper.")),
            .example([
                "doorstep match job 150784001-J000001 --near-misses",
                "doorstep match person 150784001-P000001 --relax",
                "doorstep match all --top 20 --format csv --output matches.csv",
                "doorstep match why 150784001-J000001 150784001-P000002",
                "doorstep match training",
                "doorstep match waiting --top 10",
            ]),
            .paragraph(
                Phrase(
                    "--relax 说放宽哪一项能多出多少匹配，training 说学会什么、考下哪本证书能多出多少，waiting 列出等得最久的。控制台里是 r、T、w。",
                    "--relax says which one change would bring how many further matches, training which skill or certificate would, waiting who waits longest. In the console these are r, T and w.")),
        ])

    private static let changeable = Phrase(" *", " *")

    static let sheets = ManualTopic(
        "sheets", Phrase("表格", "Sheets"),
        [
            .paragraph(
                Phrase(
                    "读入的表格是 XLSX，UTF-8、UTF-16、GB 18030 编码的 CSV，或 export 写的 JSON、JSON Lines，最大 256 MB；表头中文英文都行，可以在标题下面、占两行、每页重复，页码、合计和填表人不算行；没有表头就按内容认列。按内容认的列在保存前说明，--dry-run 列出每一列当作什么，--map 栏目=表头（或 #第几列）另行指定，-=表头 表示不读，--sheet 选工作表。至少要有这些列：",
                    "Sheets to be read in are XLSX, CSV in UTF-8, UTF-16 or GB 18030, or JSON and JSON Lines as export writes them, of 256 MB at the most. The header is in Chinese or English, below a title, over two rows or repeated on every page, and page numbers, sums and who filled the form in are no rows; without one, columns are told by what they hold. What is told so is said before anything is saved; --dry-run shows what each column is taken for, --map FIELD=HEADER (or #NUMBER) says otherwise, -=HEADER leaves one out, --sheet chooses the sheet of a workbook. At least these columns are needed:")),
            .table(SheetKind.allCases.map { ManualRow(Phrase(verbatim: $0.rawValue), Phrase.list($0.requiredColumns)) }),
            .paragraph(
                Phrase(
                    "用不了的行拒收，写明行、列、内容和改法；其余都读入，读不懂的地方有提醒，像是串了列的行也提醒。同一类提醒写出前 20 条，其余合计；拒收的显示前 200 行，--rejects 把全部写进文件，--dry-run 只说会怎样。编号相同的行更新已有的记录。",
                    "A row that cannot be used is refused with its line, column, value and the mend; everything else goes in, with a warning where it was not understood or looks as if its cells had slipped. Of warnings of one sort the first 20 are told and the others counted; 200 refused rows are shown, and --rejects writes all of them to a file, --dry-run only says what would be done. A row with a known identifier changes that record.")),
            .paragraph(
                Phrase(
                    "控制台里按 i：选文件，看每列当作什么、依据什么、会新增和更新多少，Enter 改一列的含义，Tab 换种类，s 再按 y 保存；没保存以前什么也没有动，Esc 随时停。一次读入是一笔改动、一条日志：u 整批撤销（读入的作废，更新过的恢复原样），Ctrl-R 重做。读入之后有哪条又改过、推荐过，就不整批撤销，会说出是哪条；撤销和重做也能按 Esc 停。命令行读入的不能整批撤销：更新以前的内容，台站数据不留。",
                    "In the console press i: choose the file, see what each column is taken for and why, and what would be new and changed; Enter mends a column, Tab changes the kind, s and then y stores it. Until then nothing is touched, and Esc stops it at any moment. An import is one change with one entry of the journal: u takes it back whole (what it brought does not stand any more, what it changed is as it was), Ctrl-R makes it again. Where one of its records was changed or placed since, nothing is taken back, and it is named; Esc stops either. What a command imported cannot be taken back whole: the store does not keep what records were before.")),
            .paragraph(
                Phrase(
                    "可能重复的会提醒：证件号码相同，姓名和电话相同，姓名和出生日期相同，单位的信用代码或名称相同，同一岗位重复发布。不会自动合并：import 的 --doubles merge 把这样的行并入已有的记录，skip 不读入（算拒收），不写就都留下。已有的两条用 doorstep doubles 列出，doorstep merge 合并：哪一项用哪一边的可以指定，两边的办理记录都在，--take-back 随时撤销。控制台里读入表格时在“重复”一页逐条决定，D 列出已有的，并排看，合并，u 撤销。",
                    "Possible doubles are told: one identity number, one name with one telephone or one birth date, one credit code or name of an employer, one job posted twice. Nothing is merged by itself: import --doubles merge makes such a row an update of the known record, skip leaves it out (and counts it as refused), and without it both stand. doorstep doubles lists those that are known, doorstep merge makes one of two: whose value stands can be said for each field, the history of both stays, and --take-back takes it back at any time. In the console the import screen has a page on which each is decided, and D lists those that are known, side by side, merges two and u takes that back.")),
            .paragraph(
                Phrase(
                    "导出的表格遮住姓名、证件号码、电话和备注；--unmasked 不遮，会再问一次并记入日志。格式有 csv、xlsx、json、jsonl 和 table，不写 --format 时看文件的扩展名；控制台里按 x 导出也是。遮住的内容再读入时不会改动原有记录。",
                    "Names, identity numbers, telephones and notes are masked in what is exported; --unmasked writes them whole, asks once more and is journalled. The forms are csv, xlsx, json, jsonl and table; without --format the ending of the file's name decides, as it does for x in the console. What was masked changes nothing when it is read in again.")),
            .example([
                "doorstep import people people.csv --rejects rejects.csv",
                "doorstep export people --query \"#退役军人\" --output people.xlsx",
                "doorstep export follow-ups --output calls.xlsx",
                "doorstep add people 姓名=测试甲 常住地=拉布大林街道 技能=焊工:中级工",
                "doorstep set people 150784001-P000001 手机=13800000000 备注=",
                "doorstep show people 150784001-P000001",
                "doorstep doubles people",
                "doorstep merge people 150784001-P000001 150784001-P000002 手机=other",
                "doorstep merge people 150784001-P000002 --take-back",
            ]),
            .paragraph(
                Phrase(
                    "add 只写出新记录的编号；内容留空就清除这一项。",
                    "add answers with the identifier alone; an empty value clears a field.")),
        ])

    static let ledger = ManualTopic(
        "ledger", Phrase("台账", "The ledger"),
        [
            .paragraph(
                Phrase(
                    "推荐、面试、录用、到岗、在岗核实、未成、离职，每一步是一条台账，与一条日志同时保存，存好了才显示。控制台里按 p，命令行：",
                    "Referred, interviewed, hired, started, checked, declined, left: each step is a line of the ledger, saved with an entry of the journal before the screen says so. In the console press p; on the command line:")),
            .example([
                "id=$(doorstep place refer 150784001-J000001 150784001-P000001)",
                "doorstep place interview $id",
                "doorstep place hire $id",
                "doorstep place decline $id --by person --reason too-far --note 路太远",
                "doorstep place check $id --pension-months 3 --insurance-unbroken yes",
                "doorstep place correct $id --note 是另一位",
                "doorstep export placements --from 2026-11-01 --output log.csv",
            ]),
            .paragraph(
                Phrase(
                    "零工用同样的命令：hire 派工，leave 完工，check --paid yes 结算；本人仍在求职名单上，可以再派、派到别处。录用后没有到岗，用 decline。在岗核实（check）不改变这一笔到了哪一步，离职以后也能补凭证。",
                    "Day work takes the same commands: hire sends for the day, leave says it was done, check --paid yes that wages were paid; the person stays on the list and may be sent again, and elsewhere. Who was taken on and never started has declined. A check leaves a placement where it is, and evidence may come in after the person left.")),
            .paragraph(
                Phrase(
                    "每一步都可以带原因和凭证，都不是必填；政策能不能申领就看这些凭证。后来的值算数，每一项都记着谁在哪天写下的；不可能的（合同止早于起、参保月数多于到岗以来的月数、2099 年）当场说明，不保存。控制台里在“凭证”一栏写成“合同起 2026-01-01；养老保险月数 3”，Tab 补全名称。各项是：",
                    "Any step may bring a reason and evidence, none of it required; what can be claimed rests on it. Of each item the latest value counts, with who wrote it down and when; what cannot be (a contract that ends before it begins, more months of insurance than there were since the start, a year of 2099) is refused at once. In the console the line Proof takes “contract from 2026-01-01; months of pension insurance 3”, and Tab goes on with a name. The items:")),
            .table(EvidenceItem.allCases.map { ManualRow(Phrase(verbatim: "--" + $0.rawValue), $0.phrase) }),
            .paragraph(
                Phrase(
                    "记错的一步不改也不删：correct 再记一步“更正”，写明撤销的是第几步，本人状态、空缺随之复原；撤销的是推荐，就当没有推荐过，可以重新推荐。控制台里 u 撤销本机刚记的，Ctrl-R 重做；以前的、别人记的，在台账里按 p 选最后一项。",
                    "A step that was a mistake is neither changed nor removed: correct records a further one that names the step it takes back, and the person's status and the vacancy are as before; where that was the referral, the pair is as if nobody had been sent, and may be referred anew. In the console u takes back what was just recorded at this desk and Ctrl-R does it again; what is older, or of others, is taken back by the last choice of p in the ledger.")),
            .paragraph(
                Phrase(
                    "日志和台账各成一条 SHA-256 链，少一条、改一个字都查得出来。导出的台账旁边是签过名的存证 log.csv.checkpoint（xlsx 里是“签名存证”一页，jsonl 是最后一行），要与台账一起保管；另存一份在别处的存证，可以证明之前的内容没有改过。",
                    "Journal and ledger each form a SHA-256 chain, in which no line can be changed, dropped or slipped in unnoticed. Beside an exported log lies a signed checkpoint, log.csv.checkpoint (in an xlsx the sheet “Checkpoint”, of jsonl the last line), to be kept with it; one that somebody else keeps shows that nothing before it was rewritten.")),
            .example([
                "doorstep verify",
                "doorstep verify log.csv",
                "doorstep verify --checkpoint log.csv.checkpoint",
            ]),
        ])
}

extension Rule {
    /// What the rule asks for.
    fileprivate var inManual: Phrase {
        switch self {
        case .jobOpen: Phrase("岗位在招，还缺人", "the job is open, with a vacancy left")
        case .personSeeking: Phrase("本人在求职", "the person is looking for work")
        case .employerBarred: Phrase("单位没有暂停推荐", "the employer is not barred")
        case .legalAge: Phrase("满法定年龄（设置 lowest-age、lowest-age-hazard）", "of lawful age (the settings lowest-age and lowest-age-hazard)")
        case .inHand: Phrase("两者没有在办的推荐", "the pair is not in hand already")
        case .declined: Phrase("近来双方都没有回绝（设置 decline-days）", "neither side declined lately (the setting decline-days)")
        case .ageRange: Phrase("年龄在岗位要求之内", "within the job's range of age")
        case .education: Phrase("学历够", "education as asked for")
        case .certificate: Phrase("要求的证书都有", "every certificate that is asked for")
        case .kind: Phrase("用工形式本人接受", "a kind of work that the person takes")
        case .wage: Phrase("工资够得到本人的期望", "a wage that reaches what the person hopes for")
        case .groupOnly: Phrase("专为某个群体的岗位，本人属于它", "a job reserved for a group that the person belongs to")
        }
    }
}
