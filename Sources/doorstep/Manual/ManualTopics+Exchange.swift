import DoorstepCore
import DoorstepExchange

/// What goes out on paper, on the wall and to other systems.
extension ManualTopic {
    static let letters = ManualTopic(
        "letters", Phrase("推荐信和公布", "Letters and lists"),
        [
            .paragraph(
                Phrase(
                    "推荐信有存根、推荐信、回执三联，沿线剪开：存根留在台站，推荐信由本人带去，回执由用人单位填写交回，\(ReferralLetter.validDays) 天内有效。文字是 80 列，html 打印成一页 A4。证件号码遮盖，只写与岗位有关的技能和证书；已经撤销或结束的推荐没有推荐信。出信记入日志。控制台里按 l。",
                    "A letter of introduction has three parts to be cut apart: the stub stays at the station, the letter goes with the person, the employer sends the return slip back; it is good for \(ReferralLetter.validDays) days. As text it is 80 columns wide, as html it prints on one page of A4. The identity number is masked and only skills and certificates that the job asks for are named. A referral that was taken back or has ended has none. Each letter is journalled. In the console press l.")),
            .example([
                "doorstep letter 150784001-R000015",
                "doorstep letter 150784001-R000015 --output letter.html",
                "doorstep settings station-phone=0470-6800000",
            ]),
            .paragraph(
                Phrase(
                    "编号最后两位是校验位：回执交回时照着信上的编号输入，输错一位会提示。",
                    "The last two digits of the number are a check: type the number as the slip has it, and a wrong digit is found.")),
            .example(["doorstep place hire 150784001-R000015-\(LetterNumber(RecordID(station: "150784001", kind: .placement, number: 15)).check)"]),
            .paragraph(
                Phrase(
                    "--published 是张贴和上网的清单：岗位清单只有在招、未暂停推荐单位的岗位，人员清单只有求职的人，姓名遮盖、年龄按十岁一段，没有电话、证件号码、住址、群体和备注。",
                    "--published writes the lists for the wall and the web: of jobs those that are open, of employers that are not barred; of people those who seek, names masked, ages in tens, without telephones, identity numbers, addresses, groups and notes.")),
            .example(["doorstep export jobs --published --output jobs.csv", "doorstep export people --published --query \"@额尔古纳市\""]),
            .heading(Phrase("与其他系统交换岗位", "Jobs to and from other systems")),
            .table([
                ManualRow(
                    "national", "全国公共招聘网的字段名（aca112 岗位名称、acb240 招聘人数……），csv、json、jsonl；读入也认 json",
                    "the field names of the national recruitment site (aca112 title, acb240 headcount, …) as csv, json or jsonl; JSON is read too"),
                ManualRow(
                    "jobposting", "schema.org 的 JobPosting（JSON-LD），json 或 jsonl",
                    "schema.org's JobPosting (JSON-LD), as json or jsonl"),
            ]),
            .example([
                "doorstep export jobs --profile jobposting --output jobs.json",
                "doorstep import jobs jobs.json --profile jobposting --dry-run",
                "doorstep export jobs --profile national --output jobs.csv",
            ]),
            .paragraph(
                Phrase(
                    "只写出在招的岗位；联系人和电话遮盖，--unmasked 不遮。读入时按内容认得出这两种字段，xlsx 才要写 --profile。对方没有的字段（年龄、群体、包住、危险、夜班、备注等）不写，再读入时保持原样。",
                    "Open jobs alone are written, contact and telephone masked unless --unmasked. Both are recognised when they are read in; a workbook alone needs --profile. What the other side has no field for (ages, groups, lodging, hazardous and night work, notes and so on) is left out, and stays as it is when the file is read in again.")),
        ])
}
